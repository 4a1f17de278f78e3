"""What is wrong with a cell of figures, in sentences that say what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.core.plans.cells import address

LONGEST_QUOTED = 40  # letters of a cell that a sentence repeats


class Wrong(Exception):
    """A value that cannot be used: whole sentences that begin with the value."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One cell, or the whole file where ``row`` is 0, and whole sentences about it."""

    row: int
    column: int
    why: str

    @property
    def place(self) -> str:
        """B14; "" of the whole file."""
        return address(self.row, self.column) if self.row and self.column else ""

    @property
    def sentence(self) -> str:
        """B14: “about 20” is not a number. Write 20 or leave it empty."""
        if self.place:
            return f"{self.place}: {self.why}"
        return f"Row {self.row}: {self.why}" if self.row else self.why


def quoted(text: str) -> str:
    """A cell's words as a sentence repeats them."""
    plain = " ".join(text.split())
    short = plain if len(plain) <= LONGEST_QUOTED else f"{plain[: LONGEST_QUOTED - 1].rstrip()}…"
    return f"“{short}”"


def once(faults: Iterable[Fault]) -> list[Fault]:
    """In the order of the sheet, each once."""
    return sorted(set(faults))
