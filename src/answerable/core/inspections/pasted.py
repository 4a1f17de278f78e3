"""The recommendations of a report as somebody pastes them: a numbered list, with kinds as headings or before
a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

KINDS = {
    "recommendation": "Recommendation",
    "concern": "Cause of concern",
    "improvement": "Area for improvement",
}
MOST = 100  # of one report: the longest have a few dozen
LONGEST = 4000  # characters: two pages of print
LONGEST_NUMBER = 40  # characters, as the column has it

_KIND = re.compile(
    r"""^\s*(?:
        (?P<recommendation>recommendations?|recs?\.?)
      | (?P<concern>causes?\ of\ concern|coc)
      | (?P<improvement>areas?\ for\ improvement|afis?)
    )(?=$|[\s:.)\d–-])\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(
    r"""^\s*(?:
        \(?(?P<dotted>\d{1,3}(?:\.\d{1,3})*)\s*[.):–-]+(?=\s|$)
      | (?P<bare>\d{1,3}(?:\.\d{1,3})*)(?=\t|[ ]{2,}|$)
      | \(?(?P<letter>[a-z])[.)](?=\s|$)
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_KIND = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3})*)\s*[.):–-]*\s*")
_BULLET = re.compile(r"^\s*[•●▪◦‣∙·*\-–—]\s+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """``number`` as printed, or counted on where none was; ``kind`` is one of KINDS."""

    kind: str
    number: str
    text: str


@dataclass(slots=True)
class _Begun:
    kind: str
    number: str
    words: list[str]


def recommendations_in(text: str, kind: str = "recommendation", there: Collection[str] = ()) -> list[Pasted]:
    """The recommendations of a pasted text.

    A number, a bullet or a kind with its number ("Area for improvement 2:") begins one; a line without goes
    on with it. A kind alone on its line is that of what follows it; ``kind`` is that of what has none. Where
    nothing begins one, each line is one. ``there`` are numbers that are taken: what has none is counted on.
    """
    lines = [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]
    begun: list[_Begun] = []
    marks = any(_marked(line) for line in lines)
    for line in lines:
        found = _kind_of(line)
        if found and not found[1] and not found[2]:
            kind = found[0]
        elif found and (found[1] or _has_mark_after_kind(line)):
            begun.append(_Begun(found[0], found[1], [found[2]]))
        elif marks and not _marked(line) and begun:
            begun[-1].words.append(line)
        else:
            number, words = _number_of(line)
            begun.append(_Begun(kind, number, [words]))
    return _numbered(begun, there)


def _kind_of(line: str) -> tuple[str, str, str] | None:
    """Kind, number and words of a line that begins with a kind."""
    found = _KIND.match(line)
    if found is None:
        return None
    rest = line[found.end() :]
    number = _AFTER_KIND.match(rest)
    words = rest[number.end() :] if number else rest.lstrip(" :.–-")
    return str(found.lastgroup), number["number"] if number else "", words.strip()


def _has_mark_after_kind(line: str) -> bool:
    found = _KIND.match(line)
    return bool(found) and line[found.end() if found else 0 :].lstrip().startswith((":", "–", "-"))


def _marked(line: str) -> bool:
    found = _kind_of(line)
    if found is not None:
        return bool(found[1]) or _has_mark_after_kind(line)
    return bool(_NUMBER.match(line) or _BULLET.match(line))


def _number_of(line: str) -> tuple[str, str]:
    """The number at the beginning of a line, and the words after it."""
    bullet = _BULLET.match(line)
    if bullet:
        return "", line[bullet.end() :]
    found = _NUMBER.match(line)
    if not found:
        return "", line
    return found["dotted"] or found["bare"] or found["letter"], line[found.end() :]


def _numbered(begun: Sequence[_Begun], there: Collection[str]) -> list[Pasted]:
    """With a number each; several kinds that each count from 1 are told apart by their kind's letters."""
    twice = Counter(one.number for one in begun if one.number)
    mixed = len({one.kind for one in begun}) > 1 and any(count > 1 for count in twice.values())
    taken = set(there) | {one.number for one in begun if one.number}
    made, next_free = [], 1
    for one in begun:
        text = " ".join(" ".join(one.words).split())
        number = one.number
        if mixed and number:
            number = f"{_LETTERS[one.kind]}{number}"
        while not number:
            if str(next_free) not in taken:
                number = str(next_free)
                taken.add(number)
            next_free += 1
        if text:
            made.append(Pasted(one.kind, number, text))
    return made


_LETTERS = {"recommendation": "R", "concern": "C", "improvement": "A"}


def problem_with(found: Sequence[Pasted], there: Collection[str] = ()) -> str:
    """The sentence for recommendations that cannot be put in beside ``there``; "" where all can."""
    if not found:
        return "Write at least one recommendation, or paste a list of them."
    if len(found) + len(there) > MOST:
        return f"A report can have {MOST} recommendations: leave some out, or join them."
    for one in found:
        if len(one.text) > LONGEST:
            return f"Shorten number {one.number} to {LONGEST} letters: it has {len(one.text)}."
        if len(one.number) > LONGEST_NUMBER:
            return f"Shorten the number “{one.number[:20]}…” to {LONGEST_NUMBER} letters."
    counted = Counter([*(one.number for one in found), *there])
    twice = next((one.number for one in found if counted[one.number] > 1), "")
    if twice:
        return f"Number {twice} stands twice in this report: give each a number of its own."
    return ""
