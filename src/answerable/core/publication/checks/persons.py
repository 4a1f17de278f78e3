"""Names of people who hold no public post: a title with a name, or a name that says or is told something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.minutes.names import NOT_NAMES
from answerable.core.publication.checks.finding import Check, Known
from answerable.core.publication.checks.given import GIVEN_NAMES

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Rev|Revd|Reverend|Canon"
    r"|PC|PS|PCSO|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Constable|Supt|Superintendent|Detective)"
)
_WORD = r"[A-Z][a-z]*(?:[’'-][A-Z]?[a-z]+|[A-Z][a-z]+)?"
_TITLED = re.compile(rf"\b{_TITLE}\.? (?P<name>{_WORD}(?: {_WORD}){{0,2}})")
_PAIR = re.compile(rf"\b(?P<name>(?P<given>[A-Z][a-z]{{1,14}}) (?:[A-Z]\.? )?(?P<last>{_WORD}))\b")
_SAID = (
    "said|told|asked|explained|reported|advised|confirmed|noted|presented|added|replied|answered|stated|described|"
    "complained|wrote|thanked|agreed|disagreed|raised|queried|responded|attended|suggested|felt|died|suffered"
)
_AFTER = re.compile(rf" (?:{_SAID})\b")
_BEFORE = re.compile(
    r"\b(?:[Nn]amed|[Cc]alled|[Tt]old|[Tt]hanked|[Mm]et|[Vv]ictim|[Ss]uspect|[Cc]omplainant|[Ff]amily of|"
    r"[Dd]eath of|"
    r"[Mm]urder of|[Mm]other of|[Ff]ather of|[Ss]on of|[Dd]aughter of|[Cc]ase of|"
    r"[Ll]etter from|[Cc]omplaint (?:from|of)|"
    r"resident|constituent),? $"
)
PLACE_WORDS = frozenset(
    """Road Street Lane Court House Park Hall Centre Hospital School College University Prison Station Bridge
    Church Green Hill Valley Town City Village North South East West Upper Lower Great Little Saint St
    New Old Operation Project Team Unit Board Act Bill Programme Plan Trust Council Police Force
    Constabulary Group Day Week Month Year Report Review Code Charter Law Pathway Watch Scheme Fund
    Service Services Office Home January February March April May June July August September October
    November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter England
    Wales Britain Kingdom""".split()
)
"""Words of places, months and bodies that stand beside a given name ("Victoria Road", "Grace House")."""


def _persons(text: str, known: Known) -> Iterator[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _TITLED.finditer(text):
        name = _trimmed(match["name"])
        if name and not known.has(name):
            found.append((match.start(), match.start("name") + len(name)))
    for match in _PAIR.finditer(text):
        taken = any(start <= match.start("name") < end or start < match.end() <= end for start, end in found)
        if not taken and _is_person(text, match) and not known.has(match["name"]):
            found.append(match.span("name"))
    yield from sorted(found)


def _trimmed(name: str) -> str:
    """A name without the words behind it that are no names; "" where none is left."""
    words = name.split()
    while words and _no_name(words[-1]):
        words.pop()
    return "" if any(_no_name(one) for one in words) else " ".join(words)


def _is_person(text: str, match: re.Match[str]) -> bool:
    if _no_name(match["last"]) or _no_name(match["given"]):
        return False
    if match["given"] in GIVEN_NAMES:
        return not _goes_on(text, match.end())
    said = _AFTER.match(text, match.end()) or _BEFORE.search(text, max(0, match.start() - 24), match.start())
    return said is not None and match.start() > 0 and not _goes_on(text, match.end())


def _goes_on(text: str, at: int) -> bool:
    """Does a word of a place or body follow ("Victoria Grove Road", "Alexandra Palace School")?"""
    after = re.match(rf" ({_WORD})", text[at : at + 24])
    return after is not None and _no_name(after[1])


def _no_name(word: str) -> bool:
    bare = word.rstrip(".’'")
    return bare in PLACE_WORDS or bare.casefold() in NOT_NAMES or len(bare) < 2


PERSON = Check(
    "person", "Name of somebody without a public post", "This names somebody who holds no public post.",
    "Leave the name out, or say why everybody may read it.", _persons,
)  # fmt: skip
