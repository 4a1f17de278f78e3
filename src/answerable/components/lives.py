"""The life of an action as a row of marks, and the words for each step of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.components.charts import Mark

MOST_MARKS = 60  # on the picture: the newest, where there are more

WORDS = {
    "given": "Given",
    "outstanding": "Still open",
    "progress": "Reported on, not done yet",
    "carried": "Carried",
    "reported": "Reported",
    "refused": "Not accepted",
    "moved": "Moved",
    "happened": "What it waited for happened",
    "met": "One date met",
    "referred": "Referred",
    "returned": "Came back",
    "joined": "Another was merged into it",
    "split": "Split",
    "passed": "Passed on",
    "reopened": "Opened again",
    "complete": "Complete",
    "closed": "Closed",
    "withdrawn": "Withdrawn",
    "merged": "Merged",
    "due": "Due",
    "silent": "Not mentioned",
    "cancelled": "Cancelled",
}
SHORT = {
    "progress": "Not done yet",
    "happened": "Happened",
    "met": "Date met",
    "joined": "Joined",
    "reopened": "Reopened",
}
"""The word on the picture, where the sentence's is too long for it."""

SHAPES = {
    "given": "full",
    "reopened": "full",
    "moved": "up",
    "happened": "up",
    "referred": "up",
    "returned": "up",
    "complete": "square",
    "closed": "square",
    "withdrawn": "square",
    "merged": "square",
    "due": "bar",
    "silent": "small",
    "cancelled": "small",
}
RING = "ring"  # every other word on an action
OVERDUE = "Overdue"  # a date that passed with the action open


class Step(Protocol):
    """A line of a life as it is told; ``count`` meetings in a run end at ``until``.

    ``dues``: of a move the days that it was moved to.
    """

    @property
    def kind(self) -> str: ...
    @property
    def word(self) -> str: ...
    @property
    def on(self) -> dt.date: ...
    @property
    def until(self) -> dt.date | None: ...
    @property
    def count(self) -> int: ...
    @property
    def dues(self) -> Sequence[dt.date]: ...
    @property
    def said(self) -> str: ...


def marks(steps: Sequence[Step], today: dt.date, now: str = "Today") -> list[Mark]:
    """The life for the picture; the year stands over its first mark, and the day looked from at its end."""
    found: list[Mark] = []
    year = 0
    for step in steps[-MOST_MARKS:]:
        below = words.plural(step.count, "meeting") if step.count > 1 else ""
        if step.dues:
            below = _("to %(day)s") % {"day": f"{_day(step.dues[0])} {step.dues[0]:%y}"}
        found.append(
            Mark(
                SHAPES.get(step.kind, RING),
                words.said(SHORT.get(step.kind, step.word)),
                _when(step),
                below,
                str(step.on.year) if step.on.year != year else "",
            )
        )
        year = step.on.year
    if steps and today > steps[-1].on:
        found.append(
            Mark("now", words.said(now), _day(today), "", str(today.year) if today.year != year else "")
        )
    return found


def _when(step: Step) -> str:
    """6 Mar; of a run "Mar–May 19", or "Mar 19" where it is all in one month"""
    if step.until is None or step.count == 1:
        return _day(step.on)
    last = f"{_month(step.until)} {step.until:%y}"
    together = (step.on.year, step.on.month) == (step.until.year, step.until.month)
    return last if together else f"{_month(step.on)}–{last}"


def _day(day: dt.date) -> str:
    """6 Mar"""
    return f"{day.day} {_month(day)}"


def _month(day: dt.date) -> str:
    return str(MONTHS_3[day.month]).capitalize()


def in_words(steps: Sequence[Step]) -> str:
    """What the picture shows, for those who do not see it."""
    return "; ".join(
        f"{step.said[0].lower()}{step.said[1:]}, {words.date(step.on)}" for step in steps[-MOST_MARKS:]
    )
