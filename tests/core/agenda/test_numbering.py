"""Agenda items are numbered as their forum prints them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.agenda.numbering import DEEPEST, letters, numbered, roman, tidied

LEVELS = st.lists(st.integers(-1, 6), max_size=40)


def numbers(levels: list[int], scheme: str) -> list[str | None]:
    return [one.number for one in numbered(levels, scheme)]


def test_decimal_labels_hold_the_whole_number() -> None:
    found = numbered([1, 2, 2, 3, 1, 2], "decimal")
    assert [one.number for one in found] == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]
    assert [one.label for one in found] == [one.number for one in found]


def test_letters_are_joined_to_the_number_of_what_they_stand_under() -> None:
    found = numbered([1, 1, 2, 3, 3, 2, 1], "letters")
    assert [one.label for one in found] == ["1", "2", "a", "i", "ii", "b", "3"]
    assert [one.number for one in found] == ["1", "2", "2.a", "2.a.i", "2.a.ii", "2.b", "3"]


def test_a_forum_without_numbers_prints_none() -> None:
    assert numbered([1, 2], "none") == [(None, None), (None, None)]


def test_a_step_of_two_is_a_step_of_one() -> None:
    assert tidied([3, 5, 9, 9, 1, 0]) == [1, 2, 3, 3, 1, 1]
    assert numbers([2, 4], "decimal") == ["1", "1.1"]


@pytest.mark.parametrize(("count", "written"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (703, "aaa")])
def test_letters_go_on_after_z(count: int, written: str) -> None:
    assert letters(count) == written


@pytest.mark.parametrize(("count", "written"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix")])
def test_roman(count: int, written: str) -> None:
    assert roman(count) == written


@settings(deadline=None)
@given(LEVELS, st.sampled_from(["decimal", "letters"]))
def test_no_number_stands_twice_and_each_begins_with_its_parents(levels: list[int], scheme: str) -> None:
    found, depths = numbers(levels, scheme), tidied(levels)
    assert len(set(found)) == len(levels)
    for place, (number, depth) in enumerate(zip(found, depths, strict=True)):
        assert number is not None
        assert number.count(".") == depth - 1 < DEEPEST
        parent = next((found[p] for p in range(place - 1, -1, -1) if depths[p] == depth - 1), None)
        assert depth == 1 or number.startswith(f"{parent}.")
