"""A series with its verdict as a line of the performance report."""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.facts import Facts, Line, LineKind, Observed
from answerable.core.measures.proposing import passed
from answerable.core.measures.telling import in_unit
from answerable.core.measures.verdict import Verdict
from answerable.core.measures.words import exact, line_words, short_period
from answerable.core.reports.performance import Told

KINDS = (LineKind.TARGET, LineKind.LIMIT, LineKind.ASPIRATION)
"""Of the lines in force the first kind is told."""


NO_FIGURES = "no figures"


def told(
    facts: Facts,
    verdict: Verdict,
    *,
    key: int,
    tier: str = "",
    place: str = "",
    since: dt.date | None = None,
    svg: str = "",
    restricted: bool = False,
) -> Told:
    """The line; ``since`` is the day of the meeting before, ``key`` the measure's."""
    last = next((one for one in reversed(facts.observed) if one.value is not None), None)
    return Told(
        key=key,
        name=facts.name,
        tier=tier,
        headline=verdict.headline,
        value=_value(facts, last),
        figure=_figure(facts, last),
        place=place,
        line=_line(facts, last),
        met=f"{verdict.met.times} of {verdict.met.of}" if verdict.met else "",
        meets=verdict.assurance,
        limit=_limit(facts, last),
        signal=verdict.signal,
        worse=verdict.signal and (verdict.variation or "").startswith("concern"),
        new=verdict.signal and bool(since and verdict.since and verdict.since >= since),
        early=verdict.variation is None and not verdict.refused,
        alike=verdict.alike,
        refused=verdict.refused,
        svg=svg,
        restricted=restricted,
    )


def _value(facts: Facts, last: Observed | None) -> str:
    """ "64%, Oct 2026, provisional" """
    if last is None:
        return NO_FIGURES
    when = short_period(last.start, last.last, facts.frequency)
    return f"{_figure(facts, last)}, {when}{', provisional' if last.provisional else ''}"


def _figure(facts: Facts, last: Observed | None) -> str:
    if last is None or last.value is None:
        return NO_FIGURES
    return in_unit(last.value, facts.unit, facts.decimals)


def _line(facts: Facts, last: Observed | None) -> str:
    on = last.last if last else None
    for kind in KINDS:
        held = [one for one in facts.lines if one.kind is kind and on and _holds(one, on)]
        if held:
            newest = max(held, key=lambda one: one.start or dt.date.min)
            return line_words(kind, newest.value, facts.unit, facts.decimals)
    return ""


def _holds(line: Line, on: dt.date) -> bool:
    return (line.start is None or line.start <= on) and (line.last is None or line.last >= on)


def _limit(facts: Facts, last: Observed | None) -> str:
    """That a limit is passed, which somebody set: "Above the limit of 30 that was set, since May 2026." """
    found = passed(facts)
    if found is None or last is None or last.value is None:
        return ""
    line, since = found
    side = "Above" if last.value > line.value else "Below"
    run = f", since {since:%B %Y}" if since != last.start else ""
    return f"{side} the limit of {exact(line.value, facts.unit, facts.decimals)} that was set{run}."
