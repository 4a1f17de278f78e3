"""Whole lines and items that are left out, by somebody or because they are restricted: their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from django.db.models import Q

from answerable.meetings.models import Entry, Item, Meeting
from answerable.offices.models import Office
from answerable.publishing.models import Redaction

What = Redaction.What


def texts_of_meeting(meeting: Meeting) -> list[str]:
    """Of one meeting: its closed lines, and what its closed items say of themselves."""
    items = _items(meeting.office, meeting)
    said = [text for one in items for text in (one.title, one.note) if text]
    return [*said, *_lines(meeting.office, [one.pk for one in items], meeting)]


def lines_of_office(office: Office) -> list[str]:
    """Of all meetings: their closed lines."""
    return _lines(office, [one.pk for one in _items(office, None)], None)


def with_those_under(items: Iterable[Item], closed: Mapping[int, str]) -> Iterator[tuple[Item, str]]:
    """Closed items of one meeting in their order, and every item under them, with what is said of each."""
    above: tuple[int, str] | None = None
    for one in items:
        if above is not None and one.level > above[0]:
            yield one, closed.get(one.pk, above[1])
        elif one.pk in closed:
            above = (one.level, closed[one.pk])
            yield one, above[1]
        else:
            above = None


def _items(office: Office, meeting: Meeting | None) -> list[Item]:
    by_hand = Redaction.objects.filter(office=office, what=What.ITEM, lifted_at=None).values("item")
    rows = Item.objects.filter(meeting__office=office)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    found = rows.filter(Q(restricted=True) | Q(pk__in=by_hand))
    closed = dict.fromkeys(found.values_list("pk", flat=True), "")
    ordered = Item.objects.filter(meeting__in=found.values("meeting")).order_by("meeting_id", "position")
    return [
        one
        for _, of_meeting in groupby(ordered, attrgetter("meeting_id"))
        for one, _ in with_those_under(of_meeting, closed)
    ]


def _lines(office: Office, items: list[int], meeting: Meeting | None) -> list[str]:
    by_hand = Redaction.objects.filter(office=office, what=What.ENTRY, lifted_at=None).values("entry")
    rows = Entry.objects.filter(meeting__office=office)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    closed = rows.filter(Q(restricted=True) | Q(pk__in=by_hand) | Q(item__in=items))
    return list(closed.values_list("text", flat=True))
