"""What can be decided about a promise, and when it has lapsed."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from answerable.core.actions.promises import (
    FROM,
    LEADS_TO,
    Standing,
    Step,
    lapses_from,
    later_than,
    silent_from,
    steps,
    why_not,
)

DAYS = [dt.date(2019, month, 12) for month in (3, 4, 5, 6)]


def test_every_decision_can_be_taken_back() -> None:
    for standing in get_args(Standing):
        assert ("take back" in steps(standing)) == (standing != "found")


def test_every_step_is_in_both_tables_and_leads_somewhere_new() -> None:
    assert FROM.keys() == LEADS_TO.keys() == set(get_args(Step))
    assert all(LEADS_TO[step] not in standings for step, standings in FROM.items() if step != "watch")


@pytest.mark.parametrize("standing", ["promoted", "dismissed", "kept"])
def test_what_was_decided_is_not_decided_again(standing: Standing) -> None:
    for step in ("watch", "dismiss", "keep", "break", "promote"):
        reason = why_not(standing, step)
        assert reason
        assert reason.endswith("Take that back first.")


def test_a_promise_that_was_not_kept_can_be_made_an_action() -> None:
    assert why_not("broken", "promote") is None


def test_it_lapses_the_day_after_its_date() -> None:
    assert lapses_from(DAYS[0], dt.date(2019, 5, 31), None) == dt.date(2019, 6, 1)


def test_the_day_that_somebody_watches_it_to_goes_before_its_own() -> None:
    assert lapses_from(DAYS[0], dt.date(2019, 5, 31), dt.date(2019, 9, 30)) == dt.date(2019, 10, 1)


def test_one_without_a_date_lapses_after_six_months() -> None:
    assert lapses_from(dt.date(2019, 3, 31), None, None) == dt.date(2019, 9, 30)


def test_two_later_meetings_have_to_be_silent() -> None:
    assert silent_from(DAYS[:1], mentioned=False) is None
    assert silent_from(DAYS, mentioned=False) == DAYS[1]


def test_one_mention_is_enough() -> None:
    assert silent_from(DAYS, mentioned=True) is None


def test_the_meeting_of_the_day_itself_is_not_later() -> None:
    assert list(later_than(DAYS, DAYS[1])) == DAYS[2:]
