"""A forum took over where it began after another ended, and answers for its actions."""

from __future__ import annotations

import datetime as dt

from answerable.core.actions.succession import Span, successions


def span(first: str, last: str) -> Span:
    return Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


OLD, NEW, OTHER = (
    span("2021-01-12", "2023-06-13"),
    span("2023-09-12", "2025-03-11"),
    span("2022-02-01", "2025-01-07"),
)


def test_a_forum_that_answers_for_another_that_ended_took_over_from_it() -> None:
    assert successions({"old": OLD, "new": NEW}, {("new", "old"): 4}) == {"new": "old"}


def test_one_answer_is_not_enough_nor_any_while_both_still_meet() -> None:
    assert successions({"old": OLD, "new": NEW}, {("new", "old"): 1}) == {}
    assert successions({"old": OLD, "other": OTHER}, {("other", "old"): 9}) == {}


def test_of_two_that_ended_it_took_over_from_the_one_that_met_last() -> None:
    spans = {"older": span("2019-01-08", "2020-12-08"), "old": OLD, "new": NEW}
    assert successions(spans, {("new", "older"): 9, ("new", "old"): 2}) == {"new": "old"}


def test_of_two_that_answer_the_first_to_meet_took_over() -> None:
    spans = {"old": OLD, "new": NEW, "late": span("2024-01-09", "2024-06-11")}
    assert successions(spans, {("late", "old"): 3, ("new", "old"): 3}) == {"new": "old"}
