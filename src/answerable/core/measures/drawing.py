"""A verdict as a picture: what a chart shows, and the whole of it in words for those who do not see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from answerable.core.measures.bounds import bounds, within
from answerable.core.measures.facts import Event, Facts, Line
from answerable.core.measures.picture import Picture
from answerable.core.measures.saying import capital, range_decimals
from answerable.core.measures.telling import in_unit, period_in_words
from answerable.core.measures.verdict import Point, Span, Verdict
from answerable.core.measures.words import line_words

MARGIN = 0.04
"""Of the height that is left free above and below, so that no point lies on the frame."""


def picture(facts: Facts, verdict: Verdict, low: float | None = None, high: float | None = None) -> Picture:
    """The chart of a verdict; ``low`` and ``high`` fix the scale where several stand side by side."""
    floor, ceiling = bounds(facts)
    return Picture(
        title=_title(facts),
        label=label(facts, verdict),
        unit=_unit(facts, verdict),
        decimals=facts.decimals,
        points=verdict.points,
        spans=verdict.spans,
        lines=_lines(facts, verdict),
        events=_events(facts, verdict),
        gaps=facts.gaps,
        low=low,
        high=high,
        floor=floor,
        ceiling=ceiling,
        middle="mean" if verdict.unit is None else "median",
        range_decimals=_range_decimals(facts, verdict),
    )


def scale(verdicts: Sequence[Verdict]) -> tuple[float | None, float | None]:
    """One scale for several: the lowest and the highest that any of them shows; None where nothing is."""
    values = [value for verdict in verdicts for value in _heights(verdict)]
    if not values:
        return None, None
    low, high = min(values), max(values)
    margin = (high - low) * MARGIN
    return (0.0 if 0 <= low < margin else low - margin), high + margin


def label(facts: Facts, verdict: Verdict) -> str:
    """The whole in words: what, when, what is said of it, the range, the lines, what happened."""
    said = [f"{_title(facts)}.", *_time(facts, verdict), verdict.headline, *_range(facts, verdict)]
    said += _phases(verdict)
    said += [f"{capital(_line(facts, line))}." for line in _lines(facts, verdict)]
    said += [
        f"{event.on.day} {event.on:%B %Y}: {event.text.rstrip('.')}." for event in _events(facts, verdict)
    ]
    return " ".join(said)


def _heights(verdict: Verdict) -> Iterator[float]:
    for point in verdict.points:
        if point.value is not None:
            yield point.value
    for span in verdict.spans:
        yield from (limit for limit in (span.lower, span.upper) if limit is not None)


def _title(facts: Facts) -> str:
    return f"{facts.name}, {facts.whose}" if facts.whose else facts.name


def _unit(facts: Facts, verdict: Verdict) -> str:
    return facts.unit if verdict.unit is None else verdict.unit


def _lines(facts: Facts, verdict: Verdict) -> Sequence[Line]:
    """Lines that were set, where the chart is of the measure's own values."""
    return facts.lines if verdict.unit is None else ()


def _events(facts: Facts, verdict: Verdict) -> list[Event]:
    """What happened while the chart's points lasted."""
    if not verdict.points:
        return []
    first, last = verdict.points[0].start, verdict.points[-1].last
    return [event for event in facts.events if first <= event.on <= last]


def _time(facts: Facts, verdict: Verdict) -> Iterator[str]:
    known = [point for point in verdict.points if point.value is not None]
    if known:
        values = "1 value" if len(known) == 1 else f"{len(known)} values"
        yield f"{values}, from {_at(facts, verdict, known[0])} to {_at(facts, verdict, known[-1])}."


def _at(facts: Facts, verdict: Verdict, point: Point) -> str:
    assert point.value is not None
    when = period_in_words(point.start, point.last, facts.frequency)
    return f"{in_unit(point.value, _unit(facts, verdict), facts.decimals)} in {when}"


def _range(facts: Facts, verdict: Verdict) -> Iterator[str]:
    """The average (of waits, the median) and the range that is ordinary, of the last points."""
    span = verdict.spans[-1] if verdict.spans else None
    if span is None or span.centre is None:
        return
    decimals = _range_decimals(facts, verdict)
    centre, *ends = (
        None if value is None else in_unit(value, _unit(facts, verdict), decimals)
        for value in (span.centre, *within(facts, span.lower, span.upper))
    )
    what = "average" if verdict.unit is None else "median"
    yield f"The {what} is {centre}" + ("." if None in ends else f" and {ends[0]} to {ends[1]} is ordinary.")


def _range_decimals(facts: Facts, verdict: Verdict) -> int:
    """As the sentences have them, so that chart and words say one number."""
    span = verdict.spans[-1] if verdict.spans else None
    return facts.decimals if span is None else range_decimals(facts, span.lower, span.upper)


def _phases(verdict: Verdict) -> Iterator[str]:
    for span in verdict.spans:
        if span.first and span.reason:
            yield f"A new phase began in {_month(verdict, span)}: {span.reason.rstrip('.')}."


def _month(verdict: Verdict, span: Span) -> str:
    return f"{verdict.points[span.first].start:%B %Y}"


def _line(facts: Facts, line: Line) -> str:
    told = line_words(line.kind, line.value, facts.unit, facts.decimals)
    began = f" from {_day(line.start)}" if line.start else ""
    return told + began + (f" until {_day(line.last)}" if line.last else "")


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
