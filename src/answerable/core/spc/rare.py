"""Charts for rare events: how many cases, or how long, between one and the next."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import median

from answerable.core.spc.shewhart_parts import Limits, Numbers, Part, around, mean, spread

NELSONS_POWER = 3.6
"""Times between events to the power 1/3.6 are all but normal (Nelson L S 1994, J Qual Technol 26(3))."""


def g_limits(part: Part) -> Limits:
    """Cases between events are geometric: sd = sqrt(m(m + 1)); limits about the mean, centre the median.

    Benneyan J C (2001) "Number-between g-type statistical quality control charts for monitoring adverse
    events", Health Care Management Science 4: 305–318; the median as qicharts2 draws it, since half of the
    points are then on either side, which the run rules need.
    """
    known = part.known()
    m = part.given if part.given is not None else mean(known)
    sd = None if m is None else sqrt(m * (m + 1))
    limits = around(m, [sd] * len(part.values), floor=0)
    middle = part.given if part.given is not None or not known else median(known)
    return Limits([middle] * len(part.values), limits.lower, limits.lower2, limits.upper2, limits.upper)


def t_limits(part: Part) -> Limits:
    """Times between events: to the power 1/3.6, an individuals chart, and back."""
    scaled: Numbers = [None if one is None else one ** (1 / NELSONS_POWER) for one in part.values]
    base = [value for value, used in zip(scaled, part.base, strict=True) if used]
    centre = mean([value for value in base if value is not None])
    if part.given is not None:
        centre = part.given ** (1 / NELSONS_POWER)
    sd = spread(base, part.screening)
    if sd == 0 and part.given is None:  # all alike: there and back again would miss by rounding
        return around(part.known()[0], [0.0] * len(scaled))
    limits = around(centre, [sd] * len(scaled), floor=0)
    return Limits(
        _back(limits.centre),
        _back(limits.lower),
        _back(limits.lower2),
        _back(limits.upper2),
        _back(limits.upper),
    )


def _back(line: Numbers) -> Numbers:
    return [None if value is None else value**NELSONS_POWER for value in line]


def waits(counts: Sequence[float | None]) -> Numbers:
    """For each period that has an event, how many without one lie between it and the last that had.

    None for the others. They are what ``g_chart`` takes. The first event has none before it; a missing period
    makes the wait unknown.
    """
    found: Numbers = []
    since: int | None = None
    for count in counts:
        found.append(since if count else None)
        if count is None:
            since = None
        elif count:
            since = 0
        elif since is not None:
            since += 1
    return found
