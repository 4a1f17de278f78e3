"""Numbers of decisions, as governance boards give them: the place in the day and the day, "02/27/03/2018"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection


def next_number(on: dt.date, taken: Collection[str]) -> str:
    """The first of the day that is free."""
    place = 1
    while (number := f"{place:02}/{on:%d/%m/%Y}") in taken:
        place += 1
    return number
