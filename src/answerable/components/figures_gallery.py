"""Invented pictures for the gallery: every chart and every state that a chart can be in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from math import sqrt

from answerable.core.measures.facts import Event, EventKind, Gap, Line, LineKind
from answerable.core.measures.picture import Funnel, Picture, Place
from answerable.core.measures.verdict import Point, Shape, Span

SATISFIED = (
    76.3, 80.8, 75.5, 78.1, 81.4, 76.8, 77.1, 76.7, 77.4, 78.3, 80.5, 76.4, 75.8, 77.7, 75.9, 77.7, 81.8,
    78.6, 83.5, 82.5, 84.8, 84.9, 85.9, 84.4, 84.6, 82.4, 85.8, 86.0, 81.7, 81.3,
)  # fmt: skip
WAITING = (
    34, 41, 27, 39, 31, 31, 44, 34, 33, 37, 40, 33, 37, 27, 31, 30, 25, 24, 23, 32, None, None, None, None,
    33, 34, 38, 28, 31, 21, 30, 20, 24, 40, 20, 38, 35, 31, 36, 36, 39, 32, 29, 29, 27, 33, 28, 39, 22,
    26, 27, 33, 57, 32, 44, 43, 56, 34, 52, 42,
)  # fmt: skip
SIZES = (410, 380, 395, 120, 402, 415, 98, 388, 400, 421, 130, 405, 399, 412, 390, 118, 407, 411)
AREAS = ("Castle and Quay", "Eastmarch", "Northdale", "South Wyvern", "Vale")
WIDE_Z, NARROW_Z = 3.09, 1.96
FAR = {4: 4.2, 9: -3.8, 20: -2.4, 30: 2.5}  # standard errors that these forces are off


def months(year: int, month: int, many: int) -> list[tuple[dt.date, dt.date]]:
    """So many months, each by its first and last day."""
    found = []
    for index in range(year * 12 + month - 1, year * 12 + month - 1 + many):
        after = dt.date((index + 1) // 12, (index + 1) % 12 + 1, 1)
        found.append((dt.date(index // 12, index % 12 + 1, 1), after - dt.timedelta(1)))
    return found


def weeks(first: dt.date, many: int) -> list[tuple[dt.date, dt.date]]:
    """So many weeks, each by its first and last day."""
    starts = (first + dt.timedelta(7 * index) for index in range(many))
    return [(start, start + dt.timedelta(6)) for start in starts]


def points(
    when: Sequence[tuple[dt.date, dt.date]],
    values: Sequence[float | None],
    shapes: dict[int, Shape] | None = None,
    provisional: int = 0,
) -> list[Point]:
    """Points of periods and values; ``shapes`` of those that are not ordinary, by their index."""
    return [
        Point(
            start,
            last,
            value,
            (shapes or {}).get(index, "ordinary"),
            "a rule" if index in (shapes or {}) else "",
            provisional=index >= len(values) - provisional,
        )
        for index, ((start, last), value) in enumerate(zip(when, values, strict=True))
    ]


def shifted() -> Picture:
    """A share that rose and was not given a new phase: signals on both sides of one mean."""
    shapes: dict[int, Shape] = dict.fromkeys((11, 12, 14), "worse")
    shapes |= dict.fromkeys(range(18, 30), "better")
    return Picture(
        "Satisfaction of victims, Wyvern Valley",
        "Satisfaction of victims. 30 months from April 2019 to September 2021, from 76.3% to 81.3%. "
        "Better since October 2020, a real change. The mean is 80.3%, the ordinary range from 74.5% to "
        "86.2%; the target is 85%.",
        "%",
        1,
        points(months(2019, 4, 30), SATISFIED, shapes),
        [Span(0, 29, 80.3, 74.5, 86.2)],
        [Line(LineKind.TARGET, 85)],
        floor=0,
        ceiling=100,
    )


def phased() -> Picture:
    """The same in two phases, with a target that was raised, events, and provisional values."""
    spans = [
        Span(0, 15, 77.7, 71.4, 83.9),
        Span(16, 29, 83.4, 78.4, 88.5, "The survey went to text messages"),
    ]
    lines = [
        Line(LineKind.TARGET, 80, None, dt.date(2020, 3, 31)),
        Line(LineKind.TARGET, 85, dt.date(2020, 4, 1)),
    ]
    events = [
        Event(dt.date(2020, 3, 23), EventKind.OUTSIDE, "The first lockdown"),
        Event(dt.date(2020, 8, 1), EventKind.RECORDING, "Text messages in place of calls"),
    ]
    return Picture(
        "Satisfaction of victims, in two phases",
        "Satisfaction of victims in two phases: a mean of 77.7% until July 2020 and of 83.4% since, when the "
        "survey went to text messages. Ordinary variation since. The last two months are provisional.",
        "%",
        1,
        points(months(2019, 4, 30), SATISFIED, provisional=2),
        spans,
        lines,
        events,
        floor=0,
        ceiling=100,
    )


def breached() -> Picture:
    """Weeks, with a limit that somebody set and that is not the ordinary range; and a gap."""
    when = weeks(dt.date(2021, 1, 4), len(WAITING))
    shapes: dict[int, Shape] = dict.fromkeys(range(51, 60), "worse")
    return Picture(
        "Incidents without a unit, Northdale",
        "Incidents that waited without a unit, week by week from January 2021 to February 2022. Worse since "
        "the week to 2 January 2022, a real change, and above the limit of 40 that was set. No values from "
        "24 May to 20 June.",
        "incidents a week",
        0,
        points(when, WAITING, shapes),
        [Span(0, 59, 34, 17, 51)],
        [Line(LineKind.LIMIT, 40), Line(LineKind.BASELINE, 33)],
        gaps=[Gap(when[20][0], when[23][1], "The system was replaced.")],
        floor=0,
    )


def varying() -> Picture:
    """A share of samples of several sizes: the ordinary range is wider where fewer were asked."""
    values = [80 + 3 * ((7 * index) % 11 - 5) / 5 for index in range(len(SIZES))]
    values[10] = 93.0
    spans = []
    for index, size in enumerate(SIZES):
        half = WIDE_Z * 100 * sqrt(0.8 * 0.2 / size)
        spans.append(Span(index, index, 80, 80 - half, min(80 + half, 100)))
    return Picture(
        "Files that were ready, by month",
        "The share of files that were ready, with limits for the number of files of each month. One month, "
        "February 2023, was better than chance explains.",
        "%",
        0,
        points(months(2022, 4, len(SIZES)), values, {10: "better"}),
        spans,
        floor=0,
        ceiling=100,
    )


def neutral() -> Picture:
    """A count that is neither good nor bad, some of it missing without a reason."""
    values: list[float | None] = [120.0 + (index * 37) % 23 for index in range(26)]
    values[5] = None
    values[18:26] = [148, 150, 147, 155, 149, 152, 146, 151]
    shapes: dict[int, Shape] = dict.fromkeys(range(18, 26), "high")
    shapes |= dict.fromkeys(range(8, 10), "low")
    values[8:10] = [104, 106]
    return Picture(
        "Calls about mental health",
        "Calls about mental health, month by month; high since July 2022, a real change.",
        "calls a month",
        0,
        points(months(2021, 1, 26), values, shapes),
        [Span(0, 25, 132, 108, 158)],
        floor=0,
        lines=[Line(LineKind.ASPIRATION, 110)],
    )


def few() -> Picture:
    """Too few points for limits."""
    return Picture(
        "Complaints that were upheld",
        "Three values: 4, 7 and 5. Too few to say what is ordinary.",
        "complaints",
        0,
        points(months(2024, 1, 3), (4, 7, 5)),
        (),
        floor=0,
    )


def alike() -> Picture:
    """All values the same: the ordinary range has no height."""
    return Picture(
        "Deaths in custody",
        "Twelve months without any.",
        "deaths",
        0,
        points(months(2024, 1, 12), [0] * 12),
        [Span(0, 11, 0, 0, 0)],
        floor=0,
    )


def nothing() -> Picture:
    """No values yet."""
    return Picture("A new measure", "No values yet.", "%", 0, (), ())


def areas() -> list[Picture]:
    """Five areas, one of which has changed; limits of two heights."""
    found = []
    for place, name in enumerate(AREAS):
        values = [30 + 3 * place + (index * (7 + place)) % 13 - 6 for index in range(24)]
        shapes: dict[int, Shape] = {}
        if name == "Northdale":
            values[16:] = [value + 14 for value in values[16:]]
            shapes = dict.fromkeys(range(16, 24), "worse")
        centre = 30.0 + 3 * place
        limit = 30 if place % 2 else 40
        found.append(
            Picture(
                name,
                f"{name}: {'worse since May 2025' if shapes else 'ordinary variation'}.",
                "incidents a week",
                0,
                points(months(2024, 1, 24), values, shapes),
                [Span(0, 23, centre, centre - 15, centre + 15)],
                [Line(LineKind.LIMIT, limit)],
                floor=0,
            )
        )
    return found


def funnel() -> Funnel:
    """Forty forces, of whom a few are outside."""
    overall = 77.5
    places = []
    for index in range(40):
        size = 180 + (index * 197) % 720
        spread = FAR.get(index, ((index * 31) % 37 - 18) / 10)
        value = overall + spread * 100 * sqrt(0.775 * 0.225 / size)
        places.append(_placed(f"Force {index + 1}", size, value, overall))
    limits = [(float(size), *_limits(overall, size)) for size in range(150, 951, 20)]
    return Funnel(
        "Satisfaction by force",
        "40 forces by how many they asked. Two are outside the 99.8% limits.",
        "%",
        1,
        overall,
        places,
        limits,
    )


def _limits(overall: float, size: float) -> tuple[float, float, float, float]:
    error = 100 * sqrt(overall / 100 * (1 - overall / 100) / size)
    zs = (-WIDE_Z, -NARROW_Z, NARROW_Z, WIDE_Z)
    low, lower, upper, high = (overall + z * error for z in zs)
    return low, lower, upper, high


def _placed(name: str, size: float, value: float, overall: float) -> Place:
    low, lower, upper, high = _limits(overall, size)
    outside = "" if lower <= value <= upper else "95" if low <= value <= high else "99.8"
    half = upper - overall
    return Place(name, size, value, value - half, value + half, outside)


def five() -> list[Place]:
    """Five areas with intervals."""
    values = (83.0, 81.0, 74.0, 78.0, 77.0)
    return [
        Place(name, 300 + 40 * index, value, value - 4.4, value + 4.1)
        for index, (name, value) in enumerate(zip(AREAS, values, strict=True))
    ]


CHARTS = (shifted, phased, breached, varying, neutral, few, alike, nothing)
