"""Who holds a post once a person said that a tenure ended."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.people.handing import Handed, Held, after, why_not_handed

POST = "DCC"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def held(person: str, start: str, end: str | None = None, **more: str) -> Held:
    return Held(person, POST, day(start), day(end) if end else None, **more)  # type: ignore[arg-type]


def word(on: str, leaving: str | None = None, arriving: str | None = None, **more: bool) -> Handed:
    return Handed(POST, day(on), leaving, arriving, **more)


def test_one_leaves_and_another_follows_the_day_after() -> None:
    rows = after([held("Ada", "2020-01-01")], [word("2020-06-01", "Ada", "Ben")])
    assert rows == [held("Ada", "2020-01-01", "2020-05-31"), held("Ben", "2020-06-01")]


def test_a_list_that_still_names_the_one_who_left_changes_nothing() -> None:
    rows = after([held("Ada", "2020-01-01", "2020-09-01")], [word("2020-06-01", "Ada", "Ben")])
    assert rows[0] == held("Ada", "2020-01-01", "2020-05-31")


def test_a_list_that_last_named_them_earlier_does_not_shorten_it() -> None:
    rows = after([held("Ada", "2020-01-01", "2020-03-01")], [word("2020-06-01", "Ada", "Ben")])
    assert rows[0] == held("Ada", "2020-01-01", "2020-05-31")


def test_who_comes_back_later_holds_it_again() -> None:
    again = held("Ada", "2022-01-01")
    rows = after([held("Ada", "2020-01-01", "2020-03-01"), again], [word("2020-06-01", "Ada", "Ben")])
    assert again in rows


def test_what_the_lists_tell_of_the_follower_later_begins_on_the_day_that_was_said() -> None:
    rows = after(
        [held("Ada", "2020-01-01"), held("Ben", "2020-08-01", "2021-01-01")],
        [word("2020-06-01", "Ada", "Ben")],
    )
    assert rows[1] == held("Ben", "2020-06-01", "2021-01-01")


def test_what_tells_two_holders_apart_goes_to_the_follower() -> None:
    rows = after(
        [held("Ada", "2020-01-01", portfolio="Crime"), held("Cal", "2020-01-01", portfolio="Local")],
        [word("2020-06-01", "Ada", "Ben", acting=True)],
    )
    assert rows[2] == Held("Ben", POST, day("2020-06-01"), None, True, "Crime")
    assert rows[1] == held("Cal", "2020-01-01", portfolio="Local")


def test_of_an_abolished_post_nobody_holds_anything_any_more() -> None:
    rows = after(
        [held("Ada", "2020-01-01"), held("Cal", "2020-07-01"), Held("Dee", "ACC", day("2020-01-01"))],
        [word("2020-06-01", abolished=True)],
    )
    assert rows == [held("Ada", "2020-01-01", "2020-05-31"), Held("Dee", "ACC", day("2020-01-01"))]


def test_a_vacant_post_has_a_follower_later() -> None:
    rows = after([held("Ada", "2020-01-01")], [word("2020-06-01", "Ada"), word("2020-09-01", arriving="Ben")])
    assert rows == [held("Ada", "2020-01-01", "2020-05-31"), held("Ben", "2020-09-01")]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (word("2020-06-01"), "Say who leaves the post, or who follows."),
        (word("2020-06-01", "Ada", "Ada"), "The same person cannot leave the post and follow in it."),
        (word("2019-06-01", "Ada", "Ben"), "They did not hold the post before that day"),
        (word("2020-06-01", "Nobody", "Ben"), "They did not hold the post before that day"),
        (word("2020-06-01", "Cal", "Ben"), "It is said already that they left, on 1 March 2020"),
        (word("2020-04-01", arriving="Eve"), "That is what it says already."),
    ],
)
def test_what_cannot_be_is_told(said: Handed, sentence: str) -> None:
    rows = [held("Ada", "2020-01-01"), held("Cal", "2019-01-01", "2020-02-29")]
    earlier = [word("2020-03-01", "Cal"), word("2020-04-01", arriving="Eve")]
    assert sentence in str(why_not_handed(said, rows, earlier))


DAYS = st.dates(day("2020-01-01"), day("2021-12-31"))
PEOPLE = st.sampled_from(["Ada", "Ben", "Cal"])


@st.composite
def listed(draw: st.DrawFn) -> list[Held]:
    found = []
    for person in draw(st.lists(PEOPLE, unique=True)):
        start = draw(DAYS)
        end = draw(st.none() | st.dates(start, day("2022-12-31")))
        found.append(Held(person, POST, start, end))
    return found


WORDS = st.lists(
    st.builds(Handed, st.just(POST), DAYS, st.none() | PEOPLE, st.none() | PEOPLE), max_size=4
).map(lambda some: sorted(some, key=lambda one: one.on))


@given(listed(), WORDS)
def test_hearing_it_again_changes_nothing(rows: list[Held], said: list[Handed]) -> None:
    kept: list[Handed] = []
    heard = rows
    for one in said:
        if why_not_handed(one, heard, kept) is None:
            heard = after(heard, [one])
            kept.append(one)
    assert after(rows, kept) == heard


@given(listed(), WORDS)
def test_nobody_who_was_said_to_leave_holds_it_on_that_day(rows: list[Held], said: list[Handed]) -> None:
    for one in said:
        if one.leaving is not None and why_not_handed(one, rows, []) is None:
            found = after(rows, [one])
            assert all(row.end is None or row.end >= row.start for row in found)
            if not any(row.person == one.leaving and row.start >= one.on for row in rows):
                assert not any(row.person == one.leaving and row.covers(one.on) for row in found)
