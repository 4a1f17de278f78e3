"""What a file does not have: periods that are missing, and areas that did not report."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from answerable.core.measures.facts import Frequency
from answerable.core.measures.loading.changes import Kept, Key
from answerable.core.measures.loading.given import Given
from answerable.core.measures.loading.shape import FORCE
from answerable.core.measures.telling import span_in_words
from answerable.core.minutes.dates import month_end
from answerable.core.plans.noticed import listed

MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
"""Months of a period; rolling ones overlap by nature and weeks have none."""
AREA = "area:"


class Span(NamedTuple):
    """An area, and when it was one."""

    name: str
    start: dt.date | None = None
    end: dt.date | None = None


def next_start(start: dt.date, frequency: Frequency) -> dt.date:
    """The first day of the period after the one that starts then; of rolling ones a month later."""
    if frequency == Frequency.WEEK:
        return start + dt.timedelta(days=7)
    months = start.year * 12 + start.month - 1 + MONTHS.get(frequency, 1)
    return dt.date(months // 12, months % 12 + 1, 1)


def last_of(start: dt.date, frequency: Frequency) -> dt.date:
    """The last day of the period that starts then."""
    if frequency == Frequency.ROLLING:
        months = start.year * 12 + start.month - 1 + 11
        return month_end(months // 12, months % 12 + 1)
    return next_start(start, frequency) - dt.timedelta(days=1)


def missing(starts: Iterable[dt.date], frequency: Frequency) -> list[dt.date]:
    """The first days of the periods between the first and the last that are not among them."""
    there = sorted(set(starts))
    if not there:
        return []
    found, day = [], there[0]
    known = set(there)
    while day < there[-1]:
        if day not in known:
            found.append(day)
        day = next_start(day, frequency)
    return found


def missing_said(
    given: Sequence[Given],
    kept: Mapping[Key, Kept],
    frequencies: Mapping[int, Frequency],
    measures: Mapping[int, str],
    places: Mapping[str, str],
) -> Iterator[str]:
    """A sentence for each series that the file tells of and that lacks periods: neither in it nor kept."""
    starts: dict[tuple[int, str], set[dt.date]] = defaultdict(set)
    for one in given:
        starts[one.measure, one.place].add(one.period.start)
    for key in kept:
        if (key.measure, key.place) in starts:
            starts[key.measure, key.place].add(key.start)
    for (measure, place), days in starts.items():
        frequency = frequencies[measure]
        if lacking := missing(days, frequency):
            said = listed([span_in_words(day, last_of(day, frequency)) for day in lacking])
            yield f"{measures[measure]}, {places.get(place, place)}: no value for {said}."


def with_reported(given: Sequence[Given], areas: Mapping[str, Span]) -> tuple[list[Given], list[str]]:
    """Values with how many areas reported; and where some did not: "May 2024: 4 of 5 areas reported".

    ``areas``: each by its place. Counted where a file tells of two areas or
    more; the force's own value for that period keeps the count, where no column gives it another.
    """
    told: dict[tuple[int, dt.date], set[str]] = defaultdict(set)
    for one in given:
        if one.place.startswith(AREA) and one.value is not None:
            told[one.measure, one.period.start].add(one.place)
    some = {measure for measure, _ in told if len(_all_of(told, measure)) > 1}
    counted: dict[tuple[int, dt.date], tuple[int, set[str]]] = {}
    for (measure, start), reported in told.items():
        if measure in some:
            there = {place for place, span in areas.items() if _there(span, start)} | reported
            counted[measure, start] = len(there), there - reported
    made = [_counted(one, told, counted) for one in given]
    return made, list(_short(made, counted, told, areas))


def _all_of(told: Mapping[tuple[int, dt.date], set[str]], measure: int) -> set[str]:
    return {place for (of, _), places in told.items() if of == measure for place in places}


def _there(span: Span, day: dt.date) -> bool:
    return (span.start is None or span.start <= day) and (span.end is None or span.end >= day)


def _counted(
    one: Given,
    told: Mapping[tuple[int, dt.date], set[str]],
    counted: Mapping[tuple[int, dt.date], tuple[int, set[str]]],
) -> Given:
    key = (one.measure, one.period.start)
    if one.place != FORCE or key not in counted or one.reported is not None or one.expected is not None:
        return one
    return replace(one, reported=len(told[key]), expected=counted[key][0])


def _short(
    given: Sequence[Given],
    counted: Mapping[tuple[int, dt.date], tuple[int, set[str]]],
    told: Mapping[tuple[int, dt.date], set[str]],
    areas: Mapping[str, Span],
) -> Iterator[str]:
    """In the order of the file, the newest not before the oldest."""
    words = {(one.measure, one.period.start): one.period.words for one in given}
    for key, (expected, lacking) in counted.items():
        if lacking:
            names = listed(sorted(areas[one].name for one in lacking))
            yield f"{words[key]}: {len(told[key])} of {expected} areas reported; not {names}."
