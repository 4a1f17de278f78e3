"""What a topic's page says in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from answerable.actions.models import ActionStep, Commitment
from answerable.components import words
from answerable.core.subjects.thread import Asker
from answerable.minuting.models import Assurance
from answerable.offices.models import Office
from answerable.workspace.topics.telling import Told

STEPS = {str(value): str(label).lower() for value, label in ActionStep.Kind.choices}
JUDGEMENTS = {str(value): str(label) for value, label in Assurance.Judgement.choices}
PROMISES = {
    str(Commitment.Standing.PROMOTED): "made an action",
    str(Commitment.Standing.KEPT): "kept",
    str(Commitment.Standing.BROKEN): "not kept",
    str(Commitment.Standing.DISMISSED): "dismissed",
    str(Commitment.Standing.WATCHED): "watched",
}
STATUSES = {"open": "", "reported": "reported as done", "complete": "complete"}
SIDES = {"force": "The force reported", "office": "The office reported", "body": "It was reported"}


@dataclass(frozen=True, slots=True)
class Day:
    """What one meeting, or one day outside a meeting, added to the thread."""

    on: dt.date
    forum: str
    meeting: int | None
    lines: Sequence[Told]


def days(lines: Sequence[Told]) -> list[Day]:
    """Lines in order, those of one meeting together."""
    grouped = groupby(lines, key=lambda one: (one.event.on, one.event.forum, one.meeting))
    return [Day(*where, list(some)) for where, some in grouped]


def asked_by(some: Sequence[Asker], office: Office) -> str:
    """ "2 commissioners and the DPCC": the commissioner's post by its name, others as the minutes have it."""
    own = initials(office.commissioner_label)
    return words.listed(_asker(one, own) for one in some)


def _asker(one: Asker, commissioner: str) -> str:
    if one.post == commissioner:
        return "the commissioner" if one.people == 1 else words.plural(one.people, "commissioner")
    return f"the {one.post}" if one.people == 1 else f"{one.people} people as {one.post}"


def initials(title: str) -> str:
    """ "Police and Crime Commissioner": PCC"""
    return "".join(word[0] for word in title.split() if word[:1].isupper())


def outcomes(counts: Sequence[tuple[str, int]]) -> str:
    """ "2 kept on time, 1 lapsed" """
    return ", ".join(f"{words.number(count)} {name}" for name, count in counts)


def later(told: Told) -> str:
    """What happened to an action, before the words that say more: "Complete", "Due date moved"."""
    tag = getattr(told.row, "tag", "")
    if told.table == "actions.actionstep":
        return STEPS.get(tag, tag)
    if told.table == "actions.report":
        return SIDES[tag].lower()
    if told.table == "actions.action":
        return told.row.state
    return STATUSES.get(tag, tag)
