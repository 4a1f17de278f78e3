"""Owners as the action column prints them, and which owner belongs to which action.

A cell may hold one owner ("DCC"), owners for a numbered list ("1.ACC 2.ACC 3.DPCC/ ACC") broken over
lines, a name, or a body. Pairing keeps the order, then looks at numbers, then at heights.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.minutes.homoglyphs import fold_owner
from answerable.core.minutes.passage import Passage, join

_SPLIT = re.compile(r"\s*(?:/|&|,|;|\+|\band\b|\bAND\b|\bwith\b|\n)\s*")
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})\s*[.):]\s*(?=[A-Za-z])")
MAX_CELL = 90  # characters: a longer cell is prose, not owners
PLAIN_WORDS = frozenset(
    [
        "none",
        "noted",
        "update",
        "action",
        "actions",
        "item",
        "title",
        "the",
        "a",
        "discussed",
        "agreed",
        "apologies",
        "outcome",
        "yes",
        "no",
        "ongoing",
        "complete",
        "completed",
        "closed",
        "open",
    ]
)


@dataclass(frozen=True, slots=True)
class OwnerMark:
    """One owner mark of a cell: the number printed before it, the owners, where it stands."""

    number: int | None
    owners: tuple[str, ...]
    place: Passage
    beside: tuple[float, float] | None


OwnerCell = tuple[Passage, tuple[float, float] | None]
"""A paragraph of an owner cell, and the lines that it stands beside."""


_FOR_A_TIME = re.compile(r"(?<!\w)[AT]/(?=[A-Z]{2})")
"""What makes a post an acting or temporary one ("A/DCC"); its letter is no word."""
_BETWEEN_TOKENS = re.compile(r"[\s/&,;+.()\[\]]+|\band\b|\ball\b")


def looks_like_owners(text: str) -> bool:
    """Whether all of a cell reads as owners: initials, posts, names, with numbers and strokes."""
    if not text or len(text) > MAX_CELL:
        return not text
    if text.strip(" -–—./") == "":
        return True
    folded = fold_owner(text)
    bare = _FOR_A_TIME.sub("", _NUMBERED.sub(" ", " " + folded))
    tokens = [token for token in _BETWEEN_TOKENS.split(bare) if token]
    if not tokens:
        return True
    if any(token.lower() in PLAIN_WORDS for token in tokens):
        return False
    return all(_ownerly(token) for token in tokens) and not (len(tokens) > 3 and bare.strip().endswith("."))


_OWNERLY = re.compile(r"[A-Z][\w'’-]*|\d{1,2}|of|the|for|x")


def _ownerly(token: str) -> bool:
    return bool(_OWNERLY.fullmatch(token)) and not token.islower()


_BESIDE_POST = re.compile(r"^[Tt]he | \([^)]*\)$")


def bare_post(printed: str) -> str:
    """ "ACC" of "ACC (Ops)" and "the ACC"."""
    return _BESIDE_POST.sub("", printed)


def split_owners(text: str, known: frozenset[str]) -> list[str]:
    """``"DPCC/ ACC"`` as ["DPCC", "ACC"]; a stroke of a post ("T/ACC", "C/Supt") holds."""
    found: list[str] = []
    pieces = [piece.strip(" .:-–—()[]") for piece in _SPLIT.split(text)]
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece in ("T", "A", "D", "C") and index + 1 < len(pieces) and f"{piece}/" in text.replace(" ", ""):
            index += 1
            piece = f"{piece}/{pieces[index]}"
        if "(" in piece:
            piece += ")"  # "ACC (Ops)": a bracket inside an owner was stripped at its end
        if any(character.isalpha() for character in piece):
            found.extend(_apart(piece, known))
        index += 1
    return list(dict.fromkeys(found))


def _apart(piece: str, known: frozenset[str]) -> list[str]:
    """Abbreviations printed beside each other with a blank ("ACC DCC") are two owners."""
    words = piece.split()
    if len(words) > 1 and "(" not in piece and all(_abbreviation(word, known) for word in words):
        return words
    return [piece]


def _abbreviation(word: str, known: frozenset[str]) -> bool:
    """A known abbreviation or capitals; "Chair" and other words that open with one capital are none."""
    return sum(character.isupper() for character in word) > 1 and (word in known or word.isupper())


_TWO_CAPITALS = re.compile(r"\b([A-Z]{1,6}) ([A-Z]{1,6})\b")


def mend_breaks(text: str, known: frozenset[str]) -> str:
    """``3.DPC C/ACC`` (broken over lines) as ``3.DPCC/ACC``, where only the whole is known."""

    def glued(found: re.Match[str]) -> str:
        one, other = found[1], found[2]
        if one + other in known and not (one in known and other in known):
            return one + other
        return found[0]

    return _TWO_CAPITALS.sub(glued, text)


def read_marks(cell: Sequence[OwnerCell], known: frozenset[str]) -> list[OwnerMark]:
    """The owner marks of one cell's paragraphs, in order."""
    marks: list[OwnerMark] = []
    for place, beside in _joined(cell, known):
        folded = fold_owner(place.text)
        starts = list(_NUMBERED.finditer(folded))
        if not starts:
            owners = split_owners(mend_breaks(folded, known), known)
            if owners:
                marks.append(OwnerMark(None, tuple(owners), place, beside))
            continue
        if starts[0].start() > 0:
            head = folded[: starts[0].start()]
            owners = split_owners(mend_breaks(head, known), known)
            if owners:
                marks.append(OwnerMark(None, tuple(owners), place.cut(0, starts[0].start()), beside))
        for index, found in enumerate(starts):
            end = starts[index + 1].start() if index + 1 < len(starts) else len(folded)
            owners = split_owners(mend_breaks(folded[found.end() : end], known), known)
            if owners:
                marks.append(OwnerMark(int(found[1]), tuple(owners), place.cut(found.start(), end), beside))
    return marks


def _joined(cell: Sequence[OwnerCell], known: frozenset[str]) -> list[OwnerCell]:
    """Paragraphs of a cell, each continuation ("C/ACC" after "3.DPC") joined to the one before."""
    found: list[OwnerCell] = []
    for place, beside in cell:
        if found and _continues(found[-1][0].text, place.text, known):
            before = found[-1]
            span = before[1] if beside is None or before[1] is None else (before[1][0], beside[1])
            found[-1] = (join([before[0], place]), span)
        else:
            found.append((place, beside))
    return found


def _continues(before: str, text: str, known: frozenset[str]) -> bool:
    if before.rstrip().endswith(("/", "&", ",", "+")) or text.startswith(("/", "&", "+")):
        return True
    last = re.findall(r"[A-Za-z]+$", before)
    first = re.match(r"[A-Za-z]+", text)
    return bool(last and first and last[0] not in known and last[0] + first[0] in known)


SKIP_OWNER = 1000.0  # leaving an owner mark without an action: worse than any distance on a page
WRONG_NUMBER = 100.0  # pairing "2.ACC" with the action numbered 1
NO_HEIGHT = 0.5  # where heights are not known, order alone decides, the nearer in order the better


def pair(
    marks: Sequence[OwnerMark], actions: Sequence[tuple[int | None, tuple[float, float] | None]]
) -> list[int | None]:
    """For each mark the index of its action: the cheapest assignment that keeps the order.

    ``actions`` are (printed number, lines of the row that it stands beside). Dynamic programming over
    marks and actions, O(marks x actions).
    """
    rows, columns = len(marks), len(actions)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        best[i][0] = best[i - 1][0] + SKIP_OWNER
        for j in range(1, columns + 1):
            take = best[i - 1][j - 1] + _cost(marks[i - 1], actions[j - 1], i, j)
            best[i][j] = min(take, best[i][j - 1], best[i - 1][j] + SKIP_OWNER)
    return _walk_back(best, marks, actions)


def _walk_back(
    best: list[list[float]],
    marks: Sequence[OwnerMark],
    actions: Sequence[tuple[int | None, tuple[float, float] | None]],
) -> list[int | None]:
    answer: list[int | None] = [None] * len(marks)
    i, j = len(marks), len(actions)
    while i > 0 and j > 0:
        if best[i][j] == best[i - 1][j - 1] + _cost(marks[i - 1], actions[j - 1], i, j):
            answer[i - 1] = j - 1
            i, j = i - 1, j - 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i -= 1
    return answer


def _cost(mark: OwnerMark, action: tuple[int | None, tuple[float, float] | None], i: int, j: int) -> float:
    number, beside = action
    cost = 0.0
    if mark.number is not None and number is not None and mark.number != number:
        cost += WRONG_NUMBER
    if mark.number is not None and number is None:
        cost += WRONG_NUMBER / 2
    if mark.beside is None or beside is None:
        return cost + abs(j - i) * NO_HEIGHT / 100
    middle = sum(mark.beside) / 2
    if beside[0] <= middle <= beside[1]:
        return cost
    return cost + min(abs(beside[0] - middle), abs(beside[1] - middle))
