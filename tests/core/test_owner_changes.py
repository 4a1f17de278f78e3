"""Whoever an owner names may change only where ``changes`` says that it may."""

from __future__ import annotations

import datetime as dt
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.people.changes import Change, change, snapshot
from answerable.core.people.owners import resolve
from answerable.core.people.tenures import Sighting, people

START = dt.date(2020, 1, 1)
NAMES = ["Edith Marrow", "E. Marrow", "Tom Carrow", "Asha Dunmore", "Ann Dunmore", "NN Pike"]
CAPACITIES = [
    ("Chief Constable", "CC"),
    ("Assistant Chief Constable", "ACC"),
    ("Assistant Chief Constable (Crime)", None),
    ("T/ACC", None),
    ("Wyvern Valley Council", None),
    ("Head of Estates, Wyvern Housing Trust", None),
    ("Staff Officer", "SO"),
    (None, "NN"),
    (None, None),
]
PRINTED = ["CC", "ACC", "ACC Crime", "T/ACC", "E. Marrow", "Dunmore", "NN", "EM", "Staff Officer", "SO", "HO",
           "Wyvern Valley Council", "WHT", "everybody", "Head of Estates"]  # fmt: skip

days = st.integers(0, 24).map(lambda n: START + dt.timedelta(days=14 * n))
sightings = st.builds(
    lambda on, name, capacity, away: Sighting(on, name, *capacity, away),
    days, st.sampled_from(NAMES), st.sampled_from(CAPACITIES), st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(sightings, max_size=14), st.lists(sightings, min_size=1, max_size=3), st.integers(0, 2),
    st.sampled_from(["ACC to call Dunmore", "to be done"]),
)  # fmt: skip
def test_no_owner_is_named_otherwise_where_no_change_is_told(
    before: list[Sighting], more: list[Sighting], fewer: int, text: str
) -> None:
    old, new = people(before), people([*before[fewer:], *more])
    told = change(json.loads(json.dumps(snapshot(old))), snapshot(new))
    if told.everything:
        return
    for on in (START + dt.timedelta(days=7 * n) for n in range(-1, 52)):
        if told.since is not None and on >= told.since:
            break
        for printed in PRINTED:
            if not told.may_rename(printed):
                assert resolve(printed, on, text, old) == resolve(printed, on, text, new), (printed, on)


def test_the_same_lists_change_nothing() -> None:
    once = people([Sighting(START, "Edith Marrow", "Chief Constable", "CC")])
    assert change(json.loads(json.dumps(snapshot(once))), snapshot(once)) == Change()
    assert change(None, snapshot(once)).everything


def test_somebody_seen_once_more_changes_what_comes_after_the_last_time() -> None:
    first = Sighting(START, "Edith Marrow", "Chief Constable", "CC")
    again = first._replace(on=dt.date(2020, 3, 1))
    told = change(snapshot(people([first])), snapshot(people([first, again])))
    assert told == Change(since=dt.date(2020, 1, 2))


def test_a_newcomer_concerns_whatever_is_printed_as_a_name() -> None:
    first = Sighting(START, "Edith Marrow", "Chief Constable", "CC")
    second = Sighting(dt.date(2020, 3, 1), "Tom Carrow", "Assistant Chief Constable", "ACC")
    told = change(snapshot(people([first])), snapshot(people([first, second])))
    assert told == Change(since=dt.date(2020, 3, 1), names=True, posts=frozenset({"ACC"}))
    assert [told.may_rename(one) for one in ("Tom Carrow", "TC", "ACC", "T/ACC", "CC")] == [
        True, True, True, True, False,
    ]  # fmt: skip
