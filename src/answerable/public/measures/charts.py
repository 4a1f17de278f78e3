"""Series of a frozen measure, drawn from its figures under the words that were frozen with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.core.measures.charted import Charted
from answerable.core.measures.facts import Facts, Who
from answerable.core.measures.judging import judge
from answerable.core.measures.verdict import Verdict
from answerable.core.publication.frozen_measures import facts_again, looked_at
from answerable.core.publication.shapes_measures import MeasureContent, PublishedSeries


@dataclass(frozen=True)
class Chart(Charted):
    """``facts`` are what the chart looks back at."""

    series: PublishedSeries
    facts: Facts
    verdict: Verdict

    @property
    def hidden(self) -> int:
        """Figures of all time that are not shown."""
        return sum(one["hidden"] for one in self.series["observed"])


def charts_of(measure: MeasureContent) -> list[Chart]:
    """Every series, in the order in which it was frozen: ours first."""
    today = dt.date.fromisoformat(measure["as_of"])
    ended = dt.date.fromisoformat(measure["ended"]) if measure["ended"] else None
    return [_chart(measure, one, today, ended) for one in measure["series"]]


def _chart(measure: MeasureContent, series: PublishedSeries, today: dt.date, ended: dt.date | None) -> Chart:
    """Points and limits follow from the figures; what is said of them is what was said on the day."""
    facts = looked_at(facts_again(measure, series), today, ended)
    said, drawn = series["verdict"], judge(facts, today)
    verdict = replace(
        drawn, spans=[] if said["refused"] else drawn.spans, headline=said["headline"],
        sentences=said["sentences"], cautions=said["cautions"], rules=said["rules"],
        rule_in_words=said["rule_in_words"], refused=said["refused"],
    )  # fmt: skip
    return Chart(series, facts, verdict)


def of_areas(charts: Sequence[Chart]) -> list[Chart]:
    return [one for one in charts if one.series["who"] == Who.AREA]
