"""The XmR chart of Making Data Count: limits by phase, and what each point is.

As NHSRplotthedots 0.2.2 has it (ptd_spc_standard.R), but for what ``Options`` names.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from answerable.core.spc import icons, rules
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.limits import Limits, limits, moving_ranges, used_ranges
from answerable.core.spc.options import Between, Options, TwoOfThree
from answerable.core.spc.rules import Known, Rule, Sides

FEWEST_FOR_ICONS = 13
"""NHS England's tools give limits and icons from so many points (thread #194); fewer are warned of."""
LARGEST = 1e100
"""No figure of the field is larger, and sums of larger ones are no numbers any more."""


@dataclass(frozen=True, slots=True)
class Group:
    """One phase: points ``first`` to ``last`` (indexes in the order of the dates), and its limits.

    ``known`` of its baseline's points have a value; ``screened`` moving ranges were left out.
    """

    first: int
    last: int
    limits: Limits
    known: int
    screened: int

    @property
    def short(self) -> bool:
        """Whether it has too few points for its limits to be trusted."""
        return self.last - self.first + 1 < FEWEST_FOR_ICONS


@dataclass(frozen=True, slots=True)
class Marks:
    """A value for each point in the order of the dates; None where it is not known.

    ``ranges``: moving ranges, and ``used`` those that the limits come from. ``ways``: 1 for a special cause
    that points up, -1 for one that points down, 0 for none; ``rules`` names it.
    """

    ranges: list[float | None]
    used: list[float | None]
    sides: Sides
    outside: Known
    near: Known
    trend: list[int]
    two_in_three: Known
    shift: Known
    rules: list[Rule | None]
    ways: list[int]


@dataclass(frozen=True, slots=True)
class Chart:
    """``order``: which of the points that were given each is. ``speaks``: the point whose icon it is.

    ``moved``: dates of new phases on which there is no point, with the point that the phase began with
    (None: none did).
    """

    order: list[int]
    values: list[float | None]
    groups: list[Group]
    marks: Marks
    variation: icons.Variation
    assurance: icons.Assurance | None
    speaks: int | None
    moved: list[tuple[dt.date, int | None]]


def xmr(
    dates: Sequence[dt.date],
    values: Sequence[float | None],
    options: Options | None = None,
    *,
    rebase: Iterable[dt.date] = (),
    targets: Sequence[float | None] | float | None = None,
) -> Chart:
    """The chart of ``values``, in any order. Raises ``Impossible`` for two values of one date.

    ``rebase``: first days of new phases. ``targets``: one for all, or one for each of the values; the last
    by date is held against the limits.
    """
    options = options or Options()
    order = sorted(range(len(dates)), key=dates.__getitem__)
    days, ordered = [dates[index] for index in order], [values[index] for index in order]
    _check(days, ordered)
    starts, moved = _starts(days, rebase, options)
    marks = Marks([], [], [], [], [], [], [], [], [], [])
    bounds = [*starts, len(days)]
    groups = [_group(ordered, first, after, options, marks) for first, after in pairwise(bounds)]
    speaks = _speaks(ordered, options)
    target = _last(targets, order)
    return Chart(
        order=order,
        values=ordered,
        groups=groups,
        marks=marks,
        variation=icons.variation(0 if speaks is None else marks.ways[speaks], options.direction),
        assurance=_assurance(target, groups, options),
        speaks=speaks,
        moved=moved,
    )


def _last(targets: Sequence[float | None] | float | None, order: Sequence[int]) -> float | None:
    """The target of the last point by date."""
    if isinstance(targets, Sequence):
        return targets[order[-1]] if order else None
    return targets


def _check(days: Sequence[dt.date], values: Sequence[float | None]) -> None:
    """Two values of one date, or a value that is no number."""
    for before, after in pairwise(days):
        if before == after:
            raise Impossible(f"There are two values for {after:%Y-%m-%d}: a chart needs one for each date.")
    check_values(values)


def check_values(values: Iterable[float | None]) -> None:
    """Raise ``Impossible`` for what is no number, or so large that no sum of it would be one."""
    for value in values:
        if value is not None and not (isfinite(value) and abs(value) <= LARGEST):
            raise Impossible(f"A value on a chart cannot be {value}.")


def _starts(
    days: Sequence[dt.date], rebase: Iterable[dt.date], options: Options
) -> tuple[list[int], list[tuple[dt.date, int | None]]]:
    """The first point of each phase, and what became of dates that no point has.

    A point whose date equals a rebase date is the first of a new phase (ptd_add_rebase_column.R:27).
    """
    starts = {0} if days else set()
    moved: list[tuple[dt.date, int | None]] = []
    for day in sorted(set(rebase)):
        at = bisect_left(days, day)
        if at < len(days) and days[at] == day:
            starts.add(at)
        elif options.between == Between.NEXT and 0 < at < len(days):
            starts.add(at)
            moved.append((day, at))
        else:
            moved.append((day, None))
    return sorted(starts), moved


def _group(values: list[float | None], first: int, after: int, options: Options, marks: Marks) -> Group:
    """Limits of one phase; its points are added to ``marks``. No rule looks beyond the phase."""
    own = values[first:after]
    baseline = own[: options.baseline]  # rows, the missing ones too (ptd_spc_standard.R:67)
    known = [value for value in baseline if value is not None]
    ranges = moving_ranges(own)
    of_baseline = ranges[: options.baseline]
    used = used_ranges(of_baseline, options.screening)
    found = limits(known, used)
    marks.ranges.extend(ranges)
    marks.used.extend([*used, *([None] * (len(own) - len(used)))])
    _mark(own, found, options, marks)
    return Group(first, after - 1, found, len(known), used.count(None) - of_baseline.count(None))


def _mark(own: list[float | None], found: Limits, options: Options, marks: Marks) -> None:
    """What each point of a phase is."""
    sides = rules.sides(own, found.mean)
    outside = rules.outside(own, found.lower, found.upper)
    near = rules.near(own, found.lower2, found.upper2, outside)
    current = options.two_of_three == TwoOfThree.CURRENT
    close = rules.outside(own, found.lower2, found.upper2) if current else near
    trend = rules.trend(own, options.run)
    two_in_three = rules.two_in_three(sides, close)
    shift = rules.shift(sides, options.run)
    if options.faults:
        trend = _with_faults(own, trend)
    for signs in zip(sides, outside, trend, two_in_three, shift, strict=True):
        rule, way = rules.said(*signs)
        marks.rules.append(rule)
        marks.ways.append(way)
    marks.sides.extend(sides)
    marks.outside.extend(outside)
    marks.near.extend(near)
    marks.trend.extend(trend)
    marks.two_in_three.extend(two_in_three)
    marks.shift.extend(shift)


def _with_faults(values: list[float | None], trend: list[int]) -> list[int]:
    """Directions as the reference has them (:91-98): a joint goes by its next step, down if that is none."""
    ways = list(trend)
    for at in range(len(values) - 1):
        this, following = values[at], values[at + 1]
        if trend[at] and trend[at + 1] and this is not None and following is not None:
            ways[at] = 1 if following > this else -1
    return ways


def _speaks(values: Sequence[float | None], options: Options) -> int | None:
    """The point whose icon it is: the last that has a value; in the reference the last."""
    known = [index for index, value in enumerate(values) if value is not None or options.faults]
    return known[-1] if known else None


def _assurance(target: float | None, groups: Sequence[Group], options: Options) -> icons.Assurance | None:
    """The last target against the last phase's limits."""
    if not groups:
        return None
    return icons.assurance(target, groups[-1].limits, options.direction, faults=options.faults)
