"""An action's rows as the mentions and sittings that the rules of its life are told in, and the life told.

What a mention means, which dates stand and whether they were kept is said by ``core.actions`` alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from answerable.actions.models import Action, ActionUpdate
from answerable.components import words
from answerable.components.charts import Mark
from answerable.core.actions.life import Mention, Sitting, dues, first_dues, kept, state, times_moved
from answerable.core.actions.saying import mention
from answerable.core.actions.timeline import Moment, timeline
from answerable.meetings.models import Forum, Meeting

MOST_SITTINGS = 1000  # meetings of its forums that are looked at for one action
MOST_MARKS = 60  # on the picture: the newest, where there are more

WORDS = {
    "given": "Given",
    "outstanding": "Still open",
    "carried": "Carried",
    "reported": "Reported",
    "moved": "Moved",
    "referred": "Referred",
    "complete": "Complete",
    "closed": "Closed",
    "withdrawn": "Withdrawn",
    "due": "Due",
    "silent": "Not mentioned",
    "cancelled": "Cancelled",
}
SHAPES = {
    "given": "full",
    "outstanding": "ring",
    "carried": "ring",
    "reported": "ring",
    "moved": "up",
    "referred": "up",
    "complete": "square",
    "closed": "square",
    "withdrawn": "square",
    "due": "bar",
    "silent": "small",
    "cancelled": "small",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the life as it is told: what, when, what was said, and the row that says it."""

    kind: str
    word: str
    on: dt.date
    until: dt.date | None
    count: int
    update: ActionUpdate | None
    meeting: Meeting | None
    dues: tuple[dt.date, ...] = ()

    @property
    def said(self) -> str:
        """The word with what it came to: "Moved to 29 February 2024"."""
        return f"{self.word} to {words.listed(map(words.date, self.dues))}" if self.dues else self.word


@dataclass(frozen=True, slots=True)
class Dates:
    """The date first given, the one that stands now, how often it was moved, and whether it was kept."""

    first: dt.date | None
    now: dt.date | None
    times: int
    kept: str | None
    days_past_first: int

    @property
    def moved(self) -> str:
        """moved once, moved twice, moved 3 times"""
        often = {1: " once", 2: " twice"}.get(self.times, f" {self.times} times")
        return f"moved{often}"


Told = tuple[Mention, ActionUpdate | None]
"""A mention and the update that says it; the giving has none."""


def mentions(action: Action, updates: Sequence[ActionUpdate]) -> list[Told]:
    """The giving, and each update that counts as the mention that it is."""
    given = tuple(sorted(due.date for due in action.dues.all() if due.date))
    first = Mention(action.given, "given", action.meeting.forum_id, action.text, given)
    later = [(mention(one.status, one.text, one.meeting.date, one.meeting.forum_id), one) for one in updates]
    return [(first, None), *later]


def dates(told: Sequence[Told], today: dt.date) -> Dates:
    said = [one for one, _ in told]
    first, now = min(first_dues(said), default=None), min(dues(said), default=None)
    past = (today - first).days if first and state(said) == "open" else 0
    return Dates(first, now, times_moved(said), kept(said), max(past, 0))


def life(told: Sequence[Told], sittings: Sequence[Meeting], today: dt.date) -> list[Step]:
    """Every meeting and date of the action's life; silent meetings one after another are one step."""
    forums = forums_of(sittings)
    successors: dict[Hashable, Hashable] = {one.succeeds_id: one.pk for one in forums if one.succeeds_id}
    moments = timeline([one for one, _ in told], [_sitting(one) for one in sittings], successors, today)
    held = {(one.date, one.forum_id): one for one in sittings}
    updates = {id(one): update for one, update in told if update}
    steps = []
    for _, run in groupby(enumerate(moments), key=lambda pair: -1 if pair[1].kind == "silent" else pair[0]):
        steps.append(_step([moment for _, moment in run], updates, held))
    return steps


def forums_of(sittings: Sequence[Meeting]) -> list[Forum]:
    return list({one.forum_id: one.forum for one in sittings}.values())


def marks(steps: Sequence[Step], today: dt.date) -> list[Mark]:
    """The same life for the picture; the year stands over its first mark."""
    found: list[Mark] = []
    year = 0
    for step in steps[-MOST_MARKS:]:
        when = f"{step.on:%-d %b}" if step.count == 1 else f"{step.on:%b}–{step.until:%b %y}"
        below = f"{step.count} meetings" if step.count > 1 else ""
        if step.dues:
            below = f"to {step.dues[0]:%-d %b %y}"
        found.append(
            Mark(SHAPES[step.kind], step.word, when, below, str(step.on.year) if step.on.year != year else "")
        )
        year = step.on.year
    if steps and today > steps[-1].on:
        found.append(
            Mark("now", "Today", f"{today:%-d %b}", "", str(today.year) if today.year != year else "")
        )
    return found


def in_words(steps: Sequence[Step]) -> str:
    """What the picture shows, for those who do not see it."""
    return "; ".join(
        f"{step.said[0].lower()}{step.said[1:]}, {words.date(step.on)}" for step in steps[-MOST_MARKS:]
    )


def _sitting(meeting: Meeting) -> Sitting:
    return Sitting(meeting.date, meeting.forum_id, meeting.state == "cancelled")


def _step(
    run: list[Moment], updates: Mapping[int, ActionUpdate], held: Mapping[tuple[dt.date, int], Meeting]
) -> Step:
    first, last = run[0], run[-1]
    where = (first.on, first.forum) if isinstance(first.forum, int) else None
    return Step(
        kind=first.kind,
        word="Overdue" if first.late else WORDS[first.kind],
        on=first.on,
        until=last.on if len(run) > 1 else None,
        count=len(run),
        update=updates.get(id(first.mention)),
        meeting=held.get(where) if where else None,
        dues=first.mention.dues if first.mention and first.kind == "moved" else (),
    )
