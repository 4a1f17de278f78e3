"""Which earlier action an update is about: a score from 0 to 1, and what it is made of.

An update names its action by the meeting that gave it, by the agenda item it stood under, and by its words,
and any of the three may be missing or wrong. Each is scored by itself; the score is their weighted mean.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.core.actions.numbers import likeness_of_numbers, normal_number
from answerable.core.actions.wording import Wording, likeness

__all__ = [
    "MATCHES",
    "OFFERED",
    "Candidate",
    "EarlierAction",
    "Report",
    "assign",
    "candidates",
    "normal_number",
]

MATCHES = 0.7
"""At this score an update is tied to its action without a person.

Words alike reach it alone (0.6 of the weight lies on them, and only a likeness above 0.85 says more than
place and month against it); the right month and item reach it with half of the words in common.
"""

OFFERED = 0.35
"""From this score an action is offered to a person; below it the words share only small change."""

WORDING_WEIGHT, MEETING_WEIGHT, ITEM_WEIGHT = 0.6, 0.2, 0.2

SAME_WORDS = 0.93
"""Wordings this alike are one action, whatever the month and item printed beside them."""

NEXT_MEETING_DAYS = 45
"""Minutes often call a meeting by the month before or after: so near, the month is half right."""

CLEAR_LEAD = 0.08
"""A match must lead the next best by this much, else a person decides between them."""

IN_ORDER = 0.6
"""What is left is paired in order only among actions whose item is at least so alike."""


@dataclass(frozen=True, slots=True)
class EarlierAction:
    """An action of the register: ``number`` is the printed path of its item ("2.1.c"), None where unnumbered.

    ``order`` is its place among the actions of its meeting, from 0.
    """

    key: Hashable
    given_on: date
    number: str | None
    text: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """An update as read: ``meeting`` is "2018-02", ``item`` as printed, ``action`` the words it quotes."""

    meeting: str | None
    item: str | None
    action: str
    update: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An action that a report may be about; each part is from 0 to 1, None where the report does not say.

    ``order`` is 1 where the report was tied to the action by their order within one item.
    """

    key: Hashable
    score: float
    meeting: float | None
    item: float | None
    wording: float
    order: float | None = None


def candidates(report: Report, actions: Iterable[EarlierAction], *, said_on: date) -> list[Candidate]:
    """The actions given before ``said_on`` that score at least ``OFFERED``, best first."""
    words = Wording.of(report.action)
    scored = (_candidate(report, words, action) for action in actions if action.given_on < said_on)
    return sorted((one for one in scored if one.score >= OFFERED), key=lambda one: -one.score)


def assign(
    reports: Sequence[Report], actions: Sequence[EarlierAction], *, said_on: date
) -> list[Candidate | None]:
    """For each report its action, each action once; None where none scores ``MATCHES`` or two are too near.

    What is then left of one meeting's item, reports and actions as many, is paired in the order printed:
    "1. Ongoing", "2. Complete" below the two actions that they answer.
    """
    earlier = [action for action in actions if action.given_on < said_on]
    found = _by_score(reports, earlier)
    _by_order(reports, earlier, found)
    return found


def _candidate(report: Report, words: Wording, action: EarlierAction) -> Candidate:
    meeting = None if report.meeting is None else _meeting(report.meeting, action.given_on)
    item = None if report.item is None else likeness_of_numbers(report.item, action.number)
    wording = likeness(words, Wording.of(action.text))
    score = _mean((wording, WORDING_WEIGHT), (meeting, MEETING_WEIGHT), (item, ITEM_WEIGHT))
    if wording >= SAME_WORDS:
        score = max(score, wording)
    return Candidate(action.key, round(score, 4), meeting, item, round(wording, 4))


def _mean(*parts: tuple[float | None, float]) -> float:
    """The weighted mean of what is known."""
    known = [(value, weight) for value, weight in parts if value is not None]
    return sum(value * weight for value, weight in known) / sum(weight for _, weight in known)


def _meeting(printed: str, given_on: date) -> float:
    """1 for the month printed, half for a meeting close to it, else 0."""
    year, month = (int(part) for part in printed.split("-")[:2])
    if (given_on.year, given_on.month) == (year, month):
        return 1.0
    return 0.5 if abs((given_on - date(year, month, 15)).days) <= NEXT_MEETING_DAYS else 0.0


def _by_score(reports: Sequence[Report], earlier: Sequence[EarlierAction]) -> list[Candidate | None]:
    """The best pairs first; of equal ones those that keep the order of reports and actions."""
    order = {action.key: at for at, action in enumerate(earlier)}
    pairs = []
    for at, report in enumerate(reports):
        words = Wording.of(report.action)
        pairs += [(at, _candidate(report, words, action)) for action in earlier]
    pairs = [(at, one) for at, one in pairs if one.score >= OFFERED]
    pairs.sort(key=lambda pair: (-pair[1].score, pair[0], order[pair[1].key]))
    found: list[Candidate | None] = [None] * len(reports)
    taken: set[Hashable] = set()
    for at, one in pairs:
        if (
            one.score >= MATCHES
            and found[at] is None
            and one.key not in taken
            and _leads(at, one, pairs, taken)
        ):
            found[at] = one
            taken.add(one.key)
    return found


def _leads(at: int, one: Candidate, pairs: Sequence[tuple[int, Candidate]], taken: set[Hashable]) -> bool:
    """Whether no other free action is nearly as likely, or the words are as good as the same."""
    if one.wording >= SAME_WORDS:
        return True
    rivals = (other for to, other in pairs if to == at and other.key != one.key and other.key not in taken)
    return all(one.score - other.score >= CLEAR_LEAD for other in rivals)


def _by_order(
    reports: Sequence[Report], earlier: Sequence[EarlierAction], found: list[Candidate | None]
) -> None:
    taken = {one.key for one in found if one is not None}
    for meeting, item in dict.fromkeys((report.meeting, report.item) for report in reports):
        if meeting is None or item is None:
            continue
        waiting = [
            at
            for at, report in enumerate(reports)
            if found[at] is None and (report.meeting, report.item) == (meeting, item)
        ]
        free = [action for action in earlier if action.key not in taken and _in_place(meeting, item, action)]
        free.sort(key=lambda action: (action.given_on, action.order))
        if not waiting or len(waiting) != len(free):
            continue
        for at, action in zip(waiting, free, strict=True):
            one = _candidate(reports[at], Wording.of(reports[at].action), action)
            found[at] = replace(one, order=1.0, score=round(max(one.score, MATCHES), 4))
            taken.add(action.key)


def _in_place(meeting: str, item: str, action: EarlierAction) -> bool:
    return _meeting(meeting, action.given_on) == 1 and likeness_of_numbers(item, action.number) >= IN_ORDER
