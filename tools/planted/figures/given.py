"""How a measure of the sample is written down: its levels over the years, from which values are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Levels = Sequence[tuple[str, float]]
"""Levels by the first day of a period ("2024-04-01"): straight between two, level before and after."""

TARNEBURY, SALTMERE, BRACKENHOLT = "Tarnebury", "Saltmere", "Brackenholt"
ESTMOOR, UPPER_WYVERN = "Estmoor", "Upper Wyvern"
SHARES = {TARNEBURY: 0.34, SALTMERE: 0.22, BRACKENHOLT: 0.18, ESTMOOR: 0.16, UPPER_WYVERN: 0.10}
"""The five areas and the part of the force's work that falls to each."""
FORCE = "Wyvern Valley Police"
NEIGHBOURS = ("Harrowmere Police", "Tolland Vale Police")
GROUP, NATION = "Most similar forces", "England and Wales"


@dataclass(frozen=True, slots=True)
class Beside:
    """A series of others, or of ours from another source. ``levels`` of its own, ``size`` as in ``Given``."""

    name: str
    who: str
    levels: Levels
    size: float = 0
    source: str = ""
    lag: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line, event, gap or phase: ``area`` "" is all of them."""

    kind: str
    start: str
    last: str = ""
    value: float = 0
    text: str = ""
    area: str = ""
    evidence: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A measure. ``size`` is how many a period are counted of, force-wide (calls, people asked, cases).

    ``spread`` is the standard deviation of a duration or index, and how far a count's own goes beyond
    chance (1: not at all). ``offsets`` are what an area's level is above the force's, ``levels_of`` an
    area's own levels instead; an empty ``areas`` has the force alone. ``pins`` are values that stand in
    minutes, by place and period; ``season`` adds to calendar months.
    """

    name: str
    kind: str
    unit: str
    better: str
    levels: Levels
    first: str
    frequency: str = "month"
    tier: str = ""
    decimals: int = 0
    per: float | None = None
    size: float = 0
    spread: float = 1
    areas: bool = False
    offsets: Mapping[str, float] = field(default_factory=dict)
    levels_of: Mapping[str, Levels] = field(default_factory=dict)
    pins: Mapping[tuple[str, str], float] = field(default_factory=dict)
    season: Mapping[int, float] = field(default_factory=dict)
    beside: Sequence[Beside] = ()
    definitions: Sequence[tuple[str, str, str]] = ()
    lines: Sequence[Drawn] = ()
    events: Sequence[Drawn] = ()
    gaps: Sequence[Drawn] = ()
    phases: Sequence[Drawn] = ()
    provisional: int = 0
    unreported: str = ""  # the area whose last value has not come
    objective: str = ""
    topic: str = ""
    source: str = ""
    aliases: Sequence[str] = ()
