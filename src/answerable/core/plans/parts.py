"""A part of a plan as a spreadsheet gives it, and what is wrong with the cells that it comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from answerable.core.plans.cells import address

OBJECTIVE, ACTION = "objective", "action"


@dataclass(slots=True)
class Part:
    """``parent`` is the number of what it is under, "" of none; ``serves`` names the other plan's objective.

    ``state`` and ``progress`` are None where the sheet does not say.
    """

    number: str
    text: str
    row: int
    kind: str = ""
    parent: str = ""
    owner: str = ""
    due: dt.date | None = None
    state: str | None = None
    progress: int | None = None
    measure: str = ""
    serves: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell; ``why`` goes on behind its address."""

    sheet: str
    row: int
    column: int
    why: str

    @property
    def place(self) -> str:
        """Sheet Plan, D14; of a file that has no sheets: Row 14, column D."""
        if self.sheet:
            return f"Sheet {self.sheet}, {address(self.row, self.column)}"
        return f"Row {self.row}, column {address(self.row, self.column).rstrip('0123456789')}"

    @property
    def sentence(self) -> str:
        return f"{self.place}: {self.why}."


@dataclass(slots=True)
class Found:
    """Parts in the order of the sheet; with any fault none may be stored. ``said``: what was noticed."""

    parts: list[Part] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
