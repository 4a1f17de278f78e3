"""A value as a file gives it, and all that reading a table comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from answerable.core.measures.loading.faults import Fault
from answerable.core.measures.loading.periods import Period
from answerable.core.plans.cells import address


@dataclass(frozen=True, slots=True)
class Given:
    """One value of one place for one period; ``row`` and ``column`` say in which cell it stands.

    ``value`` None with a ``note``: a mark stands in its place.
    """

    measure: int
    place: str
    period: Period
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    sample: float | None = None
    provisional: bool = False
    reported: int | None = None
    expected: int | None = None
    note: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        return address(self.row, self.column) if self.row and self.column else ""


@dataclass(slots=True)
class Found:
    """With any fault nothing may be stored. ``has``: the fields that the file tells of.

    ``unknown``: names that nobody explained yet ("place:north lpa") as the file writes them, ``met``
    those that somebody did. ``asks``: names
    of fields of the form that a person has to answer first. ``said``: what was noticed.
    """

    given: list[Given] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    unknown: dict[str, str] = field(default_factory=dict)
    asks: dict[str, str] = field(default_factory=dict)
    has: set[str] = field(default_factory=set)
    met: dict[str, str] = field(default_factory=dict)

    @property
    def usable(self) -> bool:
        return bool(self.given) and not (self.faults or self.unknown or self.asks)
