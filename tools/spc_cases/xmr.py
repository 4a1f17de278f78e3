"""XmR cases: our chart in the words of the cases (NHSRplotthedots' names)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.core.spc import icons
from answerable.core.spc.options import Between, Direction, Options, TwoOfThree
from answerable.core.spc.rules import Rule
from answerable.core.spc.shewhart_parts import Screening
from answerable.core.spc.xmr import Chart, Group, xmr

SPECIAL: dict[tuple[Rule, int], str] = {
    (Rule.OUTSIDE, 1): "Above UCL",
    (Rule.OUTSIDE, -1): "Below LCL",
    (Rule.TREND, 1): "7 Point Trend (Increasing)",
    (Rule.TREND, -1): "7 Point Trend (Decreasing)",
    (Rule.TWO_IN_THREE, 1): "2 in 3 Above CL",
    (Rule.TWO_IN_THREE, -1): "2 in 3 Below CL",
    (Rule.SHIFT, 1): "7 Points Above CL",
    (Rule.SHIFT, -1): "7 Points Below CL",
}
ASSURED = {"pass": "consistent_pass", "fail": "consistent_fail", "inconsistent": "inconsistent"}
COUNTED = {
    "common_cause": "common_cause",
    "improvement": "special_cause_improvement",
    "concern": "special_cause_concern",
    "neutral_high": "special_cause_neutral_high",
    "neutral_low": "special_cause_neutral_low",
}


def takes(given: dict[str, Any]) -> bool:
    """Whether a case's input is of this shape."""
    return "dates" in given and "improvement_direction" in given


def answer(given: dict[str, Any], *, reference: bool = False, current: bool = False) -> dict[str, Any]:
    """The chart that our pages draw; with ``reference`` the reference's, faults and all.

    ``current``: NHS England's present rule of two of three near a limit. A rebase date on which there is no
    point is left out, as the cases have it; pages begin the phase with the next point and say so.
    """
    screening = Screening.REFERENCE if reference else Screening.ON
    options = Options(
        direction=Direction(given["improvement_direction"]),
        screening=screening if given.get("screen_outliers", True) else Screening.OFF,
        baseline=given.get("fix_after_n_points"),
        two_of_three=TwoOfThree.CURRENT if current else TwoOfThree.REFERENCE,
        between=Between.IGNORED,
        faults=reference,
    )
    days = [dt.date.fromisoformat(day) for day in given["dates"]]
    rebase = [dt.date.fromisoformat(day) for day in given.get("rebase") or []]
    chart = xmr(days, given["values"], options, rebase=rebase, targets=given.get("target"))
    return _told(chart, days, options, one_first=days != [] and min(days) in rebase)


def _told(chart: Chart, days: list[dt.date], options: Options, *, one_first: bool) -> dict[str, Any]:
    types = [_type(way, options) for way in chart.marks.ways]
    groups = [
        _group(group, number, types) for number, group in enumerate(chart.groups, start=1 if one_first else 0)
    ]
    return {
        "warning": any(group.short for group in chart.groups),
        "groups": groups,
        "points": _points(chart, days, groups, types),
        "variation_icon": {"common": "common_cause"}.get(chart.variation, chart.variation.replace("-", "_")),
        "assurance_icon": chart.assurance,
        "assurance_type": ASSURED[chart.assurance] if chart.assurance else None,
    }


def _type(way: int, options: Options) -> str:
    kind = icons.kind(way, options.direction)
    if kind == "common":
        return "common_cause"
    height = ("_high" if way > 0 else "_low") if kind == "neutral" else ""
    return f"special_cause_{kind}{height}"


def _group(group: Group, number: int, types: list[str]) -> dict[str, Any]:
    own, found = types[group.first : group.last + 1], group.limits
    return {
        "rebase_group": number,
        "n": len(own),
        "mean": found.mean,
        "amr": found.average,
        "lpl": found.lower,
        "upl": found.upper,
        "nlpl": found.lower2,
        "nupl": found.upper2,
        "short_group_warning": int(group.short),
        "n_used": group.known,
        "mr_screened_out": group.screened,
        **{name: own.count(type_) for name, type_ in COUNTED.items()},
        "last_point_type": own[-1],
    }


def _points(
    chart: Chart, days: list[dt.date], groups: list[dict[str, Any]], types: list[str]
) -> dict[str, Any]:
    marks = chart.marks
    numbers = [group["rebase_group"] for group in groups for _ in range(group["n"])]
    labels = [
        SPECIAL[rule, way] if rule else "Common Cause"
        for rule, way in zip(marks.rules, marks.ways, strict=True)
    ]
    return {
        "date": [days[index].isoformat() for index in chart.order],
        "value": chart.values,
        "rebase_group": numbers,
        "moving_range": marks.ranges,
        "moving_range_used": marks.used,
        "relative_to_mean": marks.sides,
        "outside_limits": marks.outside,
        "close_to_limits": marks.near,
        "rule_trend": [abs(way) for way in marks.trend],
        "rule_two_in_three": marks.two_in_three,
        "rule_shift": marks.shift,
        "special_cause_type": labels,
        "point_type": types,
    }
