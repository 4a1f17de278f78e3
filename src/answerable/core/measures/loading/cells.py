"""The cells of one value together: read, checked and put into a ``Given``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from answerable.core.measures.facts import Kind
from answerable.core.measures.loading.checks import SHARES, problems_of, worked_out
from answerable.core.measures.loading.faults import Fault, Wrong, quoted
from answerable.core.measures.loading.given import Found, Given
from answerable.core.measures.loading.periods import Period, period, wanted
from answerable.core.measures.loading.shape import NUMBERS, KnownMeasure, Shape
from answerable.core.measures.loading.values import (
    NOTHING,
    Percents,
    Value,
    as_percent,
    asks_percents,
    read_value,
)
from answerable.core.plans.cells import Cell

_PROVISIONAL = {
    "provisional": True,
    "p": True,
    "prov": True,
    "yes": True,
    "y": True,
    "true": True,
    "estimate": True,
}
_FINAL = {"final": False, "f": False, "revised": False, "r": False, "no": False, "n": False, "false": False,
          "confirmed": False, "actual": False, "published": False}  # fmt: skip
STATES = {**_PROVISIONAL, **_FINAL}
"""What a column says of whether a value may still change."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands and what it is of; ``head`` is that of the column of periods."""

    row: int
    column: int
    measure: KnownMeasure
    place: str
    period: Cell | None
    period_row: int
    period_column: int
    head: str


@dataclass(slots=True)
class _Read:
    """The numbers of one spot, before it is known how the file writes per cents."""

    spot: Spot
    period: Period
    values: dict[str, Value]
    provisional: bool


@dataclass(slots=True)
class Reader:
    """Reads spot by spot; ``finish`` makes values of them once the whole of each column is known."""

    shape: Shape
    columns: Mapping[str, int]
    heads: Mapping[int, Cell]
    found: Found
    _read: list[_Read] = field(default_factory=list)
    _periods: dict[tuple[int, int, str], Period | None] = field(default_factory=dict)

    def read(self, spot: Spot, cells: Mapping[int, Cell]) -> None:
        when = self._period(spot)
        values = {"value": self._value(spot, "value", spot.column, cells)} if self._has_value else {}
        for name in NUMBERS:
            if name != "value" and name in self.columns:
                values[name] = self._value(spot, name, self.columns[name], cells)
        provisional = self._state(spot, cells) or any(one.provisional for one in values.values())
        if when is not None and any(one != NOTHING for one in values.values()):
            self._read.append(_Read(spot, when, values, provisional or when.provisional))

    @property
    def _has_value(self) -> bool:
        return bool(self.shape.across) or "value" in self.columns

    def _fault(self, row: int, column: int, why: str) -> None:
        self.found.faults.append(Fault(row, column, why))

    def _period(self, spot: Spot) -> Period | None:
        """The period; read once for a head, and its fault told once."""
        key = (spot.period_row, spot.period_column, spot.measure.frequency.value)
        if key not in self._periods:
            self._periods[key] = self._read_period(spot)
        return self._periods[key]

    def _read_period(self, spot: Spot) -> Period | None:
        if spot.period is None:
            self._fault(spot.row, spot.period_column, f"There is no period. {wanted(spot.measure.frequency)}")
            return None
        try:
            return period(spot.period, spot.measure.frequency, head=spot.head)
        except Wrong as wrong:
            self._fault(spot.period_row, spot.period_column, str(wrong))
            return None

    def _value(self, spot: Spot, name: str, column: int, cells: Mapping[int, Cell]) -> Value:
        if column not in cells:
            return NOTHING
        try:
            found = read_value(cells[column])
        except Wrong as wrong:
            self._fault(spot.row, column, str(wrong))
            return NOTHING
        if found.percent and (name != "value" or spot.measure.kind == Kind.COUNT):
            what = "the measure is a count" if name == "value" else "this column is of numbers"
            self._fault(
                spot.row, column, f"{quoted(cells[column].text)} is per cent, and {what}. Write the number."
            )
        return found

    def _state(self, spot: Spot, cells: Mapping[int, Cell]) -> bool:
        column = self.columns.get("provisional", 0)
        cell = cells.get(column)
        if cell is None:
            return False
        said = STATES.get(cell.text.casefold().strip(" .[]()"))
        if said is None:
            self._fault(
                spot.row,
                column,
                f"{quoted(cell.text)} does not say how sure it is. Write provisional or final.",
            )
        return bool(said)

    def finish(self) -> None:
        """The values, or the question how the file writes per cents."""
        shares = [one for one in self._read if one.spot.measure.kind in SHARES]
        bare = [one.values["value"] for one in shares if "value" in one.values]
        if asks_percents(bare) and self.shape.percents == Percents.UNSAID:
            self.found.asks["percents"] = (
                f"Every value of {shares[0].spot.measure.name} is 1 or less:"
                " say whether 0.85 means 85% or 0.85%"
            )
        elif self.shape.percents != Percents.OF_ONE:
            self._say_small(shares)
        for one in self._read:
            self._make(one)

    def _say_small(self, shares: list[_Read]) -> None:
        """Measures of which all values are 1 or less, among others of which they are not: as they stand."""
        for name in sorted({one.spot.measure.name for one in shares}):
            own = [one for one in shares if one.spot.measure.name == name and "value" in one.values]
            if asks_percents(one.values["value"] for one in own):
                self.found.said.append(
                    f"Every value of {name} is 1 or less and was taken as it stands: 0.85 is 0.85%."
                )

    def _make(self, one: _Read) -> None:
        spot, numbers = one.spot, {name: value.number for name, value in one.values.items()}
        if "value" in one.values and spot.measure.kind in SHARES:
            numbers["value"] = as_percent(one.values["value"], self.shape.percents).number
        reported, expected = self._count(spot, numbers, "reported"), self._count(spot, numbers, "expected")
        counted = (numbers.get("numerator"), numbers.get("denominator"), numbers.get("sample"))
        for name, why in problems_of(spot.measure.kind, numbers.get("value"), *counted):
            self._fault(
                spot.row, self.columns.get(name, spot.column) if name != "value" else spot.column, why
            )
        made = Given(
            spot.measure.key, spot.place, one.period, numbers.get("value"), *counted, one.provisional,
            reported, expected, one.values.get("value", NOTHING).mark, spot.row, spot.column,
        )  # fmt: skip
        if made.value is None and not made.note:
            kind, per = spot.measure.kind, spot.measure.per
            made = replace(made, value=worked_out(kind, made.numerator, made.denominator, per))
            if made.value is None and made.numerator is not None and made.denominator:
                self._fault(spot.row, spot.column, self._no_value(spot.measure))
        self.found.given.append(made)

    def _no_value(self, measure: KnownMeasure) -> str:
        if measure.kind == Kind.RATE:
            return (
                f"{measure.name} does not say what its rate is told for so many of. Give a column of values."
            )
        return f"No value can be worked out for {measure.name}. Choose the column of the values."

    def _count(self, spot: Spot, numbers: Mapping[str, float | None], name: str) -> int | None:
        number = numbers.get(name)
        if number is None:
            return None
        if number < 0 or not number.is_integer():
            self._fault(
                spot.row, self.columns[name], f"{number:g} is no number of areas. Write a whole number."
            )
            return None
        return int(number)
