"""Typed minutes laid into the record as entries, exchanges, actions and promises, restricted until approved.

The same operation stores them that stores imported minutes, so everything that is told from minutes (lives
of actions, people, topics, search) is told from these as well. What a person restricted for a reason of its
own stays restricted; approval lifts nothing but ``Why.DRAFT``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from answerable.accounts.models import User
from answerable.core.permissions.markings import Marking, Why
from answerable.core.records import RecordError, check, fingerprint
from answerable.core.refusal import Refusal
from answerable.intake.operations.finishing import renew_topics, settle_meetings
from answerable.intake.operations.marking import spread
from answerable.intake.operations.storing import store_again
from answerable.meetings.models import Entry, Figure, Item, Meeting
from answerable.meetings.rows import NewMeeting
from answerable.minuting.models import Assurance, Line
from answerable.workspace.approval.reading import Now, minutes_now

OUT_OF_THE_WAY = 100_000
"""Added to the places of items while they are put in order: no agenda is so long."""

Values = Mapping[str, str]
DRAFT: Values = {"marking": Marking.RESTRICTED, "marking_why": Why.DRAFT, "marking_note": ""}
OPEN: Values = {"marking": Marking.OPEN, "marking_why": "", "marking_note": ""}


@dataclass(frozen=True, slots=True)
class Kept:
    """What people restricted in the record before it is laid again: items by their key, the rest by words."""

    items: Mapping[int, Values]
    lines: Mapping[tuple[type[Any], int | None, str], Values]


@transaction.atomic
def lay(*, meeting: Meeting, by: User, at: datetime) -> Now:
    """Put what is typed into the record, in place of what was laid before. Part of a larger write.

    Raises Refusal.
    """
    order_items(meeting)
    now = minutes_now(meeting)
    if len(now.record["items"]) != meeting.items.count():
        raise Refusal("The agenda cannot be printed as it is: look at the numbers and titles of its items.")
    kept = _take_markings(meeting, now)
    store_again(meeting, _as_new(meeting, now), by=by, at=at)
    meeting.actions.exclude(entry=None).update(draft=True)
    _put_markings(meeting, kept, now)
    settle_meetings(office=meeting.office, by=by, at=at)
    renew_topics(office=meeting.office, by=by, at=at)
    return now


@transaction.atomic
def lift(*, meeting: Meeting, by: User, at: datetime) -> None:
    """Open what was restricted only because it was not approved. Part of a larger write."""
    for rows in (meeting.items, meeting.entries, meeting.figures):
        rows.filter(marking_why=Why.DRAFT).update(**OPEN)
    meeting.actions.update(draft=False)
    _spread(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(settled=False)
    settle_meetings(office=meeting.office, by=by, at=at)
    renew_topics(office=meeting.office, by=by, at=at)


def order_items(meeting: Meeting) -> None:
    """Number the places of items from 0 without gaps: so they keep their rows when the record is laid."""
    keys = list(meeting.items.order_by("position").values_list("pk", "position"))
    if all(place == held for place, (_, held) in enumerate(keys)):
        return
    meeting.items.update(position=F("position") + OUT_OF_THE_WAY)
    for place, (key, _) in enumerate(keys):
        Item.objects.filter(pk=key).update(position=place)


def _as_new(meeting: Meeting, now: Now) -> NewMeeting:
    try:
        record = check(now.record)
    except RecordError as error:
        raise Refusal(f"These minutes cannot be kept: {error}.") from error
    return NewMeeting(record, meeting.forum, meeting.date, fingerprint(record), meeting.state)


def _take_markings(meeting: Meeting, now: Now) -> Kept:
    """What people restricted, remembered; and everything open for the moment, so that it can be laid."""
    of_people = {"marking": Marking.RESTRICTED}
    items = {row.pk: _values(row) for row in meeting.items.filter(**of_people).exclude(marking_why=Why.DRAFT)}
    typed = [(line.item_id, _values(line)) for line in now.lines if line.marking == Marking.RESTRICTED]
    lines = {
        (model, row.item_id, row.text): _values(row)
        for model in (Entry, Figure)
        for row in model.objects.filter(meeting=meeting, **of_people).exclude(marking_why=Why.DRAFT)
        if (row.item_id, _values(row)) not in typed  # the line says it, and will say it again
    }
    for rows in (meeting.items, meeting.entries, meeting.figures):
        rows.update(**OPEN)
    return Kept(items, lines)


def _put_markings(meeting: Meeting, kept: Kept, now: Now) -> None:
    """Restrict everything as a draft, and what people restricted for their reasons."""
    meeting.items.update(**DRAFT)
    meeting.entries.filter(item=None).update(**DRAFT)
    for position, line in now.line_of.items():
        if line.marking == Marking.RESTRICTED:
            meeting.entries.filter(position=position).update(**_values(line))
    for (model, item, text), values in kept.lines.items():
        again = model.objects.filter(meeting=meeting, item_id=item, text=text)
        if not again.update(**values):
            _restrict_item(meeting, item, values)
    for key, values in kept.items.items():
        meeting.items.filter(pk=key).update(**values)
    _spread(meeting)


def _restrict_item(meeting: Meeting, item: int | None, values: Values) -> None:
    """The restricted line has other words now: its whole item is restricted until a person has looked."""
    rows = meeting.items.filter(pk=item) if item else meeting.items.all()
    rows.update(**values)


def _spread(meeting: Meeting) -> None:
    spread(meeting)
    for restricted in (True, False):
        Assurance.objects.filter(meeting=meeting, item__restricted=restricted).update(restricted=restricted)


def _values(row: Item | Entry | Figure | Line) -> Values:
    return {
        "marking": row.marking, "marking_why": row.marking_why, "marking_note": row.marking_note
    }  # fmt: skip
