"""How one kind of file is read: the mapping that is kept by name and used again next month."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from answerable.core.measures.facts import Frequency, Kind
from answerable.core.measures.loading.periods import is_period
from answerable.core.measures.loading.values import Percents
from answerable.core.plans.cells import Cell, Sheet, column_name, column_number

FIELDS: dict[str, str] = {
    "period": "Period",
    "measure": "Measure",
    "place": "Area or force",
    "value": "Value",
    "numerator": "Numerator",
    "denominator": "Denominator",
    "sample": "Sample: how many answered",
    "provisional": "Provisional or final",
    "reported": "Areas that reported",
    "expected": "Areas expected",
}
"""What a column can say, with the words of the form that asks for it."""
NUMBERS = ("value", "numerator", "denominator", "sample", "reported", "expected")
"""Fields whose cells are numbers."""
SKIP = "skip"
"""Chosen for a name: what stands under it is left out."""
FORCE = "force"
"""The place that is the whole force."""
_AT = "="  # before the letters of a column that has no head to be known by


class Across(StrEnum):
    """What stands across the top of a wide table; "" of a long one, with a value to each row."""

    NONE = ""
    PERIOD = "period"
    PLACE = "place"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Shape:
    """``columns``: field to the head of its column, or "=C" where that has none.

    ``measure`` and ``place`` hold for every row that has no column for them. ``names`` are the file's names
    that people explained: "place:north lpa" to "area:3", or to ``SKIP``.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    across: Across = Across.NONE
    measure: int | None = None
    place: str = FORCE
    percents: Percents = Percents.UNSAID
    source: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def as_json(shape: Shape) -> dict[str, Any]:
    """For the table of mappings."""
    return {
        "columns": dict(shape.columns),
        "across": shape.across.value,
        "measure": shape.measure,
        "place": shape.place,
        "percents": shape.percents.value,
        "source": shape.source,
        "names": dict(shape.names),
    }


def from_json(found: Mapping[str, Any]) -> Shape:
    """The shape out of what ``as_json`` made; what is missing is as in a new one."""
    given = Shape()
    return Shape(
        columns=dict(found.get("columns", {})),
        across=Across(found.get("across", "")),
        measure=found.get("measure"),
        place=found.get("place", given.place),
        percents=Percents(found.get("percents", "")),
        source=found.get("source", ""),
        names=dict(found.get("names", {})),
    )


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """A measure that the office keeps; ``per`` is what a rate is told for so many of."""

    key: int
    name: str
    kind: Kind
    frequency: Frequency
    per: float | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The names that the office knows, folded: its measures with their other names, and its places.

    A place is "force", "area:3", or with its name "other:…", "group:…", "nation:…". ``called``: what pages
    call each place.
    """

    measures: Mapping[str, KnownMeasure]
    places: Mapping[str, str]
    called: Mapping[str, str] = field(default_factory=dict)

    def measure_at(self, key: int | None) -> KnownMeasure | None:
        return next((one for one in self.measures.values() if one.key == key), None)


def folded(text: str) -> str:
    """A name without what offices write in different ways: case, blanks, marks at its end."""
    return " ".join(text.casefold().replace("&", "and").split()).strip(" .:*")


def heads_of(sheet: Sheet, row: int) -> dict[int, Cell]:
    """The heads in a row by their columns; one that is merged over several rows is there once."""
    return {at: cell for at, cell in sorted(sheet.rows.get(row, {}).items()) if cell.text.strip()}


def head_ref(heads: Mapping[int, Cell], column: int) -> str:
    """How a mapping remembers a column: by its head, where no other has the same."""
    name = folded(heads[column].text) if column in heads else ""
    alone = [folded(cell.text) for cell in heads.values()].count(name) == 1
    return name if name and alone else _AT + column_name(column)


def column_at(heads: Mapping[int, Cell], ref: str) -> int | None:
    """The column that a mapping remembers; None where the file has it no more."""
    if ref.startswith(_AT):
        return column_number(ref.removeprefix(_AT))
    return next((at for at, cell in heads.items() if folded(cell.text) == ref), None)


def digest(cells: Iterable[Cell]) -> str:
    """The same for the same heads, in whatever order and whichever periods stand among them."""
    names = sorted({folded(cell.text) for cell in cells if not is_period(cell)})
    return hashlib.sha256("\n".join(names).encode()).hexdigest() if names else ""


def with_names(shape: Shape, names: Mapping[str, str]) -> Shape:
    """The same with more names explained; "" forgets one."""
    merged = {**shape.names, **names}
    return replace(shape, names={name: to for name, to in merged.items() if to})
