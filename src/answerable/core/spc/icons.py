"""The two icons of Making Data Count: what the last point is, and what its limits say of the target."""

from __future__ import annotations

from typing import Literal

from answerable.core.spc.limits import Limits
from answerable.core.spc.options import Direction

Kind = Literal["common", "improvement", "concern", "neutral"]
Variation = Literal[
    "common", "improvement-high", "improvement-low", "concern-high", "concern-low", "neutral-high",
    "neutral-low",
]  # fmt: skip
Assurance = Literal["pass", "fail", "inconsistent"]


def kind(way: int, direction: Direction) -> Kind:
    """What a special cause that points up (1) or down (-1) means; 0 is none (:111-134)."""
    if not way:
        return "common"
    if direction == Direction.NEUTRAL:
        return "neutral"
    return "improvement" if (way > 0) == (direction == Direction.INCREASE) else "concern"


VARIATIONS: dict[tuple[Direction, int], Variation] = {
    (Direction.INCREASE, 1): "improvement-high",
    (Direction.INCREASE, -1): "concern-low",
    (Direction.DECREASE, 1): "concern-high",
    (Direction.DECREASE, -1): "improvement-low",
    (Direction.NEUTRAL, 1): "neutral-high",
    (Direction.NEUTRAL, -1): "neutral-low",
}
"""By which way is better and where the last point's special cause points (geom_ptd_icon.R:118-156)."""


def variation(way: int, direction: Direction) -> Variation:
    """The icon of a point whose special cause points up (1) or down (-1); 0 is none."""
    return VARIATIONS[direction, way] if way else "common"


def assurance(
    target: float | None, limits: Limits, direction: Direction, *, faults: bool = False
) -> Assurance | None:
    """Whether limits lie wholly on one side of the target (ptd_calculate_assurance_type.R:11-34).

    A target on a limit is inconsistent. It says nothing of the points. None without a target, without a
    better direction and, other than in the reference (``faults``), without limits.
    """
    if target is None or direction == Direction.NEUTRAL:
        return None
    if limits.lower is None or limits.upper is None:
        return "inconsistent" if faults else None
    if limits.lower <= target <= limits.upper:
        return "inconsistent"
    return "pass" if (target < limits.lower) == (direction == Direction.INCREASE) else "fail"
