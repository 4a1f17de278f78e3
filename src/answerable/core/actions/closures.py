"""Actions closed many at a time by their numbers: "Actions 1, 2 and 4 from June 2025 can be closed."

Minutes name them by the number that the action was printed with, by its agenda item where it had none, or
by the office's own number; and by the month of the meeting that gave them, once for several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from answerable.core.actions.numbers import normal_number
from answerable.core.actions.wording import Wording, likeness

_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_CLOSED = re.compile(
    r"\b(?:can|may|could|should|to|will)(?: all| both)?(?: now)? be (?:closed|discharged|signed off)\b"
    r"|\b(?:are|were|was|is|been)(?: all| both)?(?: now)? (?:closed|discharged|signed off|done|completed?)\b"
    r"|^(?:actions? )?(?:closed|discharged)\s*:",
    re.IGNORECASE,
)
_ABOUT_ACTIONS = re.compile(
    r"\bactions?\b|\bthe following\b|\bA-\d{3,}|^(?:closed|discharged)\s*:", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()]*\)")
_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_MONTH = re.compile(rf"\b(?P<name>{'|'.join(_MONTHS)})\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(_MONTHS)})(?:\s+\d{{4}})?\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<both>\bboth\b[^,;]*?)?(?<![\w.£-])(?P<number>A-\d{3,}|\d{1,3}(?:\.\w{1,3})*)(?![\w%])",
    re.IGNORECASE,
)


class Closure(NamedTuple):
    """An action that is called closed: ``month`` is "2025-06" or None; ``both``: the number names two.

    ``words`` are those beside the number, which can say more of the action; ``said`` is the sentence with no
    other bracket than the one behind the number: "1 (done on 26 June), 2, 4 and 8 can be closed."
    """

    month: str | None
    number: str
    both: bool
    sentence: str
    words: str = ""
    said: str = ""

    @property
    def closes(self) -> int:
        return 2 if self.both else 1


class Numbered(NamedTuple):
    """An action as it can be named: the office's number, its printed label, its item's number, its words."""

    key: int
    office_number: str | None
    label: str | None
    item: str | None
    text: str = ""


def closures(text: str) -> Iterator[Closure]:
    """What an entry says can be closed, in the order printed."""
    if not _CLOSED.search(text):
        return
    month: str | None = None
    for sentence in _SENTENCES.split(text):
        if not (_CLOSED.search(sentence) and _ABOUT_ACTIONS.search(sentence)):
            continue
        for clause in _BRACKETS.sub(" ", sentence).split(";"):
            found = _MONTH.search(clause)
            if found:
                month = f"{found['year']}-{_MONTHS.index(found['name'].lower()) + 1:02}"
            bare = _MONTH.sub(" ", _DAY.sub(" ", clause))
            for number in _NUMBER.finditer(bare):
                said = _without_others(sentence, number["number"])
                yield Closure(month, number["number"], bool(number["both"]), sentence, bare, said)


def _without_others(sentence: str, number: str) -> str:
    """The sentence without the brackets that belong to other numbers than this one."""
    own = re.compile(rf"(?<![\w.]){re.escape(number)}\s*$")

    def kept(bracket: re.Match[str]) -> str:
        return bracket.group() if own.search(sentence[: bracket.start()]) else ""

    return re.sub(r"\s+(?=[,.;:\s])", "", _BRACKETS.sub(kept, sentence))


def named(closure: Closure, actions: Sequence[Numbered]) -> list[int]:
    """The keys of the actions that a closure names; none where it is not certain which.

    ``actions``: those of the month that it names, or all where it names none; the oldest first.
    """
    found = _meant(closure, actions)
    return [one.key for one in found] if len(found) == closure.closes else []


def likely(closure: Closure, actions: Sequence[Numbered]) -> list[tuple[int, float]]:
    """Where it is not certain which action a closure names, the likeliest, each with its score.

    The score is the share of as many as are closed among all that the number can mean, 0 to 1. Of these the
    likeliest have the closure's words, and were given last.
    """
    found = _meant(closure, actions)
    if not found or len(found) == closure.closes:
        return []
    words = Wording.of(closure.words)
    ranked = sorted(
        enumerate(found), key=lambda one: (likeness(words, Wording.of(one[1].text)), one[0]), reverse=True
    )
    score = min(len(found), closure.closes) / max(len(found), closure.closes)
    return [(one.key, score) for _, one in sorted(ranked[: closure.closes])]


def _meant(closure: Closure, actions: Sequence[Numbered]) -> list[Numbered]:
    """All that the number can mean."""
    number = closure.number
    if number.upper().startswith("A-"):
        return [one for one in actions if one.office_number == number.upper()]
    if any(one.label for one in actions):
        return [one for one in actions if one.label == number]
    if closure.month is None:
        return []
    wanted = normal_number(number)
    return [one for one in actions if one.item is not None and normal_number(one.item) == wanted]
