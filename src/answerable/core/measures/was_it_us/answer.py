"""What is said of before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Moved = Literal["better", "worse", "higher", "lower", "no", "unknown"]
"""Which way it went after the event: higher, lower where neither is better; unknown where refused."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A row beside the others, ours or one where nothing was done: means, the change, its interval.

    ``note``: the change is not the difference of the means but beside the trend before it.
    """

    whose: str
    before: float
    after: float
    change: float
    lower: float
    upper: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Beyond:
    """How much more it changed than where nothing was done: the difference of the differences.

    ``drifting``: ours may have been going that way, away from the others, already.
    """

    estimate: float
    lower: float
    upper: float
    drifting: bool = False

    @property
    def stands_out(self) -> bool:
        """Whether chance does not explain it."""
        return not self.lower <= 0 <= self.upper


@dataclass(frozen=True, slots=True)
class Answer:
    """Before and after, never cause.

    ``estimate``, ``lower``, ``upper``: the change in the measure's unit (points where that is per cent), or,
    with ``is_ratio``, the rate after as a multiple of the rate before (None: without limit). ``refused`` says
    why there is none; ``ask_again``: the day from when there may be. ``method`` stands behind a link.
    """

    headline: str
    sentences: Sequence[str] = ()
    cautions: Sequence[str] = ()
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None
    refused: str = ""
    ask_again: dt.date | None = None
    compared: Sequence[Compared] = ()
    moved: Moved = "unknown"
    is_ratio: bool = False
    before: float | None = None
    after: float | None = None
    points_before: int = 0
    points_after: int = 0
    beyond: Beyond | None = None
    method: str = ""
