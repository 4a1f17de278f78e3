"""Which earlier action an update is about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.actions.matching import MATCHES, EarlierAction, Report, assign, candidates
from answerable.core.actions.numbers import likeness_of_numbers, normal_number

JAN, NOV, TODAY = date(2026, 1, 13), date(2025, 11, 11), date(2026, 2, 10)
ACTIONS = [
    EarlierAction(
        "hire cars", NOV, "1", "DCC to provide a further update on hire cars at the January meeting.", 0
    ),
    EarlierAction("strategy", NOV, "2.2", "CC to share a copy of the finalised Digital Strategy.", 1),
    EarlierAction(
        "limits", JAN, "2.1.c", "ACC to share the findings on unresourced incidents with the CC and PCC.", 0
    ),
    EarlierAction("roads", JAN, "2.1.d", "The CEx to review how the road safety partnership is governed.", 1),
    EarlierAction("kits", JAN, "2.1.d", "The ACC to share which officers can use the drug testing kits.", 2),
]


def keys(*reports: Report) -> list[object]:
    return [found and found.key for found in assign(reports, ACTIONS, said_on=TODAY)]


@pytest.mark.parametrize("printed", ["2.1c", "2.1.c", "2.1 (c)", "2.1C", "Agenda item 2.1c", "Item 2.1 c:"])
def test_an_item_number_has_one_shape(printed: str) -> None:
    assert normal_number(printed) == "2.1.c"


def test_a_parent_is_half_right_and_a_sibling_is_wrong() -> None:
    assert likeness_of_numbers("2.1c", "2.1.c") == 1
    assert 0 < likeness_of_numbers("2.1", "2.1.c") < 1
    assert likeness_of_numbers("2.1d", "2.1.c") == likeness_of_numbers("2", None) == 0


def test_month_item_and_words_together() -> None:
    [found] = assign(
        [Report("2026-01", "2.1c", "ACC to share findings of the work on unresourced incidents")],
        ACTIONS,
        said_on=TODAY,
    )
    assert found is not None
    assert (found.key, found.meeting, found.item, found.order) == ("limits", 1.0, 1.0, None)
    assert MATCHES <= found.score <= 1
    assert 0 < found.wording < 1


def test_words_alone_are_enough_where_they_are_alike() -> None:
    assert keys(Report(None, None, "Chief Constable to share a copy of the final Digital Strategy")) == [
        "strategy"
    ]


def test_abbreviations_and_endings_are_folded() -> None:
    words = (
        "The Assistant Chief Constable to share findings on unresourced incidents with the Chief Constable"
    )
    [best, *_] = candidates(Report(None, None, words), ACTIONS, said_on=TODAY)
    assert (best.key, best.wording > 0.9) == ("limits", True)


def test_a_wrong_month_does_not_hide_the_same_words() -> None:
    assert keys(Report("2025-06", "4", "CC to share a copy of the finalised Digital Strategy.")) == [
        "strategy"
    ]


def test_what_shares_only_its_place_waits_for_a_person() -> None:
    assert keys(Report("2026-01", "2.1d", "Weather was fine and nobody came")) == [None]
    assert keys(Report(None, None, "Something else entirely was talked about")) == [None]


def test_bare_answers_follow_the_order_of_the_item() -> None:
    found = assign([Report("2026-01", "2.1d", ""), Report("2026-01", "2.1d", "")], ACTIONS, said_on=TODAY)
    assert [one and (one.key, one.order) for one in found] == [("roads", 1.0), ("kits", 1.0)]


def test_order_is_not_guessed_where_numbers_differ() -> None:
    assert keys(Report("2026-01", "2.1d", "")) == [None]


def test_one_action_is_updated_once() -> None:
    same = Report("2025-11", "2.2", "CC to share a copy of the finalised Digital Strategy.")
    assert keys(same, same).count("strategy") == 1


def test_an_update_cannot_be_about_a_later_action() -> None:
    assert assign([Report(None, None, ACTIONS[2].text)], ACTIONS, said_on=date(2025, 12, 1)) == [None]


WORDS = st.lists(
    st.sampled_from(
        ["acc", "to", "share", "findings", "on", "hire", "cars", "digital", "strategy", "kits", "PCC", "the"]
    ),
    max_size=9,
)
REPORTS = st.builds(
    Report,
    st.sampled_from([None, "2025-11", "2026-01", "2024-02"]),
    st.sampled_from([None, "1", "2.1d", "2.2", "9"]),
    WORDS.map(" ".join),
)


@given(st.lists(REPORTS, max_size=6))
def test_each_report_has_at_most_one_action_and_each_action_one_report(reports: list[Report]) -> None:
    found = assign(reports, ACTIONS, said_on=TODAY)
    assert len(found) == len(reports)
    taken = [one.key for one in found if one is not None]
    assert len(taken) == len(set(taken))
    assert all(MATCHES <= one.score <= 1 for one in found if one is not None)


@given(REPORTS)
def test_candidates_come_best_first_and_say_why(report: Report) -> None:
    found = candidates(report, ACTIONS, said_on=TODAY)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert (one.meeting is None) == (report.meeting is None)
        assert (one.item is None) == (report.item is None)
        assert 0 <= one.wording <= 1
