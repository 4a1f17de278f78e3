"""Putting the items of an agenda in order, with their numbers in the forum's scheme."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from answerable.accounts.marked import Marked
from answerable.agendas.queries import stays_restricted
from answerable.core.agenda.changing import why_not_changed
from answerable.core.agenda.numbering import numbered, tidied
from answerable.core.clash import Gone
from answerable.core.permissions.markings import Marking, Why
from answerable.core.permissions.spreading import items_below
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item, Meeting

ASIDE = 1_000_000  # added to every place first, because no two items may ever stand in one


def changeable(key: int) -> Meeting:
    """The meeting as it is now, behind the lock. Raises Gone, Refusal where its agenda is closed."""
    meeting = Meeting.objects.select_related("forum", "office").filter(pk=key).first()
    if meeting is None:
        raise Gone("this meeting")
    why = why_not_changed(meeting.state, meeting.minutes_state)
    if why:
        raise Refusal(why)
    return meeting


def held_item(key: int) -> Item:
    """An agenda item as it is now, with its meeting. Raises Gone."""
    found = Item.objects.select_related("meeting__forum", "meeting__office").filter(pk=key).first()
    if found is None:
        raise Gone("this agenda item")
    return found


def outline_of(meeting: Meeting) -> list[tuple[Item, int]]:
    return [(one, one.level) for one in meeting.items.order_by("position").defer("source")]


def behind(meeting: Meeting) -> int:
    """The first free place."""
    last = meeting.items.order_by("-position").values_list("position", flat=True).first()
    return 0 if last is None else last + 1


def mark_like(item: Item, source: Marked) -> None:
    """Restrict a new item as what it is made of; unsaved. One restricted with what it stands under is
    marked for itself, because it stands somewhere else now."""
    if not stays_restricted(source):
        return
    item.restricted, item.marking = True, Marking.RESTRICTED
    item.marking_why = source.marking_why or Why.OTHER
    item.marking_note = source.marking_note or "What it was made of is restricted."


@transaction.atomic
def place_items(*, meeting: Meeting, outline: Sequence[tuple[Item, int]]) -> None:
    """Give items their places, levels and numbers in this order; what stands under a restricted item is
    restricted. All of the meeting's items, none of them unsaved. Part of a larger write."""
    levels = tidied([level for _, level in outline])
    numbers = numbered(levels, meeting.forum.numbering)
    marked = {at for at, (one, _) in enumerate(outline) if one.marking == Marking.RESTRICTED}
    below = items_below(levels, marked)
    for at, (item, _) in enumerate(outline):
        item.position, item.level = at, levels[at]
        item.label, item.number = numbers[at]
        item.restricted = at in below or (item.restricted and bool(meeting.minutes_state))
    meeting.items.update(position=F("position") + ASIDE)
    Item.objects.bulk_update(
        [one for one, _ in outline], ["position", "level", "label", "number", "restricted"]
    )
