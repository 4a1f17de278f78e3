"""Charts for what an individuals chart would mislead on: proportions, rates, counts and rare events.

Each takes the numbers in the order of time, None where one is missing, and gives a centre and limits for each
point (``Chart``); numbers that cannot be are refused in a sentence (``Impossible``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.runs import runs
from answerable.core.spc.shewhart_chart import PLAIN, Chart, Options, chart
from answerable.core.spc.shewhart_parts import mean

__all__ = [
    "PLAIN",
    "SMALL",
    "Chart",
    "Impossible",
    "Options",
    "c_chart",
    "chart",
    "chart_name",
    "g_chart",
    "p_chart",
    "run_chart",
    "t_chart",
    "u_chart",
]

Values = Sequence[float | None]
SMALL = 5
"""Counts with a lower mean are skewed, and limits at equal distance above and below do not fit them
(Montgomery on attributes charts: np and n(1 - p) of at least 5)."""
_NAMES = {
    "run": "run chart",
    "i": "individuals chart",
    "mr": "moving range chart",
    "p": "p chart",
    "pp": "p chart with Laney’s correction",
    "u": "u chart",
    "up": "u chart with Laney’s correction",
    "c": "c chart",
    "g": "g chart",
    "t": "t chart",
    "ip": "individuals chart with denominators",
}


def p_chart(numerators: Values, denominators: Values, options: Options = PLAIN) -> Chart:
    """Shares of something (0 to 1, times ``options.multiply``), each with limits for its own denominator.

    Where the shares vary by more than samples of that size do by chance, the limits of that part are widened
    by Laney's correction; ``chart_name`` then says so and ``Chart.times`` how much.
    """
    drawn = chart("p or pp", numerators, denominators, options)
    misses = [
        None if x is None or n is None else n - x for x, n in zip(numerators, denominators, strict=True)
    ]
    return _about_medians(drawn, numerators, misses)


def u_chart(events: Values, exposures: Values, options: Options = PLAIN) -> Chart:
    """Events for so many people, hours or the like; Laney's correction as for ``p_chart``."""
    return _about_medians(chart("u or up", events, exposures, options), events)


def c_chart(counts: Values, options: Options = PLAIN) -> Chart:
    """Counts of events in periods of equal chance."""
    return _about_medians(chart("c", counts, None, options), counts)


def g_chart(between: Values, options: Options = PLAIN) -> Chart:
    """How many cases (or periods without an event) lay between one event and the next."""
    return chart("g", between, None, options)


def t_chart(between: Values, options: Options = PLAIN) -> Chart:
    """How long it was, in days or hours, from one event to the next."""
    return chart("t", between, None, options)


def run_chart(values: Values, options: Options = PLAIN) -> Chart:
    """The median, and whether runs about it are longer or crossings fewer than chance makes them."""
    return chart("run", values, None, options)


def _about_medians(drawn: Chart, *counts: Values) -> Chart:
    """The chart with runs about the median in parts whose counts are small.

    Small counts are skewed: of those with a mean of 0.6 more than half are 0, below the mean, and seven in a
    row say nothing. Half of the values are on either side of the median, or on it.
    """
    middle, told = list(drawn.middle), list(drawn.runs)
    for number in range(1, len(told) + 1):
        rows = [row for row, part in enumerate(drawn.part) if part == number]
        base = [
            row for row in rows if drawn.frozen[row] and drawn.include[row] and drawn.values[row] is not None
        ]
        means = [mean([x for x in (line[row] for row in base) if x is not None]) for line in counts]
        if any(one is not None and one < SMALL for one in means):
            half = median([x for x in (drawn.values[row] for row in base) if x is not None])
            middle[rows[0] : rows[-1] + 1] = [half] * len(rows)
            values, include = [drawn.values[row] for row in rows], [drawn.include[row] for row in rows]
            told[number - 1] = runs(values, [half] * len(rows), include)
    return replace(drawn, middle=middle, runs=told)


def chart_name(drawn: Chart) -> str:
    """What the chart is called: “p chart with Laney’s correction”."""
    kind = drawn.kind
    if " or " in kind:
        plain, widened = kind.split(" or ")
        kind = widened if any(times > 1 for times in drawn.times) else plain
    return _NAMES[kind]
