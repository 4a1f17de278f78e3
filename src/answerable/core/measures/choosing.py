"""Which chart a series wants: the individuals chart (XmR) unless it would mislead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answerable.core.measures.facts import Facts, Kind, Observed
from answerable.core.spc.rare import waits
from answerable.core.spc.shewhart import SMALL, Chart, Options, c_chart, g_chart, p_chart, u_chart
from answerable.core.spc.shewhart_parts import mean

ChartName = Literal["xmr", "p", "u", "c", "g"]
Pair = tuple[float, float]

UNEVEN = 0.25
"""Denominators within a quarter of their mean may share one pair of limits; others want their own (Montgomery
on control charts with variable sample size)."""
MOSTLY_NONE = 0.5
"""Where half of the periods or more have no event, the waits between them say more than the counts do
(Provost and Murray on rare events)."""
FEWEST_WAITS = 10
"""A centre of fewer waits is a guess; a chart of counts is drawn until there are so many."""
RECENT = 12
"""Periods: what a meeting asks about is this year's."""
AGREES = 0.02
"""A value further than 2%, and than its rounding, from its numerator over its denominator was weighted or
adjusted: the spread of a plain count does not hold for it."""
PER_CENT = 100.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The chart and, in a sentence for the page, why ("" for the usual one); ``source`` of the rule.

    ``scale``: what numerator over denominator is multiplied by to give the value (100; 1,000).
    """

    chart: ChartName
    reason: str
    source: str
    scale: float = 1


_USUAL = Choice("xmr", "", "NHS England, Making Data Count: an XmR chart for a measure over time.")
_ATTRIBUTES = "Montgomery, Introduction to Statistical Quality Control, on attributes charts; Laney 2002."
_RARE = "Benneyan 2001; Provost and Murray, The Health Care Data Guide, on rare events."


def chart_for(facts: Facts) -> Choice:
    """The chart that fits the kind of number and how large the numbers are."""
    rows = [one for one in facts.observed if one.value is not None]
    if facts.kind in (Kind.PROPORTION, Kind.SURVEY):
        return _share(rows, last_digit(facts))
    if facts.kind == Kind.RATE:
        return _rate(rows, last_digit(facts))
    if facts.kind == Kind.COUNT:
        return _count(facts.observed)
    return _USUAL


def charted(choice: Choice, rows: Sequence[Observed], baseline: int | None = None) -> Chart:
    """The chart of one phase's rows, in the measure's unit; a g chart in periods without an event.

    Call it for each phase; not for "xmr", whose limits are in ``core.spc.xmr``.
    """
    options = Options(freeze=baseline, multiply=choice.scale)
    values = [one.value for one in rows]
    if choice.chart == "g":
        return g_chart(waits(values), options)
    if choice.chart == "c":
        return c_chart(values, options)
    pairs = [counted(one) if one.value is not None else None for one in rows]
    numerators = [pair[0] if pair else None for pair in pairs]
    denominators = [pair[1] if pair else None for pair in pairs]
    return (p_chart if choice.chart == "p" else u_chart)(numerators, denominators, options)


def counted(one: Observed) -> Pair | None:
    """Numerator and denominator of a share or rate; a survey's from its share and its sample."""
    if one.numerator is not None and one.denominator:
        return one.numerator, one.denominator
    if one.value is not None and one.sample and 0 <= one.value <= PER_CENT:
        return one.value / PER_CENT * one.sample, one.sample
    return None


def scale_of(rows: Sequence[Observed]) -> float:
    """The middle of value over numerator over denominator: 1,000 for a rate in a thousand."""
    pairs = [(one.value, counted(one)) for one in rows]
    found = sorted(value * pair[1] / pair[0] for value, pair in pairs if value and pair and pair[0])
    return found[len(found) // 2] if found else 1.0


def _share(rows: Sequence[Observed], rounding: float) -> Choice:
    pairs = made_of(rows, PER_CENT, rounding)
    if not pairs or any(not 0 <= a <= b for a, b in pairs):
        return _USUAL
    if min(_middle([a for a, _ in pairs]), _middle([b - a for a, b in pairs])) < SMALL:
        return Choice("p", _few("share"), _ATTRIBUTES, PER_CENT)
    return Choice("p", _different("share"), _ATTRIBUTES, PER_CENT) if _uneven(pairs) else _USUAL


def _rate(rows: Sequence[Observed], rounding: float) -> Choice:
    scale = scale_of(rows)
    pairs = made_of(rows, scale, rounding)
    if not pairs or any(a < 0 or b < 0 for a, b in pairs):
        return _USUAL
    if _middle([a for a, _ in pairs]) < SMALL:
        return Choice("u", _few("rate"), _ATTRIBUTES, scale)
    return Choice("u", _different("rate"), _ATTRIBUTES, scale) if _uneven(pairs) else _USUAL


def _count(observed: Sequence[Observed]) -> Choice:
    counts = [one.value for one in observed if one.value is not None]
    if not counts or any(one < 0 or one != int(one) for one in counts):
        return _USUAL
    if _mostly_none(observed, counts):
        if not _many_at_once(counts):
            return Choice("g", _WAITS, _RARE)
        return Choice("c", _AT_ONCE, _ATTRIBUTES)
    if _middle(counts) < SMALL:
        return Choice("c", "The counts are so small that limits for small numbers are used.", _ATTRIBUTES)
    return _USUAL


_WAITS = "Most periods have none, so the chart shows how many periods passed between those that have."
_AT_ONCE = "Most periods have none but one had many, so the counts are charted and not the periods between."


def _mostly_none(observed: Sequence[Observed], counts: Sequence[float]) -> bool:
    known = [one for one in waits([one.value for one in observed]) if one is not None]
    return sum(one == 0 for one in counts) >= MOSTLY_NONE * len(counts) and len(known) >= FEWEST_WAITS


def _many_at_once(counts: Sequence[float]) -> bool:
    """Whether a period of late had more than small counts have by chance, which waits would not show."""
    return any(side > 0 for side in c_chart(counts).outside[-RECENT:])


def _few(what: str) -> str:
    return f"Each {what} is of so few that limits for small numbers are used."


def _different(what: str) -> str:
    return f"What each {what} is of differs by more than a quarter, so each period has limits of its own."


def made_of(rows: Sequence[Observed], scale: float, rounding: float) -> list[Pair]:
    """Numerators and denominators; none at all where one is unknown or a value is not made of them.

    ``scale``: what numerator over denominator is multiplied by; ``rounding``: how far a value may be off.
    """
    found = []
    for one in rows:
        pair = counted(one)
        if pair is None or one.value is None:
            return []
        gap = abs(one.value - scale * pair[0] / pair[1])
        if gap > max(AGREES * abs(one.value), rounding):
            return []
        found.append(pair)
    return found


def last_digit(facts: Facts) -> float:
    """How far rounding to the measure's decimals moves a value; the last digit is taken whole."""
    return float(10.0**-facts.decimals)


def _middle(values: Sequence[float]) -> float:
    return mean(values) or 0.0


def _uneven(pairs: Sequence[Pair]) -> bool:
    middle = _middle([b for _, b in pairs])
    return any(abs(b - middle) > UNEVEN * middle for _, b in pairs)
