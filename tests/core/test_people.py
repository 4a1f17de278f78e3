"""Who is who over years of attendance lists, and who held which post when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.people.posts import post_of, read_capacity
from answerable.core.people.tenures import People, Sighting, people

JAN, MARCH, MAY, JULY = date(2024, 1, 9), date(2024, 3, 12), date(2024, 5, 14), date(2024, 7, 9)


@pytest.mark.parametrize(
    ("capacity", "abbreviation", "code", "acting", "portfolio"),
    [
        ("Police and Crime Commissioner", "PCC", "PCC", False, None),
        ("Police, Fire and Crime Commissioner", None, "PFCC", False, None),
        ("Deputy PCC", None, "DPCC", False, None),
        ("Chief Executive to the Police and Crime Commissioner", "CEx", "CEx", False, None),
        ("Chief Executive, OPCC", None, "CEx", False, None),
        ("Chief Finance Officer", None, "CFO", False, None),
        ("Chief Constable (CC)", None, "CC", False, None),
        ("Temporary Assistant Chief Constable", "T/ACC", "ACC", True, None),
        ("Acting Deputy Chief Constable", None, "DCC", True, None),
        ("A/DCC", None, "DCC", True, None),
        ("TACC", None, "ACC", True, None),
        ("ACC", None, "ACC", False, None),
        ("Assistant Chief Constable, Local Policing", "ACC Local", "ACC", False, "Local Policing"),
        ("Assistant Chief Constable (Operations)", None, "ACC", False, "Operations"),
        ("ACC Crime", None, "ACC", False, "Crime"),
        ("Staff Officer", "SO", "SO", False, None),
    ],
)
def test_a_capacity_is_a_post(
    capacity: str, abbreviation: str | None, code: str, acting: bool, portfolio: str | None
) -> None:
    found = read_capacity(capacity, abbreviation, name="Jane Doe")
    assert found is not None
    assert (found.post.code, found.acting, found.post.portfolio) == (code, acting, portfolio)


def test_initials_are_the_persons_and_not_the_posts() -> None:
    found = read_capacity("Policy Officer", "NN", name="Nadia Norris")
    assert found is not None
    assert (found.post.code, found.post.name) == (None, "Policy Officer")


@pytest.mark.parametrize(
    "capacity", ["Home Office", "Chair", "Victim Support", "minute taker", "Observer", ""]
)
def test_a_body_or_a_part_in_the_meeting_is_no_post(capacity: str) -> None:
    assert read_capacity(capacity, name="Jane Doe") is None


def test_a_rank_before_a_name_is_a_post() -> None:
    found = read_capacity(None, name="T/ACC Jane Doe")
    assert found is not None
    assert (found.post.code, found.acting) == ("ACC", True)


@pytest.mark.parametrize("owner", ["Jane Doe", "Secretariat", "NN", "DPCC/ACC", "All", ""])
def test_an_owner_that_is_no_post(owner: str) -> None:
    assert post_of(owner) is None


def names(found: People, post: str, on: date) -> list[str]:
    return [person.name for person in found.holders(post, on)]


def test_one_post_is_held_by_one_person_after_another() -> None:
    found = people(
        [
            Sighting(JAN, "Jane Doe", "Chief Constable", "CC"),
            Sighting(MARCH, "Jane Doe", "Chief Constable (CC)"),
            Sighting(MAY, "Sam Lee", "Temporary Chief Constable", "T/CC"),
            Sighting(JULY, "Ann Poe", "Chief Constable", "CC"),
        ]
    )
    assert [names(found, "CC", on) for on in (JAN, date(2024, 2, 1), MAY, JULY)] == [
        ["Jane Doe"], ["Jane Doe"], ["Sam Lee"], ["Ann Poe"],
    ]  # fmt: skip
    assert names(found, "T/CC", MAY) == ["Sam Lee"]
    assert names(found, "CC", date(2023, 12, 31)) == []
    assert names(found, "CC", date(2024, 4, 1)) == ["Jane Doe"], "until somebody else is seen in it"


def test_two_holders_at_once_are_told_apart_by_portfolio() -> None:
    found = people(
        [
            Sighting(on, name, capacity)
            for on in (JAN, MARCH)
            for name, capacity in (
                ("Ruth Hale", "Assistant Chief Constable, Local Policing"),
                ("Omar Yarrow", "Assistant Chief Constable, Crime and Justice"),
            )
        ]
    )
    assert names(found, "ACC", MARCH) == ["Omar Yarrow", "Ruth Hale"]
    assert found.holder("ACC", MARCH) is None
    crime = found.holder("ACC Crime", MARCH)
    assert crime is not None
    assert crime.name == "Omar Yarrow"


def test_who_acts_stands_in_for_who_is_away() -> None:
    found = people(
        [
            Sighting(JAN, "Jane Doe", "Chief Constable"),
            Sighting(MARCH, "Jane Doe", "Chief Constable"),
            Sighting(MARCH, "Sam Lee", "Acting Chief Constable"),
            Sighting(MAY, "Jane Doe", "Chief Constable"),
        ]
    )
    holder = found.holder("CC", MARCH)
    assert holder is not None
    assert holder.name == "Sam Lee"


def test_a_return_to_a_post_is_a_new_tenure() -> None:
    found = people(
        [
            Sighting(JAN, "Sam Lee", "Assistant Chief Constable"),
            Sighting(MARCH, "Sam Lee", "Temporary Deputy Chief Constable"),
            Sighting(MAY, "Sam Lee", "Assistant Chief Constable"),
            Sighting(JULY, "Sam Lee", "Assistant Chief Constable"),
        ]
    )
    assert [(one.post.code, one.acting, one.first_seen, one.last_seen) for one in found.tenures] == [
        ("ACC", False, JAN, JAN), ("DCC", True, MARCH, MARCH), ("ACC", False, MAY, JULY),
    ]  # fmt: skip


def test_a_name_in_several_forms_is_one_person() -> None:
    found = people(
        [
            Sighting(JAN, "Dr Jane O’Shea", "Policy Officer", "JO"),
            Sighting(MARCH, "J. O'Shea", "Policy Officer"),
            Sighting(MAY, "Jane O’ Shea", "Policy Officer"),
            Sighting(JULY, "William Poe", "Staff Officer", "SO"),
            Sighting(MAY, "Will Poe", "Staff Officer"),
        ]
    )
    assert [(person.name, len(person.names)) for person in found.persons] == [
        ("Jane O'Shea", 3),
        ("William Poe", 2),
    ]
    assert found.persons[0].initials == ("JO",)
    assert len(found.tenures) == 2
    for called in ("Jane O'Shea", "JO", "J. O’Shea", "O'Shea"):
        person = found.called(called)
        assert person is not None
        assert person.name == "Jane O'Shea"


def test_a_short_form_that_two_people_share_stays_by_itself() -> None:
    found = people([Sighting(JAN, "John Smith"), Sighting(JAN, "Jill Smith"), Sighting(MARCH, "J. Smith")])
    assert len(found.persons) == 3
    assert found.called("J. Smith") is None


def test_two_on_one_list_are_two_people() -> None:
    assert len(people([Sighting(JAN, "John Smith"), Sighting(JAN, "J. Smith")]).persons) == 2


NAMES = st.sampled_from(
    [
        "Jane Doe",
        "J. Doe",
        "Dr Jane Doe",
        "Sam Lee",
        "S Lee",
        "Samuel Lee",
        "ACC Ann Poe",
        "Ann Poe",
        "Cllr Poe",
        "JD",
    ]
)
CAPACITIES = st.sampled_from(
    [
        None,
        "Chief Constable",
        "T/CC",
        "ACC",
        "Assistant Chief Constable – Crime",
        "Policy Officer",
        "Home Office",
        "Chair",
    ]
)
DAYS = st.dates(date(2015, 1, 1), date(2028, 5, 1))
SIGHTINGS = st.lists(
    st.builds(Sighting, DAYS, NAMES, CAPACITIES, st.sampled_from([None, "JD", "CC", "ACC"])), max_size=30
)


@given(SIGHTINGS, st.randoms())
def test_the_order_of_the_lists_does_not_matter(sightings: list[Sighting], chance: object) -> None:
    shuffled = list(sightings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert people(shuffled) == people(sightings)


@given(SIGHTINGS)
def test_every_sighting_has_its_person_and_its_post(sightings: list[Sighting]) -> None:
    found = people(sightings)
    printed = [name for person in found.persons for name in person.names]
    assert sorted(printed) == sorted({one.name for one in sightings})
    for one in sightings:
        [person] = [person for person in found.persons if one.name in person.names]
        capacity = read_capacity(one.capacity, one.abbreviation, name=one.name)
        if capacity is not None:
            mine = [
                tenure
                for tenure in found.tenures
                if tenure.person == person and tenure.post.key == capacity.post.key
            ]
            assert any(tenure.covers(one.on) for tenure in mine)
            assert person in found.holders(capacity.post.code or capacity.post.name, one.on)


@given(SIGHTINGS)
def test_tenures_begin_before_they_end_and_in_order(sightings: list[Sighting]) -> None:
    found = people(sightings)
    assert all(tenure.first_seen <= tenure.last_seen for tenure in found.tenures)
    assert [tenure.first_seen for tenure in found.tenures] == sorted(
        tenure.first_seen for tenure in found.tenures
    )
    assert set(found.posts) == {tenure.post for tenure in found.tenures}
