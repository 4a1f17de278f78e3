"""Where a line may end, so that whoever reads the page puts the paragraph together again as it was.

Lines end at blanks only, never inside "multi-agency" or after a slash or hyphen; and none begins with what
looks like the marker of a list ("2.", "–"), for that would begin an item.
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
HYPHENS = "-\u00ad\u2010"
"""At a line's end they mean that the word goes on in the next: not so after "pre-" in "pre- and post-"."""
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
        before = groups[-1][-1] if groups else ""
        must = bool(before) and (before[-1] in HYPHENS or bool(_MARKER.fullmatch(word)))
        if before and (must or (over_pages and ENDS.search(before))) and (_glued(groups) or must):
            groups[-1].append(word)
        else:
            groups.append([word])
    yield from groups


def _glued(groups: list[list[str]]) -> bool:
    """Lengthen the last group to the left, up to where a line that begins with it plainly goes on.

    Nothing is done, and False is said, where that is nowhere near.
    """
    words = 0
    for number in range(len(groups) - 1, 0, -1):
        words += len(groups[number])
        if words > MOST_GLUED:
            return False
        if _goes_on(groups[number][0], groups[number - 1][-1]):
            groups[number:] = [[word for group in groups[number:] for word in group]]
            return True
    return False


def _goes_on(first: str, before: str) -> bool:
    """Whether a line that begins with a word is no paragraph's first, whatever the room left before it."""
    return first[0].islower() and not ENDS.search(before) and not _MARKER.fullmatch(first)
