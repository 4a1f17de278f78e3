"""Which points of a series are a special cause: the chart that fits it, one phase after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from answerable.core.measures.choosing import Choice, chart_for, charted
from answerable.core.measures.facts import Better, Facts, Observed
from answerable.core.measures.series import known
from answerable.core.measures.verdict import Span
from answerable.core.spc import rules
from answerable.core.spc.options import RUN, Direction, Options
from answerable.core.spc.rare import waits
from answerable.core.spc.rules import Known, Rule, Sides
from answerable.core.spc.shewhart import Chart, chart_name, g_chart
from answerable.core.spc.shewhart import Options as CountOptions
from answerable.core.spc.shewhart_parts import D2
from answerable.core.spc.xmr import FEWEST_FOR_ICONS, Group, xmr

DIRECTIONS = {
    Better.HIGHER: Direction.INCREASE,
    Better.LOWER: Direction.DECREASE,
    Better.NEITHER: Direction.NEUTRAL,
}
SIGMAS = 3
XMR = "XmR chart"


@dataclass(frozen=True, slots=True)
class Charted:
    """The chart of ``rows``: what each point is, and the limits that held.

    ``series``: the rows of the measure; ``rows`` are the same, but for a chart of waits those with an event.
    ``why``: in a sentence, why it is not the usual chart. ``ways``: 1 where a special cause points up, -1
    down, 0 none. ``starts``: the first point of each phase. ``centre`` to ``sigma`` are those of the last
    point; None where there are too few points for them. ``middle``: what runs are counted about, and
    ``about`` its name: the average, or of small counts and of waits the median. ``unit``: of its values,
    where that is not the measure's, because the chart is of waits between rare events. ``scale``: what
    numerator over denominator is multiplied by, on a chart of counts that vary as sampling has them; None on
    any other.
    """

    name: str
    why: str
    series: Sequence[Observed]
    rows: Sequence[Observed]
    sides: Sides
    rules: Sequence[Rule | None]
    ways: Sequence[int]
    trend: Sequence[int]
    shift: Known
    spans: Sequence[Span]
    starts: Sequence[int]
    centre: float | None
    lower: float | None
    upper: float | None
    sigma: float | None
    middle: float | None
    about: Literal["average", "median"] = "average"
    unit: str | None = None
    scale: float | None = None

    def last_phase(self) -> Sequence[Observed]:
        """The rows of the last phase."""
        return self.rows[self.starts[-1] :]


def chart(facts: Facts, rows: Sequence[Observed]) -> Charted:
    """The chart that fits (``choosing.chart_for``), with limits for each phase that a person decided.

    No point of a phase with fewer than 13 values is called a change: NHS England's tools give icons from so
    many (thread #194). ``rows`` have at least one value.
    """
    choice = chart_for(replace(facts, observed=rows))
    drawn_of = _waits(rows) if choice.chart == "g" else rows
    starts = phase_starts(facts, drawn_of)
    if choice.chart == "xmr":
        drawn = _individuals(facts, drawn_of, starts)
    else:
        drawn = _attributes(facts, drawn_of, choice, starts)
    return replace(_without_short_phases(drawn), series=rows)


def _without_short_phases(drawn: Charted) -> Charted:
    told, ways, trend, shift = list(drawn.rules), list(drawn.ways), list(drawn.trend), list(drawn.shift)
    for first, after in pairwise([*drawn.starts, len(drawn.rows)]):
        if len(known(drawn.rows[first:after])) < FEWEST_FOR_ICONS:
            blank = after - first
            told[first:after], ways[first:after] = [None] * blank, [0] * blank
            trend[first:after], shift[first:after] = [0] * blank, [False] * blank
    return replace(drawn, rules=told, ways=ways, trend=trend, shift=shift)


def _waits(rows: Sequence[Observed]) -> list[Observed]:
    """A row for each period that has an event; its value is how many without one lie before it."""
    found = waits([row.value for row in rows])
    return [
        replace(row, value=wait, numerator=None, denominator=None)
        for row, wait in zip(rows, found, strict=True)
        if wait is not None
    ]


def phase_starts(facts: Facts, rows: Sequence[Observed]) -> dict[int, str]:
    """The first row of each phase, with its reason: the first period on or after the day that was decided."""
    found = {0: ""}
    for phase in sorted(facts.phases, key=lambda phase: phase.start):
        at = next((index for index, row in enumerate(rows) if row.start >= phase.start), None)
        if at is not None:
            found[at] = phase.reason
    return found


def _individuals(facts: Facts, rows: Sequence[Observed], starts: dict[int, str]) -> Charted:
    options = Options(direction=DIRECTIONS[facts.better], baseline=facts.baseline)
    found = xmr(
        [row.start for row in rows],
        [row.value for row in rows],
        options,
        rebase=[rows[index].start for index in starts],
    )
    last = found.groups[-1].limits
    marks = found.marks
    return Charted(
        name=XMR,
        why="",
        series=rows,
        rows=rows,
        sides=marks.sides,
        rules=marks.rules,
        ways=marks.ways,
        trend=marks.trend,
        shift=marks.shift,
        spans=[_span(group, starts[group.first]) for group in found.groups],
        starts=list(starts),
        centre=last.mean,
        lower=last.lower,
        upper=last.upper,
        sigma=None if last.average is None else last.average / D2,
        middle=last.mean,
    )


def _span(group: Group, reason: str) -> Span:
    found = group.limits
    return Span(group.first, group.last, found.mean, found.lower, found.upper, reason)


def _attributes(facts: Facts, rows: Sequence[Observed], choice: Choice, starts: dict[int, str]) -> Charted:
    """A chart of counts, shares or rates, whose limits may differ from point to point."""
    bounds = [*sorted(starts), len(rows)]
    parts = [_part(choice, rows[first:after], facts.baseline) for first, after in pairwise(bounds)]
    spans = [
        span
        for first, part in zip(sorted(starts), parts, strict=True)
        for span in _spans(part, first, starts[first])
    ]
    marked = [_marks(part) for part in parts]
    last = parts[-1]
    centre, lower, upper = last.centre[-1], last.lower[-1], last.upper[-1]
    waits_drawn = choice.chart == "g"
    return Charted(
        name=chart_name(last),
        why=choice.reason,
        series=rows,
        rows=rows,
        sides=[one for marks in marked for one in marks.sides],
        rules=[one for marks in marked for one in marks.rules],
        ways=[one for marks in marked for one in marks.ways],
        trend=[one for marks in marked for one in marks.trend],
        shift=[one for marks in marked for one in marks.shift],
        spans=spans,
        starts=sorted(starts),
        centre=centre,
        lower=lower,
        upper=upper,
        sigma=_sigma(centre, lower, upper),
        middle=last.middle[-1],
        about="median" if waits_drawn or last.middle[-1] != centre else "average",
        unit=f"{facts.frequency}s without one" if waits_drawn else None,
        scale=None if waits_drawn or last.times[-1] > 1 else choice.scale,
    )


def _part(choice: Choice, rows: Sequence[Observed], baseline: int | None) -> Chart:
    if choice.chart == "g":
        return g_chart([row.value for row in rows], CountOptions(freeze=baseline))
    return charted(choice, rows, baseline)


@dataclass(frozen=True, slots=True)
class _Marks:
    sides: Sides
    rules: list[Rule | None]
    ways: list[int]
    trend: list[int]
    shift: Known


def _marks(part: Chart) -> _Marks:
    """The rules of an XmR chart, with the limits that each point has."""
    sides = [_side(value, centre) for value, centre in zip(part.values, part.middle, strict=True)]
    outside: Known = [bool(way) for way in part.outside]
    close = [
        None if value is None or low is None or high is None else not far and not low <= value <= high
        for value, low, high, far in zip(part.values, part.lower2, part.upper2, part.outside, strict=True)
    ]
    trend, shift = rules.trend(part.values, RUN), rules.shift(sides, RUN)
    two = rules.two_in_three(sides, close)
    told = [rules.said(*signs) for signs in zip(sides, outside, trend, two, shift, strict=True)]
    return _Marks(sides, [rule for rule, _ in told], [way for _, way in told], trend, shift)


def _side(value: float | None, centre: float | None) -> int | None:
    return None if value is None or centre is None else (value > centre) - (value < centre)


def _spans(part: Chart, first: int, reason: str) -> list[Span]:
    """One span of points with the same limits after the other."""
    found: list[Span] = []
    for at, limits in enumerate(zip(part.centre, part.lower, part.upper, strict=True), start=first):
        if found and limits == (found[-1].centre, found[-1].lower, found[-1].upper):
            found[-1] = Span(found[-1].first, at, *limits, reason=found[-1].reason)
        else:
            found.append(Span(at, at, *limits, reason="" if found else reason))
    return found


def _sigma(centre: float | None, lower: float | None, upper: float | None) -> float | None:
    """From the limit that is farther: the nearer may be cut off at 0 or at 100%."""
    if centre is None or lower is None or upper is None:
        return None
    return max(upper - centre, centre - lower) / SIGMAS
