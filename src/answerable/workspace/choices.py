"""What the filters of several pages can choose from."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Min

from answerable.meetings.models import Forum, Meeting
from answerable.workspace.here import Here

MOST_CHOICES = 200  # options of a select: more cannot be chosen from, and they make the page heavy
NAME_LENGTH = 60  # characters of an option's name

Choices = list[tuple[Any, str]]


def forum_choices(here: Here) -> Choices:
    forums = Forum.objects.filter(office_id=here.office_id).values_list("pk", "name")[:MOST_CHOICES]
    return [("", "Any forum"), *((key, name[:NAME_LENGTH]) for key, name in forums)]


def year_choices(here: Here) -> Choices:
    """Every year from the last meeting back to the first, without those of the plan. One query."""
    met = Meeting.objects.filter(office_id=here.office_id).exclude(state=Meeting.State.PLANNED)
    ends = met.aggregate(first=Min("date"), last=Max("date"))
    years = range(ends["last"].year, ends["first"].year - 1, -1) if ends["first"] else ()
    return [("", "Any year"), *((year, str(year)) for year in years)]
