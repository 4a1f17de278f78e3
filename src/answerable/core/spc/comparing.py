"""Are two shares alike, or many? The difference with its interval, and the tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, inf, sqrt

from answerable.core.spc.distributions import chi2_sf, normal_quantile
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.intervals import CONFIDENCE, Interval, two_sided_z, wilson

_SAME = 1 + 1e-7  # tables whose chances differ by less than this are equally likely (R's fisher.test)


@dataclass(frozen=True, slots=True)
class Difference:
    """Share 1 less share 2, and whether chance explains it. ``chisq``, ``p``: None where all are alike."""

    first: float
    second: float
    difference: float
    interval: Interval
    chisq: float | None
    p: float | None
    fisher_p: float


@dataclass(frozen=True, slots=True)
class Alike:
    """The test that several shares are one share. ``chisq`` and ``p``: None where it cannot be made."""

    overall: float
    shares: Sequence[float]
    chisq: float | None
    df: int
    p: float | None


def two_proportions(x1: int, n1: int, x2: int, n2: int, confidence: float = CONFIDENCE) -> Difference:
    """Compare x1 of n1 with x2 of n2.

    Wald's interval, never beyond -1 and 1 (R's prop.test, correct=FALSE); Pearson's chi-square, pooled
    and uncorrected; Fisher's exact test.
    """
    together = alike([x1, x2], [n1, n2])
    first, second = together.shares
    spread = two_sided_z(confidence) * sqrt(first * (1 - first) / n1 + second * (1 - second) / n2)
    gap = first - second
    return Difference(
        first,
        second,
        gap,
        Interval(max(-1.0, gap - spread), min(1.0, gap + spread)),
        together.chisq,
        together.p,
        fisher(x1, n1, x2, n2),
    )


def newcombe(x1: float, n1: float, x2: float, n2: float, confidence: float = CONFIDENCE) -> Interval:
    """Return the interval of x1/n1 - x2/n2 made of the two Wilson intervals; it holds for small samples too.

    Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10.
    Shares and gap are 0 to 1; ``Impossible`` for a part beyond its whole, or a sample of nobody.
    """
    one, two = wilson(x1, n1, confidence), wilson(x2, n2, confidence)
    first, second = x1 / n1, x2 / n2
    gap = first - second
    return Interval(
        gap - hypot(first - one.lower, two.upper - second),
        gap + hypot(one.upper - first, second - two.lower),
    )


def sample_to_settle(p1: float, p2: float, confidence: float = CONFIDENCE, power: float = 0.5) -> float:
    """Return how many in each of two equal samples tell shares ``p1`` and ``p2`` apart.

    Fleiss, Levin and Paik (2003), 4.14 without its pooling: (z + z_power)^2 (p1 q1 + p2 q2) / (p1 - p2)^2.
    With ``power`` a half that is the size at which Wald's interval of a gap as large as this ends at nought.
    """
    if p1 == p2:
        return inf
    reach = two_sided_z(confidence) + normal_quantile(power)
    return reach**2 * (p1 * (1 - p1) + p2 * (1 - p2)) / (p1 - p2) ** 2


def alike(counts: Sequence[float], sizes: Sequence[float]) -> Alike:
    """Test whether counts of sizes are one share: Pearson's chi-square, one degree less than there are.

    R's prop.test with several samples. None where fewer than two are compared, or all or none had it.
    """
    if len(counts) != len(sizes) or not counts:
        raise Impossible("Each count takes its size, and there has to be at least one.")
    if any(not (size > 0 and 0 <= count <= size) for count, size in zip(counts, sizes, strict=True)):
        raise Impossible("A count has to lie between 0 and its size, and no size may be 0.")
    overall = sum(counts) / sum(sizes)
    shares = [count / size for count, size in zip(counts, sizes, strict=True)]
    if len(counts) < 2 or not 0 < overall < 1:
        return Alike(overall, shares, None, len(counts) - 1, None)
    apart = sum(size * (share - overall) ** 2 for share, size in zip(shares, sizes, strict=True))
    chisq = apart / (overall * (1 - overall))
    return Alike(overall, shares, chisq, len(counts) - 1, chi2_sf(chisq, len(counts) - 1))


def fisher(x1: int, n1: int, x2: int, n2: int) -> float:
    """Return Fisher's exact p: the chance of all tables with these margins that are no likelier.

    R's fisher.test. The chances are built up from the likeliest table on both sides, relative to it.
    """
    had = x1 + x2
    low, high = max(0, had - n2), min(had, n1)
    mode = min(high, max(low, (had + 1) * (n1 + 1) // (n1 + n2 + 2)))
    chances = {mode: 1.0}
    for step, end in ((1, high), (-1, low)):
        chance, k = 1.0, mode
        while k != end and chance > 0:
            chance *= _ratio(k if step > 0 else k - 1, n1, n2, had) ** step
            k += step
            chances[k] = chance
    here = chances.get(x1, 0.0) * _SAME
    return min(1.0, sum(chance for chance in chances.values() if chance <= here) / sum(chances.values()))


def _ratio(k: int, n1: int, n2: int, had: int) -> float:
    """Return how much likelier k + 1 is than k in the hypergeometric distribution."""
    return (n1 - k) * (had - k) / ((k + 1) * (n2 - had + k + 1))
