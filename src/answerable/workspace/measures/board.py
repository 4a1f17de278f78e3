"""All measures at once: by tier, what signals first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from answerable.core.measures.chance import said_of_many
from answerable.core.measures.facts import Frequency
from answerable.measures.models import Measure, Series
from answerable.measures.models.measure import TIERS
from answerable.measures.queries import said_about
from answerable.web.address import Asked
from answerable.workspace.here import Here
from answerable.workspace.measures.charts import Chart, charts_of, heads
from answerable.workspace.measures.passing import passed_in_areas

SHOWN = {"signals": "Only what signals", "ended": "Not kept any more"}
NO_TIER = "In no tier"
WEEKS = 8  # of the table week by week: two months


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with its chart; None where there are no figures of it at all."""

    measure: Measure
    chart: Chart | None
    areas: Sequence[str] = ()
    """Areas beyond a limit that was set, of a measure that the whole force stands for."""

    @property
    def passed(self) -> bool:
        """Whether a limit that somebody set is passed."""
        return bool(self.areas or (self.chart and self.chart.passed))

    @property
    def signals(self) -> bool:
        return self.passed or bool(self.chart and self.chart.verdict.signal)

    @property
    def rank(self) -> tuple[int, str, str]:
        """What signals first: worse, a limit that is passed, other changes, a target out of reach."""
        whose = self.chart.facts.whose if self.chart else ""
        return _rank(self.chart, passed=self.passed), self.measure.name.casefold(), whose


@dataclass(frozen=True, slots=True)
class Board:
    """``tiers``: a tier's name and its rows. ``weeks``: the weekly rows' last weeks, the newest last."""

    tiers: Sequence[tuple[str, Sequence[Row]]] = ()
    chance: str = ""
    of: int = 0
    weeks: Sequence[str] = ()
    weekly: Sequence[tuple[Row, Sequence[str]]] = ()
    objectives: Sequence[tuple[int, str]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(len(rows) for _, rows in self.tiers)

    @property
    def says_whose(self) -> bool:
        """Only of several forces is it said whose each figure is."""
        charts = [one.chart for _, rows in self.tiers for one in rows if one.chart]
        return len({one.series.force_id for one in charts}) > 1


def board(at: Here, asked: Asked) -> Board:
    """What the filters in the address ask for. Five queries."""
    show = asked.choice("show", SHOWN, "what to show")
    tier = asked.choice("tier", {**TIERS, "none": NO_TIER}, "a tier")
    objective = asked.number("objective", "an objective")
    measures = _measures(at, ended=show == "ended")
    objectives = {one.objective.pk: _called(one) for one in measures if one.objective}
    kept = [
        one
        for one in measures
        if (tier is None or (one.tier or "none") == tier) and objective in (None, one.objective_id)
    ]
    rows = _rows(at, kept)
    charts = [one.chart.verdict for one in rows if one.chart and one.chart.verdict.variation]
    alike = sum(one.alike for one in charts)
    said = said_of_many(sum(one.signal for one in charts), len(charts), alike=alike) if charts else ""
    shown = [one for one in rows if one.signals or show != "signals"]
    weeks, weekly = _by_week(shown)
    offered = sorted(objectives.items(), key=lambda one: one[1])
    return Board(_by_tier(shown), said, len(rows), weeks, weekly, offered)


def _measures(at: Here, *, ended: bool) -> list[Measure]:
    over = Q(ended__lt=at.today)
    rows = at.sees(Measure.objects.filter(over if ended else ~over | Q(ended=None), office_id=at.office_id))
    return list(rows.select_related("objective"))


def _rows(at: Here, measures: Sequence[Measure]) -> list[Row]:
    known = {one.pk: one for one in measures}
    series = list(Series.objects.filter(measure__in=known, who__in=["force", "area"]))
    for one in series:
        one.measure = known[one.measure_id]
    found = heads(measures, series)
    said = said_about(known)
    charts: dict[int, list[Chart]] = {}
    for chart in charts_of([one for rows in found.values() for one in rows], said, at.today):
        charts.setdefault(chart.series.measure_id, []).append(chart)
    whole = {key for key, rows in found.items() if rows and rows[0].who == "force"}
    beyond = passed_in_areas([one for one in series if one.measure_id in whole], said)
    none: list[Chart | None] = [None]
    return [
        Row(one, chart, beyond.get(one.pk, ())) for one in measures for chart in charts.get(one.pk) or none
    ]


def _rank(chart: Chart | None, *, passed: bool) -> int:
    if chart is None:
        return 5
    if chart.verdict.signal and (chart.verdict.variation or "").startswith("concern"):
        return 0
    if passed:
        return 1
    if chart.verdict.signal:
        return 2
    return 3 if chart.verdict.assurance == "fail" else 4


def _by_tier(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    ordered = sorted(rows, key=lambda one: one.rank)
    named = {**TIERS, "": NO_TIER}
    found = [(name, [one for one in ordered if one.measure.tier == key]) for key, name in named.items()]
    return [(name, some) for name, some in found if some]


def _by_week(rows: Sequence[Row]) -> tuple[list[str], list[tuple[Row, list[str]]]]:
    """The last weeks across, a row to each weekly series; "" where a week has no value."""
    weekly = sorted(
        (one for one in rows if one.chart and one.measure.frequency == Frequency.WEEK),
        key=lambda one: one.rank,
    )
    known = [
        {(point.start, point.last): point.value for point in one.chart.verdict.points}
        for one in weekly
        if one.chart
    ]
    weeks = sorted({week for values in known for week in values})[-WEEKS:]
    named = [f"{last.day} {last:%b %Y}" for _, last in weeks]
    cells = [
        [
            f"{value:,.{one.measure.decimals}f}" if (value := values.get(week)) is not None else ""
            for week in weeks
        ]
        for one, values in zip(weekly, known, strict=True)
    ]
    return named, list(zip(weekly, cells, strict=True))


def _called(measure: Measure) -> str:
    objective = measure.objective
    return f"{objective.number} {objective.text}"[:60] if objective else ""
