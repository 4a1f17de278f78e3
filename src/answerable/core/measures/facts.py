"""What is known of a series: the input of every verdict. Plain data, whatever it was stored in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a measure's values are."""

    COUNT = "count"
    RATE = "rate"  # events for so many people, hours or the like: numerator and denominator
    PROPORTION = "proportion"  # numerator of denominator, told in per cent
    DURATION = "duration"
    SURVEY = "survey"  # a share of those asked, told in per cent, with the sample
    INDEX = "index"  # any other number


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Frequency(StrEnum):
    """How long a period is. ``ROLLING`` is an average or sum of the twelve months that end with it."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"  # the financial year, 1 April to 31 March
    ROLLING = "rolling"


class Who(StrEnum):
    """Of whom a series tells."""

    FORCE = "force"
    AREA = "area"
    OTHER = "other"  # another force
    GROUP = "group"  # the most similar group
    NATION = "nation"


class LineKind(StrEnum):
    """Lines that somebody set. None of them is a process limit, which the data give."""

    TARGET = "target"
    LIMIT = "limit"
    BASELINE = "baseline"
    ASPIRATION = "aspiration"


class EventKind(StrEnum):
    """What happened that a series should be read with."""

    RECORDING = "recording"
    DEFINITION = "definition"
    OUTSIDE = "outside"  # a lockdown, a strike, a change of the law
    ACTION = "action"
    STRATEGY = "strategy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Observed:
    """One value for one period, ``start`` to ``last`` (both days included).

    ``value`` is in the measure's unit (per cent as 0 to 100); None: there is none for this period, and
    ``note`` may say why. ``reported`` of ``expected`` areas had reported.
    """

    start: dt.date
    last: dt.date
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    sample: float | None = None
    provisional: bool = False
    reported: int | None = None
    expected: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody set it: from ``start`` (None: always) to ``last`` (None: until it is changed)."""

    kind: LineKind
    value: float
    start: dt.date | None = None
    last: dt.date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """A person decided that a new phase begins with the first period on or after ``start``."""

    start: dt.date
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, to be marked on the chart."""

    on: dt.date
    kind: EventKind
    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Periods without values, and why: surveys stopped from March to June 2020."""

    start: dt.date
    last: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a verdict on one series takes. ``observed`` is in the order of ``start``."""

    name: str
    kind: Kind
    unit: str
    better: Better
    frequency: Frequency
    observed: Sequence[Observed]
    lines: Sequence[Line] = ()
    phases: Sequence[Phase] = ()
    events: Sequence[Event] = ()
    gaps: Sequence[Gap] = ()
    decimals: int = 0
    whose: str = ""  # "North", "Wyvern Valley Police", "national"
    baseline: int | None = None  # so many first points of a phase fix its limits; None: all do
