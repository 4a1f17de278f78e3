"""The rules that tell a special cause on an XmR chart, each over the points of one phase.

As NHSRplotthedots 0.2.2 has them (ptd_calculate_point_type.R). None stands for "not known" throughout: a
comparison with a missing value is not known, and what is not known never makes a signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

Known = list[bool | None]
Sides = list[int | None]

WINDOW = 3
NEEDED = 2


class Rule(StrEnum):
    """What a special cause is called. Where several hold, the first in this order is said (:102-108)."""

    OUTSIDE = "outside the limits"
    TREND = "trend"
    TWO_IN_THREE = "two of three near a limit"
    SHIFT = "run on one side of the mean"


def sides(values: Sequence[float | None], mean: float | None) -> Sides:
    """1 above the mean, -1 below it, 0 on it (ptd_spc_standard.R:90)."""
    if mean is None:
        return [None] * len(values)
    return [None if value is None else (value > mean) - (value < mean) for value in values]


def outside(values: Sequence[float | None], lower: float | None, upper: float | None) -> Known:
    """Strictly beyond a limit; a value on the limit is within it (ptd_spc_standard.R:88)."""
    if lower is None or upper is None:
        return [None] * len(values)
    return [None if value is None else value > upper or value < lower for value in values]


def near(
    values: Sequence[float | None], lower2: float | None, upper2: float | None, beyond: Sequence[bool | None]
) -> Known:
    """Strictly beyond two sigma, and not ``beyond`` three (ptd_spc_standard.R:93)."""
    far = outside(values, lower2, upper2)
    return [one and not three for one, three in zip(far, beyond, strict=True)]


def trend(values: Sequence[float | None], run: int) -> list[int]:
    """1 or -1 for each point of ``run`` that rise or fall in a row, 0 elsewhere (:37-65).

    Each must be strictly above (below) the one before: an equal pair breaks it, and so does a missing
    value. A point at which a rise turns into a fall belongs to the later of the two.
    """
    found = [0] * len(values)
    streak = way = 0
    before: float | None = None
    for index, value in enumerate(values):
        step = 0 if value is None or before is None else (value > before) - (value < before)
        streak = streak + 1 if step and step == way else abs(step)
        way, before = step, value
        if streak == run - 1:
            found[index - streak : index + 1] = [way] * run
        elif streak >= run:
            found[index] = way
    return found


def two_in_three(side: Sequence[int | None], close: Sequence[bool | None]) -> Known:
    """Three in a row on one side of the mean, two of them ``close`` to a limit: those that are (:67-84).

    Beyond the ends there is nothing: a window that runs off them is no pattern.
    """
    if True not in close and None not in close:
        return [False] * len(side)
    off = WINDOW - 1
    sides = [*[0] * off, *side, *[0] * off]
    closes = [*[False] * off, *close, *[False] * off]
    windows = [_window(sides[at : at + WINDOW], closes[at : at + WINDOW]) for at in range(len(side) + off)]
    return [_both(close[at], _any(windows[at : at + WINDOW])) for at in range(len(side))]


def _window(side: Sequence[int | None], close: Sequence[bool | None]) -> bool | None:
    """Whether these three are such a pattern."""
    if None in side:
        return None
    if side[0] == 0 or side.count(side[0]) < WINDOW:
        return False
    return None if None in close else close.count(True) >= NEEDED


def shift(side: Sequence[int | None], run: int) -> Known:
    """Part of ``run`` in a row on one side of the mean; a point on the mean breaks the run (:29-44)."""
    if None in side:
        return _shift_with_gaps(side, run)
    found: Known = [False] * len(side)
    streak, before = 0, 0
    for index, one in enumerate(side):
        assert one is not None
        streak = streak + 1 if one and one == before else abs(one)
        before = one
        if streak == run:
            found[index - run + 1 : index + 1] = [True] * run
        elif streak > run:
            found[index] = True
    return found


def _shift_with_gaps(side: Sequence[int | None], run: int) -> Known:
    """The same where values are missing: not known where a run could be, for all that is known."""
    ends = [_run_ends(side[max(0, at - run + 1) : at + 1], run) for at in range(len(side))]
    return [_any(ends[at : at + run]) for at in range(len(side))]


def _run_ends(window: Sequence[int | None], run: int) -> bool | None:
    """Whether the last of these points ends a run."""
    last = window[-1]
    if last is None:
        return None
    if any(one is not None and one != last for one in window) or (last and len(window) < run):
        return False
    return None if None in window else bool(last)


def said(
    side: int | None, outside: bool | None, trend: int, two: bool | None, shift: bool | None
) -> tuple[Rule | None, int]:
    """The first rule that holds for a point (:102-108), and whether it points up (1) or down (-1)."""
    if outside:
        return Rule.OUTSIDE, side or 0
    if trend:
        return Rule.TREND, trend
    if two:
        return Rule.TWO_IN_THREE, side or 0
    if shift:
        return Rule.SHIFT, side or 0
    return None, 0


def _any(known: Sequence[bool | None]) -> bool | None:
    """True if one is; else not known if one is not."""
    return True if True in known else None if None in known else False


def _both(one: bool | None, other: bool | None) -> bool | None:
    """False if one is; else not known if one is not."""
    return False if one is False or other is False else None if one is None or other is None else True
