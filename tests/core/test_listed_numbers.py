"""Numbers of actions as people list them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.actions.listed import MOST, listed_numbers, office_number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A-0020, 33, 34 and 35", [20, 33, 34, 35]),
        ("close A-0020, 33, 34 and 35", [20, 33, 34, 35]),
        ("Close actions 20 & 21.", [20, 21]),
        ("33 to 35", [33, 34, 35]),
        ("33-35; a-0040", [33, 34, 35, 40]),
        ("A-0033 – A-0035", [33, 34, 35]),
        ("A33 A 34\n0035", [33, 34, 35]),
        ("20, 20 and A-0020", [20]),
        ("no. 7", [7]),
        ("12345", [12345]),
        ("", []),
    ],
)
def test_the_numbers_that_a_list_names(text: str, numbers: list[int]) -> None:
    found = listed_numbers(text)
    assert list(found.numbers) == [office_number(one) for one in numbers]
    assert not found.problems


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("20 and thirty", "“thirty” is no number of an action: write A-0020, or 20."),
        ("35 to 33", "“35 to 33” runs backwards: write the smaller number first."),
        ("33 to 3500", f"“33 to 3500” is 3468 actions: name at most {MOST} at once."),
        ("0", "“0” is no number of an action: write A-0020, or 20."),
        ("99999999999999999999", "“99999999999999999999” is no number of an action: write A-0020, or 20."),
    ],
)
def test_a_slip_is_said(text: str, problem: str) -> None:
    assert problem in listed_numbers(text).problems


@given(st.text(max_size=60))
def test_anything_typed_gives_numbers_or_sentences(text: str) -> None:
    found = listed_numbers(text)
    assert len(set(found.numbers)) == len(found.numbers)
    assert all(problem.endswith((".", "once.")) for problem in found.problems)


@given(
    st.lists(st.integers(1, 99_999), min_size=1, max_size=20, unique=True),
    st.sampled_from([", ", " and ", "; "]),
)
def test_a_list_that_is_written_out_is_read_again(numbers: list[int], between: str) -> None:
    assert listed_numbers(between.join(map(office_number, numbers))).numbers == tuple(
        map(office_number, numbers)
    )
