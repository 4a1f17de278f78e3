"""Actions that minutes close many at a time, by their numbers."""

from __future__ import annotations

import pytest

from answerable.core.actions.closures import Closure, Numbered, closures, likely, named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Actions 1 (done on 26 June), 2 (17 September), 4 and 8 from June 2025 can be closed.",
            [("2025-06", "1"), ("2025-06", "2"), ("2025-06", "4"), ("2025-06", "8")],
        ),
        (
            "The following can be closed: from June 2024, 2.3 (summer) and 3; from September 2024, 4.",
            [("2024-06", "2.3"), ("2024-06", "3"), ("2024-09", "4")],
        ),
        (
            "From the table of March 2026 the following can be closed: 1 and 4. Action 5 was done on 18 May.",
            [("2026-03", "1"), ("2026-03", "4"), ("2026-03", "5")],
        ),
        ("Actions that can be closed: 20, 33, 34.", [(None, "20"), (None, "33"), (None, "34")]),
        ("A-0012 and A-0013 are now closed.", [(None, "A-0012"), (None, "A-0013")]),
        ("Closed: 7, 9", [(None, "7"), (None, "9")]),
        ("Two county lines were closed and nine people charged.", []),
        ("The counter closed on 25 September 2025.", []),
        ("ACC to dip sample 50 closed crimes.", []),
        ("The PCC asked if action 4 was any nearer.", []),
        ("Actions 2 and 3 remain open.", []),
    ],
)
def test_which_numbers_of_which_month(text: str, found: list[tuple[str | None, str]]) -> None:
    assert [(one.month, one.number) for one in closures(text)] == found


def closure(number: str, month: str | None = "2025-06", both: bool = False) -> Closure:
    return Closure(month, number, both, "")


LABELLED = [Numbered(1, "A-0001", "1", "2"), Numbered(2, "A-0002", "2", "2"), Numbered(3, "A-0003", "3", "1")]
PLAIN = [
    Numbered(1, "A-0001", None, "2.1"),
    Numbered(2, "A-0002", None, "2.2"),
    Numbered(3, None, None, "2.2"),
]


def test_a_number_names_the_action_that_was_printed_with_it() -> None:
    assert named(closure("2"), LABELLED) == [2]
    assert named(closure("A-0003"), LABELLED) == [3]
    assert named(closure("9"), LABELLED) == []


def test_where_actions_had_no_numbers_it_names_their_item() -> None:
    assert named(closure("2.1"), PLAIN) == [1]
    assert named(closure("2.2"), PLAIN) == [], "two stand there, and nothing says which"
    assert named(closure("2.2", both=True), PLAIN) == [2, 3]
    assert named(closure("2.1", month=None), PLAIN) == []


COUNTERS = [
    Numbered(4, "A-0004", None, "2.2", "CC to keep the front counters open on Saturdays"),
    Numbered(5, "A-0005", None, "2.2", "CC to buy two horses"),
    Numbered(6, "A-0006", None, "2.2", "ACC to cost the front counters"),
]


def test_where_a_number_can_mean_more_than_are_closed_the_likeliest_are_offered() -> None:
    [both] = closures("From June 2025 both actions on front counters under 2.2 can be closed.")
    assert named(both, COUNTERS) == []
    assert likely(both, COUNTERS) == [(4, 2 / 3), (6, 2 / 3)]
    [one] = closures("From June 2025 the action on horses, 2.2, can be closed.")
    assert likely(one, COUNTERS) == [(5, 1 / 3)]


def test_where_fewer_are_there_than_are_closed_they_are_offered() -> None:
    assert likely(closure("2.2", both=True), COUNTERS[:1]) == [(4, 0.5)]


def test_of_actions_with_the_same_number_the_last_is_offered() -> None:
    again = [Numbered(1, "A-0001", "4", "2"), Numbered(2, "A-0009", "4", "2"), Numbered(3, None, "5", "2")]
    assert likely(closure("4", month=None), again) == [(2, 0.5)]


def test_what_is_certain_or_nowhere_is_not_offered() -> None:
    assert likely(closure("2"), LABELLED) == likely(closure("9"), LABELLED) == []


def test_each_number_keeps_its_own_bracket_alone() -> None:
    text = "Actions 1 (done on 26 June), 2 (17 September), 4 and 8 from June 2025 can be closed."
    assert {one.number: one.said for one in closures(text)} == {
        "1": "Actions 1 (done on 26 June), 2, 4 and 8 from June 2025 can be closed.",
        "2": "Actions 1, 2 (17 September), 4 and 8 from June 2025 can be closed.",
        "4": "Actions 1, 2, 4 and 8 from June 2025 can be closed.",
        "8": "Actions 1, 2, 4 and 8 from June 2025 can be closed.",
    }
