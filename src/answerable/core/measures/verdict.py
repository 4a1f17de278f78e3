"""What a series says: the numbers of its chart, the icons and the sentences (``core.measures.judging``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Shape = Literal["ordinary", "better", "worse", "high", "low", "missing"]
"""How a point is drawn: high and low where neither way is better."""

Variation = Literal[
    "common", "improvement-high", "improvement-low", "concern-high", "concern-low", "neutral-high",
    "neutral-low",
]  # fmt: skip
Assurance = Literal["pass", "fail", "inconsistent"]


@dataclass(frozen=True, slots=True)
class Point:
    """A period of the chart. ``rule`` names the rule that it is part of, "" for ordinary variation."""

    start: dt.date
    last: dt.date
    value: float | None
    shape: Shape = "ordinary"
    rule: str = ""
    provisional: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """The limits over points ``first`` to ``last`` (indexes): one phase, or one point where they vary.

    ``lower`` and ``upper`` are None where there are too few points for limits.
    """

    first: int
    last: int
    centre: float | None
    lower: float | None
    upper: float | None
    reason: str = ""  # why the phase began


@dataclass(frozen=True, slots=True)
class Met:
    """Met in ``times`` of the last ``of`` periods; ``expected``: the share if nothing changes, 0 to 1."""

    times: int
    of: int
    expected: float | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one series.

    ``headline`` stands above the plot; ``sentences`` after it; ``cautions`` say what the figure cannot bear.
    ``rules`` names the chart and its rule set ("XmR, Making Data Count's rules, limits from all points").
    ``signal``: the last point that has a value is a special cause. ``refused``: why nothing is charted, and
    then there are points but no spans. ``asks_phase``: a signal with a known cause wants a person's decision.
    ``early``: there are too few points for a verdict. ``unit``: of the points, where that is not the
    measure's, because the chart is of waits between rare events; lines that were set do not belong on it.
    ``alike``: each value is like the one before, so that it signals more often by chance.
    """

    headline: str
    sentences: Sequence[str]
    cautions: Sequence[str]
    rules: str
    points: Sequence[Point]
    spans: Sequence[Span]
    signal: bool = False
    variation: Variation | None = None
    assurance: Assurance | None = None
    since: dt.date | None = None  # the first period of the run that signals
    met: Met | None = None
    refused: str = ""
    asks_phase: str = ""
    rule_in_words: str = ""
    early: bool = False
    unit: str | None = None
    alike: bool = False
