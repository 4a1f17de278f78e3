"""The limits of each kind of chart, for one part. As qicharts2 0.8.1 defines them (helper.functions.R).

Montgomery D C, "Introduction to Statistical Quality Control", chapters 6 and 7, for i, mr, p, u and c charts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from math import pi, sqrt
from statistics import median

from answerable.core.spc.laney import by_chance, sigma_z
from answerable.core.spc.rare import g_limits, t_limits
from answerable.core.spc.shewhart_parts import (
    SCREEN_AT,
    Limits,
    Numbers,
    Part,
    around,
    average_range,
    mean,
    spread,
)

PRIME_SCREEN_AT = 3.2665
"""The screening of individuals-prime charts, with a digit more than that of the others."""


def run_limits(part: Part) -> Limits:
    """A run chart: the median, and no limits."""
    known = part.known()
    centre = part.given if part.given is not None or not known else median(known)
    return around(centre, [None] * len(part.values))


def i_limits(part: Part) -> Limits:
    """Individuals: the mean, and a standard deviation from the moving ranges of the baseline's rows."""
    centre = part.given if part.given is not None else mean(part.known())
    base = [value for value, used in zip(part.values, part.base, strict=True) if used]
    return around(centre, [spread(base, part.screening)] * len(part.values))


def mr_limits(part: Part) -> Limits:
    """Moving ranges (``values`` are those already): the mean, 0 and 3.267 times the mean."""
    centre = part.given if part.given is not None else mean(part.known())
    sd = None if centre is None else centre * (SCREEN_AT - 1) / 3
    rows = len(part.values)
    limits = around(centre, [sd] * rows)
    inner: Numbers = [None if centre is None else centre * SCREEN_AT * 2 / 3] * rows
    outer: Numbers = [None if centre is None else centre * SCREEN_AT] * rows
    return Limits(limits.centre, [0.0] * rows, [0.0] * rows, inner, outer)


def p_limits(part: Part) -> Limits:
    """Proportions: the pooled share, binomial standard deviations, within 0 and 1."""
    return around(part.pooled(), binomial_sds(part), floor=0, ceiling=1)


def pp_limits(part: Part) -> Limits:
    """Proportions with Laney's correction."""
    return around(part.pooled(), widened(part, binomial_sds(part)), floor=0, ceiling=1)


def u_limits(part: Part) -> Limits:
    """Rates: the pooled rate, Poisson standard deviations, at least 0."""
    return around(part.pooled(), poisson_sds(part), floor=0)


def up_limits(part: Part) -> Limits:
    """Rates with Laney's correction."""
    return around(part.pooled(), widened(part, poisson_sds(part)), floor=0)


def fitting_p_limits(part: Part) -> Limits:
    """Proportions, with Laney's correction where they vary by more than sampling and chance explain."""
    return _fitting(part, binomial_sds(part), ceiling=1)


def fitting_u_limits(part: Part) -> Limits:
    """Rates, with Laney's correction where they vary by more than sampling and chance explain."""
    return _fitting(part, poisson_sds(part), ceiling=None)


def _fitting(part: Part, sds: Numbers, ceiling: float | None) -> Limits:
    times = ratio(part, sds)
    if times is None or times <= by_chance(len(part.known())):
        times = 1.0
    limits = around(part.pooled(), [None if sd is None else sd * times for sd in sds], 0, ceiling)
    return replace(limits, times=times)


def c_limits(part: Part) -> Limits:
    """Counts of equal chance: the mean and its root, at least 0."""
    centre = part.given if part.given is not None else mean(part.known())
    sd = None if centre is None else sqrt(centre)
    return around(centre, [sd] * len(part.values), floor=0)


def ip_limits(part: Part) -> Limits:
    """Individuals with denominators: neighbours' distances, each scaled by what it was counted of.

    Taylor W A (2018), normalized individuals chart; over all rows of the part, as qicharts2 has it.
    """
    if part.n is None:
        return i_limits(part)
    scaled = []
    rows = list(zip(part.values, part.n, strict=True))
    for (before, m), (after, n) in pairwise(rows):
        if before is not None and after is not None and m and n:
            scaled.append(sqrt(pi / 2) * abs(after - before) / sqrt(1 / n + 1 / m))
    average = average_range(scaled, part.screening, PRIME_SCREEN_AT)
    return around(part.pooled(), [None if average is None or not n else average / sqrt(n) for n in part.n])


def binomial_sds(part: Part) -> Numbers:
    """sqrt(c(1 - c) / n) for each row."""
    centre = part.pooled()
    assert part.n is not None
    return [None if centre is None or not n else sqrt(centre * (1 - centre) / n) for n in part.n]


def poisson_sds(part: Part) -> Numbers:
    """sqrt(c / n) for each row."""
    centre = part.pooled()
    assert part.n is not None
    return [None if centre is None or not n else sqrt(centre / n) for n in part.n]


def widened(part: Part, sds: Numbers) -> Numbers:
    """``sds`` times sigma z of the baseline's rows."""
    times = ratio(part, sds)
    return [None if sd is None or times is None else sd * times for sd in sds]


def ratio(part: Part, sds: Numbers) -> float | None:
    """Sigma z of the baseline's rows."""
    base = [(v, sd) for v, sd, used in zip(part.values, sds, part.base, strict=True) if used]
    return sigma_z([v for v, _ in base], part.pooled(), [sd for _, sd in base], part.screening)


LIMITS: dict[str, Callable[[Part], Limits]] = {
    "run": run_limits,
    "i": i_limits,
    "mr": mr_limits,
    "p": p_limits,
    "pp": pp_limits,
    "p or pp": fitting_p_limits,
    "u": u_limits,
    "up": up_limits,
    "u or up": fitting_u_limits,
    "c": c_limits,
    "g": g_limits,
    "t": t_limits,
    "ip": ip_limits,
}
OF_SOMETHING = frozenset({"p", "pp", "p or pp", "u", "up", "u or up"})
"""Kinds that cannot be without a denominator."""
COUNTED = OF_SOMETHING | {"c", "g", "t"}
"""Kinds whose y cannot be below 0."""
SHARES = frozenset({"p", "pp", "p or pp"})
"""Kinds whose numerator cannot be above its denominator."""
