"""An action's life as marks: what stands under each of them."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.components.lives import marks
from answerable.public.actions.saying import Step


def silent(on: str, until: str) -> Step:
    """Two meetings, one after the other, that did not speak of it."""
    said = "Not mentioned"
    days = dt.date.fromisoformat(on), dt.date.fromisoformat(until)
    return Step("silent", said, *days, 2, [], said, "", "", None, None)


@pytest.mark.parametrize(
    ("on", "until", "when"),
    [
        ("2019-03-05", "2019-03-26", "Mar 19"),
        ("2019-03-05", "2019-05-26", "Mar–May 19"),
        ("2018-03-05", "2019-03-26", "Mar–Mar 19"),
    ],
)
def test_a_run_of_meetings_says_its_months_each_once(on: str, until: str, when: str) -> None:
    mark, _ = marks([silent(on, until)], dt.date.fromisoformat(until))
    assert (mark.when, mark.below, mark.year) == (when, "2 meetings", on[:4])
