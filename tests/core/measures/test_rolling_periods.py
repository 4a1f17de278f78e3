"""Rolling twelve months overlap by nature: the chart is refused for what they are, not as a muddle."""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Observed
from answerable.core.measures.judging import ROLLING, judge


def test_overlapping_twelve_months_are_refused_with_the_reason() -> None:
    observed = [
        Observed(dt.date(2018, month + 1, 1), dt.date(2019, month + 1, 1) - dt.timedelta(days=1), 90 + month)
        for month in range(11)
    ]
    facts = Facts("Crime", Kind.INDEX, "crimes", Better.LOWER, Frequency.ROLLING, observed)
    verdict = judge(facts, dt.date(2019, 12, 1))
    assert verdict.refused == ROLLING
    assert verdict.headline == "Not judged: a rolling average hides when something changed."
    assert len(verdict.points) == 11 and not verdict.spans
