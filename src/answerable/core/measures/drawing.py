"""A verdict as a picture: what a chart shows, and the whole of it in words for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.measures.facts import Facts, Kind
from answerable.core.measures.picture import Picture
from answerable.core.measures.telling import in_unit, period_in_words
from answerable.core.measures.verdict import Verdict

MARGIN = 0.04
"""Of the height that is left free above and below, so that no point lies on the frame."""


def picture(facts: Facts, verdict: Verdict, low: float | None = None, high: float | None = None) -> Picture:
    """The chart of a verdict; ``low`` and ``high`` fix the scale where several stand side by side."""
    floor, ceiling = bounds(facts)
    return Picture(
        title=f"{facts.name}, {facts.whose}" if facts.whose else facts.name,
        label=label(facts, verdict),
        unit=facts.unit,
        decimals=facts.decimals,
        points=verdict.points,
        spans=verdict.spans,
        lines=facts.lines,
        events=facts.events,
        gaps=facts.gaps,
        low=low,
        high=high,
        floor=floor,
        ceiling=ceiling,
    )


def bounds(facts: Facts) -> tuple[float | None, float | None]:
    """What no value can be beyond; the ordinary range is not drawn beyond it either."""
    if facts.kind in (Kind.PROPORTION, Kind.SURVEY):
        return 0.0, 100.0
    return (None, None) if facts.kind == Kind.INDEX else (0.0, None)


def scale(verdicts: Sequence[Verdict]) -> tuple[float | None, float | None]:
    """One scale for several: the lowest and the highest that any of them shows. None where nothing is."""
    values = [point.value for verdict in verdicts for point in verdict.points if point.value is not None]
    for verdict in verdicts:
        values += [limit for span in verdict.spans for limit in (span.lower, span.upper) if limit is not None]
    if not values:
        return None, None
    margin = (max(values) - min(values)) * MARGIN
    return min(values) - margin, max(values) + margin


def label(facts: Facts, verdict: Verdict) -> str:
    """The whole in words."""
    known = [point for point in verdict.points if point.value is not None]
    said = [facts.name + (f", {facts.whose}." if facts.whose else ".")]
    if known:
        said.append(_span_of_time(facts, verdict))
    said.append(verdict.headline)
    if verdict.spans:
        last = verdict.spans[-1]
        if last.lower is not None and last.upper is not None:
            said.append(
                f"Average {_figure(facts, last.centre)}; ordinary from {_figure(facts, last.lower)} to "
                f"{_figure(facts, last.upper)}."
            )
    return " ".join(said)


def _span_of_time(facts: Facts, verdict: Verdict) -> str:
    known = [point for point in verdict.points if point.value is not None]
    first, last = known[0], known[-1]
    count = f"{len(known)} values" if len(known) > 1 else "1 value"
    return (
        f"{count}, from {_figure(facts, first.value)} in "
        f"{period_in_words(first.start, first.last, facts.frequency)} to {_figure(facts, last.value)} in "
        f"{period_in_words(last.start, last.last, facts.frequency)}."
    )


def _figure(facts: Facts, value: float | None) -> str:
    return "" if value is None else in_unit(value, facts.unit, facts.decimals)
