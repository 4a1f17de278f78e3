"""Numbers of decisions follow the day."""

from __future__ import annotations

import datetime as dt

from answerable.core.publication.decision_numbers import next_number

DAY = dt.date(2018, 3, 27)


def test_the_first_and_the_next_of_a_day() -> None:
    assert next_number(DAY, set()) == "01/27/03/2018"
    assert next_number(DAY, {"01/27/03/2018", "02/26/03/2018"}) == "02/27/03/2018"


def test_a_number_that_was_given_is_not_given_again() -> None:
    assert next_number(DAY, {"02/27/03/2018"}) == "01/27/03/2018"
