"""An action's rows as the mentions and sittings that the rules of its life are told in, and the life told.

What a mention means, which dates stand and whether they were kept is said by ``core.actions`` alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from answerable.actions.models import Action, ActionStep, ActionUpdate, Report
from answerable.actions.telling import Announced, giving, of_report, of_step
from answerable.components import words
from answerable.components.lives import OVERDUE, WORDS
from answerable.core.actions.life import (
    CANCELLED,
    Mention,
    Move,
    Sitting,
    Standing,
    first_due,
    in_order,
    kept,
    moves,
    standing,
    state,
)
from answerable.core.actions.saying import mention
from answerable.core.actions.steps import BASES
from answerable.core.actions.timeline import Moment, timeline
from answerable.meetings.models import Forum, Meeting

MOST_SITTINGS = 1000  # meetings of its forums that are looked at for one action

Said = ActionUpdate | ActionStep | Report
Told = tuple[Mention, Said | None]
"""A mention and the row that says it; the giving has none."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the life as it is told: what, when, what was said, and the row that says it."""

    kind: str
    word: str
    on: dt.date
    until: dt.date | None
    count: int
    row: Said | None
    meeting: Meeting | None
    mention: Mention | None = None

    @property
    def update(self) -> ActionUpdate | None:
        return self.row if isinstance(self.row, ActionUpdate) else None

    @property
    def step(self) -> ActionStep | None:
        return self.row if isinstance(self.row, ActionStep) else None

    @property
    def report(self) -> Report | None:
        return self.row if isinstance(self.row, Report) else None

    @property
    def dues(self) -> tuple[dt.date, ...]:
        """Of a move the days that it was moved to."""
        return self.mention.dues if self.mention and self.kind in ("moved", "happened") else ()

    @property
    def said(self) -> str:
        """The word with what it came to: "Moved to 29 February 2024"."""
        if self.kind == "moved" and self.mention:
            event = [f"wait for “{self.mention.waits_for}”"] if self.mention.waits_for else []
            return f"{self.word} to {words.listed([*map(words.date, self.dues), *event])}"
        if self.kind == "met" and self.mention and self.mention.dues:
            return f"What was due {words.date(self.mention.dues[0])} is done"
        if self.kind == "happened" and self.dues:
            return f"{self.word}: due {words.listed(map(words.date, self.dues))}"
        return f"{self.word}{_more(self.step)}"


def _more(step: ActionStep | None) -> str:
    """What a step adds to its word: how it was seen, where it went, who has it now."""
    if step is None:
        return ""
    if step.basis:
        return f": {BASES[step.basis][0].lower()}{BASES[step.basis][1:]}"
    if step.forum:
        return f" to {step.forum.name}"
    if step.kind == "passed" and step.person:
        return f" to {step.person.name}"
    return ""


@dataclass(frozen=True, slots=True)
class Dates:
    """The date first given, the one that stands now, every move, and whether it was kept."""

    first: dt.date | None
    standing: Standing
    moves: list[Move]
    kept: str | None
    days_past_first: int

    @property
    def now(self) -> dt.date | None:
        return min(self.standing.dates, default=None)

    @property
    def times(self) -> int:
        return len(self.moves)

    @property
    def moved(self) -> str:
        """moved once, moved twice, moved 3 times"""
        return f"moved{often(self.times)}"

    @property
    def slipped(self) -> str:
        """How far it slipped and why, and what cancelled meetings did apart; "" where nobody said why."""
        if not any(one.mention.cause for one in self.moves):
            return ""
        own = [one for one in self.moves if one.slipped]
        apart = [one for one in self.moves if one.mention.cause == CANCELLED]
        said = []
        if own:
            days = sum(one.days for one in own)
            said.append(f"Slipped{often(len(own))}, by {words.plural(days, 'day')} in all.")
        if apart:
            days = sum(one.days for one in apart)
            said.append(
                f"A cancelled or moved meeting put it off{often(len(apart))}, by {words.plural(days, 'day')}."
            )
        return " ".join(said)


def often(times: int) -> str:
    return {1: " once", 2: " twice"}.get(times, f" {times} times")


def mentions(
    action: Action,
    updates: Sequence[ActionUpdate],
    steps: Sequence[ActionStep],
    reports: Sequence[Report],
    rule: Announced,
) -> list[Told]:
    """The giving, and every row that says something of the action as the mention that it is, in order."""
    dues = [(due.date, due.text) for due in action.dues.all()]
    first = giving(action.given, action.meeting.forum_id, dues, rule, action.text)
    if any(one.owner for one in reports):
        first = replace(first, owners=tuple(owner.printed for owner in action.owners.all()))
    told: list[Told] = [(first, None)]
    told += [(mention(one.status, one.text, one.meeting.date, one.meeting.forum_id), one) for one in updates]
    told += [(of_step(one), one) for one in steps]
    told += [(of_report(one), one) for one in reports]
    rows = {id(said): row for said, row in told}
    return [(said, rows[id(said)]) for said in in_order(said for said, _ in told)]


def dates(told: Sequence[Told], today: dt.date) -> Dates:
    said = [one for one, _ in told]
    first = first_due(said)
    past = (today - first).days if first and state(said) == "open" else 0
    return Dates(first, standing(said), moves(said), kept(said), max(past, 0))


def life(told: Sequence[Told], sittings: Sequence[Meeting], today: dt.date) -> list[Step]:
    """Every meeting and date of the action's life; silent meetings one after another are one step."""
    forums = forums_of(sittings)
    successors: dict[Hashable, Hashable] = {one.succeeds_id: one.pk for one in forums if one.succeeds_id}
    moments = timeline([one for one, _ in told], [_sitting(one) for one in sittings], successors, today)
    held = {(one.date, one.forum_id): one for one in sittings}
    rows = {id(one): row for one, row in told if row}
    steps = []
    for _, run in groupby(enumerate(moments), key=lambda pair: -1 if pair[1].kind == "silent" else pair[0]):
        steps.append(_step([moment for _, moment in run], rows, held))
    return steps


def forums_of(sittings: Sequence[Meeting]) -> list[Forum]:
    return list({one.forum_id: one.forum for one in sittings}.values())


def _sitting(meeting: Meeting) -> Sitting:
    return Sitting(meeting.date, meeting.forum_id, meeting.state == "cancelled")


def _step(run: list[Moment], rows: Mapping[int, Said], held: Mapping[tuple[dt.date, int], Meeting]) -> Step:
    first, last = run[0], run[-1]
    where = (first.on, first.forum) if isinstance(first.forum, int) else None
    return Step(
        kind=first.kind,
        word=OVERDUE if first.late else WORDS[first.kind],
        on=first.on,
        until=last.on if len(run) > 1 else None,
        count=len(run),
        row=rows.get(id(first.mention)),
        meeting=held.get(where) if where else None,
        mention=first.mention,
    )
