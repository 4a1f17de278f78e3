"""Charts for what an individuals chart would mislead on: proportions, rates, counts and rare events.

Each takes the numbers in the order of time, None where one is missing, and gives a centre and limits for each
point (``Chart``); numbers that cannot be are refused in a sentence (``Impossible``).
"""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.shewhart_chart import PLAIN, Chart, Options, chart

__all__ = [
    "PLAIN",
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
    return chart("p or pp", numerators, denominators, options)


def u_chart(events: Values, exposures: Values, options: Options = PLAIN) -> Chart:
    """Events for so many people, hours or the like; Laney's correction as for ``p_chart``."""
    return chart("u or up", events, exposures, options)


def c_chart(counts: Values, options: Options = PLAIN) -> Chart:
    """Counts of events in periods of equal chance."""
    return chart("c", counts, None, options)


def g_chart(between: Values, options: Options = PLAIN) -> Chart:
    """How many cases (or periods without an event) lay between one event and the next."""
    return chart("g", between, None, options)


def t_chart(between: Values, options: Options = PLAIN) -> Chart:
    """How long it was, in days or hours, from one event to the next."""
    return chart("t", between, None, options)


def run_chart(values: Values, options: Options = PLAIN) -> Chart:
    """The median, and whether runs about it are longer or crossings fewer than chance makes them."""
    return chart("run", values, None, options)


def chart_name(drawn: Chart) -> str:
    """What the chart is called: “p chart with Laney’s correction”."""
    kind = drawn.kind
    if " or " in kind:
        plain, widened = kind.split(" or ")
        kind = widened if any(times > 1 for times in drawn.times) else plain
    return _NAMES[kind]
