"""Who holds a post now, as far as the lists go."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.people.standing import ended_tenures
from answerable.core.people.tenures import Sighting, people

JAN, APRIL, JULY, OCTOBER = (date(2026, month, 13) for month in (1, 4, 7, 10))
DCC, ACTING = "Deputy Chief Constable", "Acting Deputy Chief Constable"


def seen(on: date, name: str, capacity: str = DCC, *, away: bool = False) -> Sighting:
    return Sighting(on, name, capacity, None, away)


def now(*sightings: Sighting) -> list[str]:
    """Who holds something now, "acting" where they do."""
    running = [one for one, end in ended_tenures(people(sightings)) if end is None]
    return [f"{one.person.name}, acting" if one.acting else one.person.name for one in running]


def test_whoever_was_seen_last_holds_the_post() -> None:
    assert now(seen(JAN, "Jane Doe"), seen(APRIL, "Jane Doe")) == ["Jane Doe"]
    assert now(seen(JAN, "Jane Doe"), seen(APRIL, "Ann Poe")) == ["Ann Poe"]


def test_while_the_holder_is_away_it_is_whoever_acts() -> None:
    apologies = seen(OCTOBER, "Jane Doe", away=True)
    assert now(seen(JAN, "Jane Doe"), apologies, seen(OCTOBER, "Ann Poe", ACTING)) == ["Ann Poe, acting"]
    assert now(seen(JULY, "Jane Doe"), seen(OCTOBER, "Ann Poe", ACTING)) == ["Ann Poe, acting"]


def test_apologies_alone_end_nothing() -> None:
    assert now(seen(JAN, "Jane Doe"), seen(OCTOBER, "Jane Doe", away=True)) == ["Jane Doe"]


def test_where_both_are_there_both_are_named() -> None:
    both = (seen(JULY, "Jane Doe"), seen(OCTOBER, "Jane Doe"), seen(OCTOBER, "Ann Poe", ACTING))
    assert sorted(now(*both)) == ["Ann Poe, acting", "Jane Doe"]


def test_who_acted_does_not_any_more_once_the_holder_is_back() -> None:
    back = (seen(JAN, "Jane Doe"), seen(APRIL, "Ann Poe", ACTING), seen(JULY, "Jane Doe"))
    assert now(*back) == ["Jane Doe"]


def test_who_acted_and_was_appointed_holds_it() -> None:
    assert now(seen(JAN, "Ann Poe", ACTING), seen(APRIL, "Ann Poe")) == ["Ann Poe"]


def test_of_two_in_one_post_one_who_was_not_listed_for_half_a_year_does_not_count() -> None:
    acc = "Assistant Chief Constable"
    first = [seen(day, "Ann Poe", acc) for day in (JAN, APRIL, JULY, OCTOBER)]
    assert now(*first, seen(JAN, "Sam Lee", acc)) == ["Ann Poe"]
    assert sorted(now(*first, seen(JAN, "Sam Lee", acc), seen(JULY, "Sam Lee", acc))) == [
        "Ann Poe",
        "Sam Lee",
    ]


def test_who_acts_for_one_of_two_portfolios_does_not_stand_in_for_the_other() -> None:
    crime, local = "Assistant Chief Constable, Crime", "Assistant Chief Constable, Local Policing"
    some = [
        seen(JULY, "Ann Poe", crime),
        seen(JULY, "Sam Lee", local),
        seen(OCTOBER, "Sam Lee", local, away=True),
    ]
    acting = seen(JULY, "Kim Dale", f"Acting {crime}")
    assert sorted(now(*some, acting)) == ["Ann Poe", "Kim Dale, acting", "Sam Lee"]


def test_nobody_holds_a_post_that_no_list_names_for_a_year() -> None:
    assert now(seen(date(2024, 1, 9), "Jane Doe"), seen(JAN, "Tom Carrow", "Chief Constable")) == [
        "Tom Carrow"
    ]


NAMES, POSTS = ["Jane Doe", "Ann Poe", "Sam Lee"], [DCC, ACTING, "Assistant Chief Constable"]
LISTS = st.lists(
    st.builds(
        seen, st.dates(date(2022, 1, 1), date(2026, 10, 13)), st.sampled_from(NAMES), st.sampled_from(POSTS),
        away=st.booleans(),
    ),
    min_size=1,
    max_size=20,
)  # fmt: skip


@given(LISTS)
def test_somebody_of_the_newest_list_always_holds_something(lists: list[Sighting]) -> None:
    found = list(ended_tenures(people(lists)))
    newest = max(one.on for one in lists)
    assert any(end is None and one.last_seen == newest for one, end in found)
    assert all(end in (None, one.last_seen) for one, end in found)
