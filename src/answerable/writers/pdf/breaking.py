"""Where a line may end, so that whoever reads the page puts the paragraph together again as it was.

Lines end at blanks only, never inside "multi-agency" or after a slash; and none begins with what looks like
the marker of a list ("2.", "–"), for that would begin an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_PLAIN = re.compile(r"[0-9A-Za-z\u00c0-\u024f.,;:!?'’\"“”]*")
"""Words in which no line can end anyway (Unicode Standard Annex 14)."""
_MARKER = re.compile(
    r"[•·▪■●○◦➢►✓\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\u2023\u2043].*|[-–—o*]"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)])|\([a-z0-9]{1,4}\)"
    r"|\d{1,2}\.[A-Z]{2}.*"
)
ENDS = re.compile(r"[.:;?!][\"'”’)\]]*$")
"""How a sentence ends."""
MOST_GLUED = 6
"""Words before a marker that are kept on its line at most."""

Run = str | list[str]
"""Characters that break at their blanks, or (in a list) characters that stay on one line, if they fit on it;
``WIDE`` behind them says that they may not."""
WIDE = "wide"


def runs(text: str, most: int, *, over_pages: bool = False) -> list[Run]:
    """Text whose blanks are single, in runs; ``most`` characters surely fit on a line.

    ``over_pages``: the paragraph may go on on another page. Then no line ends where a sentence does, or the
    reader of a page could take the next one for a new paragraph.
    """
    found: list[Run] = []
    plain: list[str] = []
    for group in _groups(text.split(" "), over_pages):
        if len(group) == 1 and len(group[0]) <= most and _PLAIN.fullmatch(group[0]):
            plain.append(group[0])
            continue
        found += [" ".join([*plain, ""])] if plain else []
        kept = " ".join(group)
        found += [[kept, WIDE] if len(kept) > most else [kept], " "]
        plain = []
    return [*found, " ".join(plain)] if plain else found[:-1]


def _groups(words: Sequence[str], over_pages: bool) -> Iterator[list[str]]:
    """The words, those together that must stay on one line."""
    groups: list[list[str]] = []
    for word in words:
        if groups and (_MARKER.fullmatch(word) or (over_pages and ENDS.search(groups[-1][-1]))):
            _glue(groups)
            groups[-1].append(word)
        else:
            groups.append([word])
    yield from groups


def _glue(groups: list[list[str]]) -> None:
    """Lengthen the last group to the left until a line that begins with it plainly goes on."""
    while len(groups) > 1 and len(groups[-1]) < MOST_GLUED and not _goes_on(groups):
        last = groups.pop()
        groups[-1].extend(last)


def _goes_on(groups: list[list[str]]) -> bool:
    first, before = groups[-1][0], groups[-2][-1]
    return first[0].islower() and not ENDS.search(before) and not _MARKER.fullmatch(first)
