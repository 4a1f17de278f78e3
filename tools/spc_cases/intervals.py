"""Our results for proportions, rates and comparisons, in the shapes of the reference's cases."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any

from answerable.core.spc.comparing import alike, two_proportions
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.intervals import clopper_pearson, wilson, wilson_continuity
from answerable.core.spc.rates import exact_poisson, rate, rate_ratio

Given = dict[str, Any]


def proportion(given: Given) -> Given:
    x, n, confidence = given["x"], given["n"], given["confidence"]
    score = list(wilson(x, n, confidence))
    return {
        "estimate": x / n,
        "wilson": score,
        "prop_test": score,
        "prop_test_continuity": list(wilson_continuity(x, n, confidence)),
        "clopper_pearson": list(clopper_pearson(x, n, confidence)),
    }


def rates(given: Given) -> Given:
    x, n, confidence, multiplier = (given[key] for key in ("x", "n", "confidence", "multiplier"))
    found = rate(x, n, multiplier, confidence)
    return {
        "value": found.value,
        "lower": found.lower,
        "upper": found.upper,
        "method": found.method,
        "exact": [end / n * multiplier for end in exact_poisson(x, confidence)],
    }


def pair(given: Given) -> Given:
    found = two_proportions(given["x1"], given["n1"], given["x2"], given["n2"], given["confidence"])
    return {
        "p1": found.first,
        "p2": found.second,
        "difference": found.difference,
        "wald_ci": list(found.interval),
        "chisq": found.chisq,
        "p_value": found.p,
        "fisher_p": found.fisher_p,
    }


def many(given: Given) -> Given:
    found = alike(given["x"], given["n"])
    return {
        "overall": found.overall,
        "estimates": list(found.shares),
        "chisq": found.chisq,
        "df": found.df,
        "p_value": found.p,
    }


def ratio(given: Given) -> Given:
    names = ("events_before", "time_before", "events_after", "time_after", "confidence")
    found = rate_ratio(*(given[name] for name in names))
    return {"ratio": found.ratio, "lower": found.lower, "upper": found.upper, "p": found.p}


def known(work: Callable[[Given], Given]) -> Callable[[Given], Given]:
    """Return the work with null for what is infinite, and an empty result for what is impossible."""

    def safe(given: Given) -> Given:
        try:
            found = work(given)
        except (Impossible, ZeroDivisionError):
            return {}
        return {key: None if isinstance(v, float) and not isfinite(v) else v for key, v in found.items()}

    return safe


SHAPES: dict[frozenset[str], Callable[[Given], Given]] = {
    frozenset({"x", "n", "confidence"}): known(proportion),
    frozenset({"x", "n", "confidence", "multiplier"}): known(rates),
    frozenset({"x1", "n1", "x2", "n2", "confidence"}): known(pair),
    frozenset({"group", "x", "n"}): known(many),
    frozenset({"events_before", "time_before", "events_after", "time_after", "confidence"}): known(ratio),
}


def takes(given: Given) -> bool:
    """Whether a case's input is of one of these shapes."""
    return frozenset(given) in SHAPES


def answer(given: Given) -> Given:
    """Our results in the keys of the case."""
    return SHAPES[frozenset(given)](given)
