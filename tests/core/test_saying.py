"""An update moves an action's date only where it says so."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.actions.saying import mention, moved_to

SAID = dt.date(2024, 2, 13)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Carried forward to the end of April.", [dt.date(2024, 4, 30)]),
        ("Not done yet: the date has been moved to 14 May 2024.", [dt.date(2024, 5, 14)]),
        ("New timescale agreed: June.", [dt.date(2024, 6, 30)]),
        ("Deferred until the review has ended.", []),
        ("Deferred to April, because the costings are not signed off.", [dt.date(2024, 4, 30)]),
        ("New timescale agreed, March 2025, so that the precept is known.", [dt.date(2025, 3, 31)]),
        ("The group first meets in July. A report is now expected in October 2024.", [dt.date(2024, 10, 31)]),
        ("The inspector has moved to another force. A report on custody came in May.", []),
        ("Extended.", []),
        ("Ongoing.", []),
        ("A first draft will be seen in April.", []),
        ("Carried forward. The first report came in January 2024.", []),
    ],
)
def test_the_days_that_an_update_puts_an_action_off_to(text: str, days: list[dt.date]) -> None:
    assert list(moved_to(text, SAID)) == days


def test_what_is_done_is_not_put_off() -> None:
    said = mention("complete", "The plan was moved to the new portal by the end of May.", SAID, 1)
    assert (said.kind, said.dues) == ("complete", ())
    assert mention("open", "Extended to May.", SAID, 1).kind == "moved"
    assert mention("open", "Extended.", SAID, 1).kind == "outstanding"


@pytest.mark.parametrize("text", ["Withdrawn. The service decided against it.", "This is no longer needed."])
def test_what_need_not_be_done_is_withdrawn(text: str) -> None:
    assert mention("complete", text, SAID, 1).kind == "withdrawn"
    assert mention("open", text, SAID, 1).kind == "outstanding"
