"""What can be chosen about an XmR chart. Each choice is named, because the charts it gives differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.core.spc.shewhart_parts import Screening


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class TwoOfThree(StrEnum):
    """Which points count in the rule of two of three near a limit.

    The reference implementation leaves out points beyond the limits themselves; NHS England's own tools
    have counted them since the end of 2023 (NHSRplotthedots, thread #194).
    """

    REFERENCE = "between two and three sigma"
    CURRENT = "beyond two sigma"


class Between(StrEnum):
    """What becomes of a new phase whose date is no point's date."""

    NEXT = "begins with the next point"
    IGNORED = "is left out"  # as the reference implementation does it, in silence


RUN = 7
"""So many points make a run or a trend; NHS England's tools let people choose 6 (thread #202)."""
RUNS = (6, 7)


@dataclass(frozen=True, slots=True)
class Options:
    """The choices. ``baseline``: the first so many points of a phase fix its limits; None: all do.

    ``faults``: as the reference implementation has it also where that misleads: the joint of two trends
    can be called by the wrong direction, a last point without a value is ordinary, and a target is
    "inconsistent" where there are no limits. With ``Screening.REFERENCE`` a flat series has no limits.
    """

    direction: Direction = Direction.NEUTRAL
    run: int = RUN
    two_of_three: TwoOfThree = TwoOfThree.REFERENCE
    screening: Screening = Screening.ON
    baseline: int | None = None
    between: Between = Between.NEXT
    faults: bool = False
