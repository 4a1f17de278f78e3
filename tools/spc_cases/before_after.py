"""Our results for before and after, in the shape of the reference's cases."""

from __future__ import annotations

from typing import Any

from answerable.core.spc.before_after import segmented, welch

Given = dict[str, Any]


def answer(given: Given) -> Given:
    """Our results in the keys of the case."""
    y, first, confidence = given["y"], given["first_after"], given["confidence"]
    lines = segmented(y, first, lag=given["nw_lag"], confidence=confidence)
    means = welch(y[: first - 1], y[first - 1 :], confidence)
    terms = lines.terms
    return {
        "segmented": {
            "term": [term.name for term in terms],
            **{
                key: [getattr(term, key) for term in terms]
                for key in ("estimate", "se", "t", "p", "lower", "upper", "newey_west_se")
            },
            "df": lines.df,
            "sigma": lines.sigma,
            "r_squared": lines.r_squared,
            "durbin_watson": lines.durbin_watson,
        },
        "welch": {
            key: getattr(means, key)
            for key in ("mean_before", "mean_after", "difference", "lower", "upper", "t", "df", "p")
        },
    }


def takes(given: Given) -> bool:
    """Whether a case's input is of this shape."""
    return "first_after" in given
