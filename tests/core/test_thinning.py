"""Leaving out what attendance lists only repeat changes nothing about who held which post."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.people.tenures import Sighting, people
from answerable.core.people.thinning import thinned

NAMES = ["Asha Dunmore", "Tom Carrow", "Ines Falk"]
CAPACITIES = [("Chief Constable", "CC"), ("Assistant Chief Constable", "ACC"), ("T/Chief Constable", None)]

SIGHTINGS = st.lists(
    st.builds(
        lambda day, name, capacity, away: Sighting(
            dt.date(2023, 1, 1) + dt.timedelta(days=day), name, *capacity, away
        ),
        st.integers(0, 12),
        st.sampled_from(NAMES),
        st.sampled_from(CAPACITIES),
        st.booleans(),
    ),
    max_size=30,
)


@given(SIGHTINGS)
def test_thinned_lists_give_the_same_people_and_tenures(sightings: list[Sighting]) -> None:
    ordered = sorted(
        sightings,
        key=lambda one: (one.name, one.on, one.capacity or "", one.abbreviation or "", not one.away),
    )
    thin = list(thinned(ordered))
    assert people(thin) == people(sightings)
    assert set(thin) <= set(sightings)


def test_ten_years_of_one_name_in_one_post_are_two_sightings() -> None:
    days = [dt.date(2014 + month // 12, month % 12 + 1, 12) for month in range(120)]
    lists = [Sighting(day, "Asha Dunmore", "Chief Constable", "CC") for day in days]
    assert list(thinned(lists)) == [lists[0], lists[-1]]
