"""Series made up for before and after: Wyvern Valley's, by the month unless told otherwise."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Sequence
from typing import Any

from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Observed

STEP = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12, Frequency.ROLLING: 1}
JANUARY = dt.date(2022, 1, 1)


def periods(many: int, start: dt.date = JANUARY, frequency: Frequency = Frequency.MONTH) -> list[Observed]:
    """So many whole periods without a value."""
    begins = [_begin(start, k, frequency) for k in range(many + 1)]
    return [Observed(begins[k], begins[k + 1] - dt.timedelta(days=1), None) for k in range(many)]


def _begin(start: dt.date, k: int, frequency: Frequency) -> dt.date:
    if frequency is Frequency.WEEK:
        return start + dt.timedelta(weeks=k)
    year, month = divmod(start.year * 12 + start.month - 1 + k * STEP[frequency], 12)
    return dt.date(year, month + 1, 1)


def facts(values: Iterable[float | None], **more: Any) -> Facts:
    """A series with these values, one to a period from January 2022."""
    known = list(values)
    told: dict[str, Any] = {
        "name": "Unanswered calls",
        "kind": Kind.RATE,
        "unit": "calls",
        "better": Better.LOWER,
        "frequency": Frequency.MONTH,
        "whose": "North",
    } | more
    start = told.pop("start", JANUARY)
    rows = periods(len(known), start, told["frequency"])
    observed = [Observed(one.start, one.last, value) for one, value in zip(rows, known, strict=True)]
    return Facts(observed=observed, **told)


def noise(seed: int, many: int, mean: float = 40, spread: float = 4) -> list[float]:
    """Nothing but chance about a mean."""
    chance = random.Random(seed)
    return [chance.gauss(mean, spread) for _ in range(many)]


def raised(values: Sequence[float], first: int, by: float) -> list[float]:
    """The same, from point ``first`` (from 0) on by so much higher."""
    return [value + by * (k >= first) for k, value in enumerate(values)]
