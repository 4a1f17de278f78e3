"""Numbers that no such chart can be made of are refused in a sentence, before anything is worked out."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.shewhart_kinds import COUNTED, LIMITS, OF_SOMETHING, SHARES
from answerable.core.spc.shewhart_parts import Numbers

LARGEST = 1e15
"""Beyond it whole numbers are no longer exact, and no figure of a force is so large."""
SMALLEST = 1e-9
"""A denominator below it is a mistake: nothing is counted of a thousandth of a millionth."""


def checked(
    kind: str, y: Sequence[float | None], n: Sequence[float | None] | None
) -> tuple[Numbers, Numbers | None]:
    """``y`` and ``n``, both None in a row where either is missing or where nothing was counted of nothing."""
    if kind not in LIMITS:
        raise Impossible(f"There is no chart called “{kind}”: the kinds are {', '.join(LIMITS)}.")
    if n is None:
        if kind in OF_SOMETHING:
            raise Impossible(f"A {kind} chart needs a denominator for each number.")
        for row, value in enumerate(y, 1):
            _number(kind, row, value)
        return list(y), None
    if len(y) != len(n):
        raise Impossible(f"There are {len(y)} numerators and {len(n)} denominators: give one for each.")
    rows = [_row(kind, row, a, b) for row, (a, b) in enumerate(zip(y, n, strict=True), 1)]
    return [a for a, _ in rows], [b for _, b in rows]


def _row(kind: str, row: int, y: float | None, n: float | None) -> tuple[float | None, float | None]:
    _number(kind, row, y)
    if n is not None and n != 0 and not SMALLEST <= n <= LARGEST:
        raise Impossible(f"The denominator of row {row} is {n:g}: it must be a number above 0.")
    if y is None or n is None or (y == 0 and n == 0):
        return None, None
    if n == 0:
        raise Impossible(f"Row {row} counts {y:g} of a denominator of 0.")
    if kind in SHARES and y > n:
        raise Impossible(f"The numerator of row {row} ({y:g}) is above its denominator ({n:g}).")
    return y, n


def _number(kind: str, row: int, y: float | None) -> None:
    if y is None:
        return
    if not abs(y) <= LARGEST:
        raise Impossible(f"The value of row {row} is not a number that can be charted.")
    if kind in COUNTED and y < 0:
        raise Impossible(
            f"The value of row {row} is {y:g}: a count or a time between events is never below 0."
        )
