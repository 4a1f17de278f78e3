"""Series for tests: values month by month."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Line, LineKind, Observed

FIRST = dt.date(2023, 1, 1)
TODAY = dt.date(2026, 4, 9)
ZIGZAG = (48.0, 52.0)
"""Mean 50, moving ranges of 4: limits 39.36 and 60.64, two-sigma lines 42.9 and 57.1."""


def month(at: int, first: dt.date = FIRST) -> tuple[dt.date, dt.date]:
    """The first and last day of the month that is ``at`` months after ``first``."""
    year, place = divmod(first.year * 12 + first.month - 1 + at, 12)
    return dt.date(year, place + 1, 1), dt.date(year, place + 1, calendar.monthrange(year, place + 1)[1])


def monthly(values: Sequence[float | None], first: dt.date = FIRST, **fields: Any) -> list[Observed]:
    return [Observed(*month(at, first), value, **fields) for at, value in enumerate(values)]


def zigzag(count: int) -> list[float]:
    return [ZIGZAG[at % 2] for at in range(count)]


def facts(values: Sequence[float | None] | Sequence[Observed] = (), **fields: Any) -> Facts:
    """A duration in minutes of which less is better, month by month, unless told otherwise."""
    rows = [one for one in values if isinstance(one, Observed)]
    plain = Facts(
        name="Time to answer", kind=Kind.DURATION, unit="minutes", better=Better.LOWER,
        frequency=Frequency.MONTH, observed=rows or monthly(list(values)),  # type: ignore[arg-type]
    )  # fmt: skip
    return replace(plain, **fields)


def target(value: float, start: dt.date | None = None, last: dt.date | None = None) -> Line:
    return Line(LineKind.TARGET, value, start, last)


def limit(value: float, start: dt.date | None = None, last: dt.date | None = None) -> Line:
    return Line(LineKind.LIMIT, value, start, last)
