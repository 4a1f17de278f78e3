"""What a chart shows, before it is drawn: the input of ``components.figures_chart``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answerable.core.measures.facts import Event, Gap, Line
from answerable.core.measures.verdict import Point, Span


@dataclass(frozen=True, slots=True)
class Picture:
    """One series over time. The scale shows ``low`` and ``high`` at least, where several stand side by side.

    ``floor`` and ``ceiling`` are what no value can be beyond (0 for a count, 100 for a share): a limit beyond
    them is not drawn, since it limits nothing. ``title`` and ``label`` (the whole in words, for those who do
    not see it) say what it shows. ``middle``: what the spans' centre is called; ``range_decimals``: of centre
    and limits, where they are told finer than values (None: as these).
    """

    title: str
    label: str
    unit: str
    decimals: int
    points: Sequence[Point]
    spans: Sequence[Span]
    lines: Sequence[Line] = ()
    events: Sequence[Event] = ()
    gaps: Sequence[Gap] = ()
    low: float | None = None
    high: float | None = None
    floor: float | None = None
    ceiling: float | None = None
    middle: Literal["mean", "median"] = "mean"
    range_decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """An area in a funnel or beside others: its size, its value and its own interval."""

    name: str
    size: float
    value: float
    lower: float | None = None
    upper: float | None = None
    outside: str = ""  # "95", "99.8" or "": which limits it is outside of


@dataclass(frozen=True, slots=True)
class Funnel:
    """``limits``: size, lower 99.8, lower 95, upper 95, upper 99.8, in the order of the sizes."""

    title: str
    label: str
    unit: str
    decimals: int
    overall: float
    places: Sequence[Place]
    limits: Sequence[tuple[float, float, float, float, float]]
    size_words: str = "answers"
