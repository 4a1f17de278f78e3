"""Attendance lists as sightings of people, without reading every line of every list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Max, Min

from answerable.core.batches import batches
from answerable.core.people.tenures import Sighting
from answerable.meetings.models import Attendance
from answerable.offices.models import Office

LISTED = ("name", "capacity", "abbreviation")
"""What is printed of somebody, and what tells one run of sightings from another."""

NAMES_AT_A_TIME = 500  # few enough for one IN list on any database


def sightings(office: Office) -> Iterator[Sighting]:
    """Who is listed when: of a name with one capacity the first and the last day, of the others all.

    In order of name, then of date, capacity, abbreviation, and apologies first.
    """
    lines = Attendance.objects.filter(meeting__office=office).order_by()
    spans = lines.values_list(*LISTED, "status").annotate(
        first=Min("meeting__date"), last=Max("meeting__date")
    )
    of_name: dict[str, list[Sighting]] = defaultdict(list)
    for name, capacity, abbreviation, status, first, last in spans:
        for on in {first, last}:
            of_name[name].append(_sighting(on, name, capacity, abbreviation, status))
    changing = [name for name, some in of_name.items() if len({one[2:4] for one in some}) > 1]
    for names in batches(changing, NAMES_AT_A_TIME):
        for name in names:
            of_name[name] = []
        for line in lines.filter(name__in=names).values_list("meeting__date", *LISTED, "status").iterator():
            of_name[line[1]].append(_sighting(*line))
    for name in sorted(of_name):
        yield from sorted(of_name[name], key=_order)


def _sighting(on: date, name: str, capacity: str | None, abbreviation: str | None, status: str) -> Sighting:
    return Sighting(on, name, capacity, abbreviation, status == Attendance.Status.APOLOGIES)


def _order(one: Sighting) -> tuple[date, str, str, bool]:
    return (one.on, one.capacity or "", one.abbreviation or "", not one.away)
