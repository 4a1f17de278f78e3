"""Our results for funnels, as FunnelPlotR and as public health draw them, in the shapes of their cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from answerable.core.spc.funnel import DECIMALS, Asked, FunnelOf, funnel
from answerable.core.spc.funnel_limits import Band
from answerable.core.spc.funnel_phe import standings
from answerable.core.spc.funnel_spread import Data
from answerable.core.spc.impossible import Impossible

Given = dict[str, Any]


def takes(given: Given) -> bool:
    """Whether a case's input is a funnel of either convention."""
    return ("data_type" in given or "statistic" in given) and "numerator" in given


def answer(given: Given) -> Given | None:
    """Our results in the keys of the case; None where a denominator or the common share is 0.

    The curve of public health's funnel is left out: its sizes are no part of the input.
    """
    try:
        return _public_health(given) if "statistic" in given else _funnel(given)
    except (Impossible, ValueError, ZeroDivisionError):
        return None


def _funnel(given: Given) -> Given:
    data = _data(given)
    sizes = given["denominator"]
    rounded = given["data_type"] == "SR" and given["SHMI_rounding"]
    asked = Asked(
        data,
        given["draw_adjusted"],
        given["draw_unadjusted"],
        given["limit"],
        given["trim_by"],
        given["multiplier"],
        rounded,
    )
    found = funnel(given["numerator"], sizes, asked)
    return {
        "phi": found.phi,
        "tau2": found.tau2,
        "draw_adjusted": found.uses_adjusted,
        "draw_unadjusted": found.uses_plain,
        "target": found.target,
        "n_outliers": sum(found.outside),
        "rows": {
            "group": given["group"],
            "denominator_used": [round(size, DECIMALS) for size in sizes] if rounded else sizes,
            **_rows(data, found, given["multiplier"]),
        },
    }


def _data(given: Given) -> Data:
    if given["data_type"] == "SR" and given["sr_method"] == "CQC":
        return Data.STANDARDISED_ROOT
    return Data(given["data_type"])


def _rows(data: Data, found: FunnelOf, multiply: float) -> Given:
    moved = [int(one) for one in found.scores.moved]
    cut_off = data == Data.STANDARDISED
    return {
        "ratio": [value / multiply for value in found.values],
        "transformed": found.scores.transformed,
        "z": found.scores.z,
        "z_trimmed": found.scores.trimmed,
        "winsorised": None if cut_off else moved,
        "truncated": moved if cut_off else None,
        **_limits("", found.plain),
        **_limits("od_", found.adjusted),
        "outlier": [int(one) for one in found.outside],
    }


def _limits(prefix: str, found: list[Band]) -> Given:
    lines: dict[str, Callable[[Band], float]] = {
        "lcl95": lambda one: one.lower95,
        "ucl95": lambda one: one.upper95,
        "lcl998": lambda one: one.lower998,
        "ucl998": lambda one: one.upper998,
    }
    return {prefix + name: [line(one) for one in found] for name, line in lines.items()}


def _public_health(given: Given) -> Given:
    found = standings(given["statistic"], given["numerator"], given["denominator"], given["multiplier"])
    rows = {"group": given["group"], "value": found.values, "significance": found.standing}
    if found.limits is not None:
        rows |= {
            "lower95": [one.lower95 for one in found.limits],
            "upper95": [one.upper95 for one in found.limits],
            "lower998": [one.lower998 for one in found.limits],
            "upper998": [one.upper998 for one in found.limits],
        }
    return {"baseline": found.baseline, "rows": rows}
