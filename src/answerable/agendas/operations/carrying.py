"""Carrying an item forward: a new item that points back. What it came from stays as it is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.agendas.operations.placing import (
    behind,
    changeable,
    held_item,
    mark_like,
    outline_of,
    place_items,
)
from answerable.agendas.operations.writing import remember
from answerable.agendas.queries import came_from, stays_restricted
from answerable.audit import operations as audit
from answerable.core.agenda.building import Wanted
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item, Meeting
from answerable.offices.operations import hold_office

CARRY = "agendas.carry_forward"


@transaction.atomic
def carry_forward(*, item: Item, to: Meeting, why: str = "", by: User, at: datetime) -> Item:
    """Carry an item of a held, planned or cancelled meeting on to a later one. Raises Gone, Refusal."""
    hold_office(item.meeting.office_id)
    made = carry_item(item=item, to=to, why=why, by=by, at=at)
    audit.record(
        by=by, at=at, operation=CARRY, office_id=to.office_id, about=[made, made.meeting, item.meeting],
        summary=f"Carried an item of {item.meeting} forward to {made.meeting}.",
    )  # fmt: skip
    return made


def carry_item(*, item: Item, to: Meeting, why: str = "", by: User, at: datetime) -> Item:
    """The new item, behind the matters arising, else where the agenda ends. Part of a larger write.

    Raises Gone, Refusal: where it is carried there already, or the other meeting is not a later one.
    """
    source, meeting = held_item(item.pk), changeable(to.pk)
    if meeting.office_id != source.meeting.office_id:
        raise Refusal("Choose a meeting of this office.")
    if meeting.date <= source.meeting.date:
        raise Refusal("Choose a later meeting: an item is carried forward, never back.")
    if meeting.items.filter(carried_from=source).exists():
        raise Refusal("This item is on the agenda of that meeting already.")
    came = came_from(source, meeting)
    note = f"{came}: {why.strip()}" if why.strip() else came
    made = Item(
        meeting=meeting, position=behind(meeting), title=source.title, kind=source.kind, lead=source.lead,
        note=note, origin=Item.Origin.CARRIED, carried_from=source,
    )  # fmt: skip
    mark_like(made, source)
    outline = outline_of(meeting)
    made.save()
    place_items(meeting=meeting, outline=_with(outline, made))
    wanted = Wanted(
        f"carried:{source.pk}",
        "carried",
        made.title,
        made.kind,
        note=came,
        restricted=stays_restricted(source),
    )
    remember(meeting, wanted, made)
    return made


def _with(outline: list[tuple[Item, int]], made: Item) -> list[tuple[Item, int]]:
    """Behind the matters arising and what was carried before; before any other business; else at the end."""
    place = 0
    for at, (one, _) in enumerate(outline):
        if one.kind == "matters_arising" or one.origin == Item.Origin.CARRIED:
            place = at + 1
    while place < len(outline) and outline[place][1] > 1:
        place += 1
    return [*outline[:place], (made, 1), *outline[place:]]
