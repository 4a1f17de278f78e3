"""A table of figures by its mapping: every value with its cell, or every fault with its."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from answerable.core.measures.loading.cells import Reader, Spot
from answerable.core.measures.loading.faults import Fault, once
from answerable.core.measures.loading.given import Found
from answerable.core.measures.loading.heads import place_of
from answerable.core.measures.loading.periods import is_period
from answerable.core.measures.loading.shape import (
    FIELDS,
    SKIP,
    Across,
    Known,
    KnownMeasure,
    Shape,
    column_at,
    folded,
    heads_of,
)
from answerable.core.plans.cells import Cell, Sheet, column_name
from answerable.core.plans.noticed import listed, noticed

SUMS = frozenset({
    "total", "totals", "grand total", "sum", "ytd", "year to date", "fytd", "average", "mean", "median",
    "change", "% change", "variance", "target", "subtotal", "annual total", "year total",
})  # fmt: skip
"""What stands in a column of periods where the row sums the others up."""
MOST_SAID = 6  # rows that a sentence names


@dataclass(slots=True)
class _Table:
    """What is kept while a sheet is gone through."""

    sheet: Sheet
    shape: Shape
    head: int
    known: Known
    heads: Mapping[int, Cell]
    columns: dict[str, int] = field(default_factory=dict)
    found: Found = field(default_factory=Found)
    notes: list[str] = field(default_factory=list)
    sums: list[str] = field(default_factory=list)

    def fault(self, row: int, column: int, why: str) -> None:
        self.found.faults.append(Fault(row, column, why))


def read_rows(sheet: Sheet, shape: Shape, head: int, known: Known) -> Found:
    """Every value below the row of the heads. All faults are told, not just the first."""
    table = _Table(sheet, shape, head, known, heads_of(sheet, head))
    _find_columns(table)
    values = _value_columns(table)
    if table.found.faults or table.found.asks:
        return table.found
    table.found.has = {name for name in table.columns if name != "value"}
    reader = Reader(shape, table.columns, table.heads, table.found)
    for row in [one for one in sheet.rows if one > head]:
        if _is_data(table, row, values):
            for spot in _spots(table, row, values):
                reader.read(spot, sheet.rows[row])
    reader.finish()
    _close(table, values)
    return table.found


def _find_columns(table: _Table) -> None:
    """The column of each field; a fault for one that the file has no more, a question for one that lacks."""
    shape, asks = table.shape, table.found.asks
    for name, ref in shape.columns.items():
        at = column_at(table.heads, ref)
        if at is None:
            table.fault(
                table.head, 0, f"There is no column “{ref}” any more. Choose which column is: {FIELDS[name]}."
            )
        else:
            table.columns[name] = at
    taken = list(table.columns.values())
    for name, at in table.columns.items():
        if taken.count(at) > 1:
            asks[f"column-{name}"] = f"Choose column {column_name(at)} for one thing only"
    if shape.across != Across.PERIOD and "period" not in table.columns and not asks:
        asks["column-period"] = "Choose the column that says which period a row is of"
    named = shape.across == Across.MEASURE or "measure" in table.columns
    if not named and table.known.measure_at(shape.measure) is None:
        asks["measure"] = "Choose the measure that the figures are of"
    counted = {"numerator", "denominator"} <= set(table.columns)
    if shape.across == Across.NONE and "value" not in table.columns and not counted:
        asks["column-value"] = "Choose the column of the values"


def _value_columns(table: _Table) -> Sequence[int]:
    """The columns that hold the values of a wide table; of a long one the one of its values, or none."""
    if table.shape.across == Across.NONE:
        return [table.columns["value"]] if "value" in table.columns else []
    free = [at for at in table.heads if at not in table.columns.values()]
    if table.shape.across == Across.PERIOD:
        held = [at for at in free if is_period(table.heads[at])]
        others = [f"{column_name(at)} ({table.heads[at].text})" for at in free if at not in held]
        if others:
            table.found.said.append(f"Not read, because no period stands above: column {listed(others)}.")
        free = held
    if not free and not table.found.asks:
        table.found.asks["across"] = "Choose another: no column is left that could hold values"
    return free


def _is_data(table: _Table, row: int, values: Sequence[int]) -> bool:
    """Whether a row holds values; what is a note, a sum or a heading of a group is said and left out."""
    cells = table.sheet.rows[row]
    own = {at: cell for at, cell in cells.items() if not cell.spread}
    if not own:
        return False
    used = {*values, *table.columns.values()}
    if at := table.columns.get("period"):
        if at in cells and folded(cells[at].text) in SUMS:
            table.sums.append(f"{row} (“{cells[at].text.strip()}”)")
            return False
        if len(own) == 1 and not (at in own and is_period(own[at])):
            table.notes.append(str(row))
            return False
    elif len(own) == 1 and not set(own) & set(values):
        table.notes.append(str(row))
        return False
    return bool(used & set(own))


def _spots(table: _Table, row: int, values: Sequence[int]) -> Iterator[Spot]:
    """Each value of a row with its period, measure and place. What is unknown is kept to be asked."""
    across, cells, columns = table.shape.across, table.sheet.rows[row], table.columns
    counted = [columns[name] for name in ("numerator", "denominator") if name in columns]
    for at in values or counted[:1]:
        of = {
            name: (table.heads[at], table.head, at)
            if across == name
            else (cells.get(columns[name]), row, columns[name])
            for name in ("period", "place", "measure")
            if across == name or name in columns
        }
        measure = _measure(table, of.get("measure"))
        place = _place(table, of.get("place"))
        if measure is None or place is None:
            continue
        period, when, column = of["period"]
        head = table.heads[column].text if column in table.heads and across != Across.PERIOD else ""
        yield Spot(row, at, measure, place, period, when, column, head)


_Where = tuple[Cell | None, int, int]


def _measure(table: _Table, where: _Where | None) -> KnownMeasure | None:
    if where is None:
        return table.known.measure_at(table.shape.measure)
    cell, row, column = where
    if cell is None:
        table.fault(row, column, "There is no measure in this row. Write its name.")
        return None
    name = f"measure:{folded(cell.text)}"
    if (to := table.shape.names.get(name)) is not None:
        table.found.met.setdefault(name, cell.text.strip())
        return None if to == SKIP else table.known.measure_at(int(to))
    if found := table.known.measures.get(folded(cell.text)):
        return found
    table.found.unknown.setdefault(name, cell.text.strip())
    return None


def _place(table: _Table, where: _Where | None) -> str | None:
    if where is None:
        return table.shape.place
    cell, row, column = where
    if cell is None:
        table.fault(row, column, "There is no area in this row. Write its name, or Force for all of it.")
        return None
    name = f"place:{folded(cell.text)}"
    to = table.shape.names.get(name) or place_of(cell.text, table.known)
    if to is None or name in table.shape.names:
        (table.found.unknown if to is None else table.found.met).setdefault(name, cell.text.strip())
    return None if to == SKIP else to


def _close(table: _Table, values: Sequence[int]) -> None:
    found = table.found
    if table.notes:
        word = "Row" if len(table.notes) == 1 else "Rows"
        found.said.append(f"Taken for notes and not read: {word.lower()} {listed(table.notes)}.")
    if table.sums:
        found.said.append(f"Taken for sums of other rows and not read: row {listed(table.sums)}.")
    columns = {**table.columns, **{f"value-{at}": at for at in values}}
    found.said += noticed(table.sheet, columns, table.head)
    if not found.given and not (found.faults or found.unknown or found.asks):
        table.fault(table.head, 0, "There is no value below this row. Choose the row of the heads.")
    found.faults = once(found.faults)
