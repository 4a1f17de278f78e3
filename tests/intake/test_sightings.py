"""Lists that are read by their ends give the same people and tenures as lists that are read whole."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.core.people.tenures import Sighting, people
from answerable.core.people.thinning import thinned
from answerable.meetings.attendance import sightings
from answerable.meetings.models import Attendance, Forum, Meeting
from tests.intake.bringing import office

CAPACITIES = [("Chief Constable", "CC"), ("Assistant Chief Constable", "ACC"), ("T/Chief Constable", None)]
LISTS = st.lists(
    st.tuples(
        st.integers(0, 12), st.sampled_from(["Asha Dunmore", "Tom Carrow", "Ines Falk"]),
        st.sampled_from(CAPACITIES), st.booleans(),
    ),
    max_size=25,
)  # fmt: skip


@pytest.mark.django_db
@given(LISTS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_ends_are_enough(lists: list[tuple[int, str, tuple[str, str | None], bool]]) -> None:
    Meeting.objects.all().delete()
    forum = Forum.objects.get_or_create(office=office(), name="Board", slug="board")[0]
    whole = []
    for position, (day, name, capacity, away) in enumerate(lists):
        on = dt.date(2023, 1, 1) + dt.timedelta(days=day)
        meeting, _ = Meeting.objects.get_or_create(office=office(), forum=forum, date=on)
        Attendance.objects.create(
            meeting=meeting, position=position, name=name, capacity=capacity[0], abbreviation=capacity[1],
            status="apologies" if away else "present",
        )  # fmt: skip
        whole.append(Sighting(on, name, *capacity, away))
    assert people(thinned(sightings(office()))) == people(whole)
