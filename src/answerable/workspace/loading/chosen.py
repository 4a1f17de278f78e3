"""How a file is to be read: as the form says, else by a mapping that knows its heads, else as is likely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from answerable.core.measures.loading.heads import guess, head_row, recognised
from answerable.core.measures.loading.shape import (
    FIELDS,
    FORCE,
    SKIP,
    Across,
    Known,
    Shape,
    column_at,
    digest,
    from_json,
    head_ref,
    heads_of,
    with_names,
)
from answerable.core.measures.loading.values import Percents
from answerable.core.plans.cells import Sheet, column_name, column_number
from answerable.measures.models import Mapping as Mapped
from answerable.web.address import Asked
from answerable.workspace.loading.words import ACROSS, PERCENTS

COLUMN, NAME = "column-", "name-"
"""With a field's name the input for its column; with a name out of the file the input for what it means."""
SHOWN_FOR = "shown-for"
"""The hidden field: for which sheet, row and mapping the columns were chosen. For others they are guessed."""
LONGEST_HEAD = 40  # letters of a head in the list of columns


@dataclass(frozen=True, slots=True)
class Chosen:
    """``mapping`` is the one that it was read with; ``new`` says that nobody has confirmed the choice yet."""

    sheet: Sheet
    head: int
    shape: Shape
    mapping: Mapped | None
    corrected: bool

    @property
    def shown_for(self) -> str:
        return f"{self.sheet.name}:{self.head}:{self.mapping.pk if self.mapping else ''}"

    @property
    def digest(self) -> str:
        return digest(heads_of(self.sheet, self.head).values())

    @property
    def letters(self) -> dict[str, str]:
        """Each field's column as the form names it."""
        heads = heads_of(self.sheet, self.head)
        found = {name: column_at(heads, ref) for name, ref in self.shape.columns.items()}
        return {name: column_name(at) for name, at in found.items() if at}

    @property
    def options(self) -> list[tuple[str, str]]:
        """The columns that have anything in them, each with its head."""
        filled = sorted({at for cells in self.sheet.rows.values() for at in cells})
        heads = self.sheet.rows.get(self.head, {})
        return [(column_name(at), _option(at, heads[at].text if at in heads else "")) for at in filled]


def _option(column: int, head: str) -> str:
    plain = " ".join(head.split())[:LONGEST_HEAD]
    return f"{column_name(column)}: {plain}" if plain else column_name(column)


def chosen_in(sheet: Sheet, typed: Asked, known: Known, mappings: Mapping[int, Mapped]) -> Chosen:
    """What the form says, where it was made for this sheet, row and mapping; with problems."""
    digests = _digests(mappings)
    found = recognised(sheet, digests)
    key = typed.number("mapping", "the mapping") if typed.text("mapping") else None
    if key is None and "mapping" not in typed.values and found:
        key = found[0]
    mapping = mappings.get(key or 0)
    head = typed.number("head", "the row of the heads") if typed.text("head") else None
    if head is None:
        head = found[1] if found else head_row(sheet, known)
    begun = from_json(mapping.shape) if mapping else guess(sheet, head, known)
    chosen = Chosen(sheet, head, begun, mapping, corrected=False)
    if typed.values.get(SHOWN_FOR) != chosen.shown_for:
        return chosen
    return replace(chosen, shape=_typed(chosen, typed, known), corrected=True)


def _digests(mappings: Mapping[int, Mapped]) -> dict[str, int]:
    """Mappings by the heads of their files, where no two have the same."""
    heads = [one.head for one in mappings.values()]
    return {one.head: key for key, one in mappings.items() if one.head and heads.count(one.head) == 1}


def _typed(chosen: Chosen, typed: Asked, known: Known) -> Shape:
    """The shape that the form says."""
    heads = heads_of(chosen.sheet, chosen.head)
    across = Across(typed.choice("across", ACROSS, "what stands across the top") or "")
    given = {name: column_number(typed.text(COLUMN + name)) for name in FIELDS}
    columns = {name: head_ref(heads, at) for name, at in given.items() if at and name != across.value}
    if across != Across.NONE:
        columns.pop("value", None)
    measure = typed.number("measure", "the measure") if typed.text("measure") else None
    shape = Shape(
        columns,
        across,
        measure,
        typed.text("place") if typed.text("place") in known.called else FORCE,
        Percents(typed.choice("percents", PERCENTS, "how per cents are written") or ""),
        typed.text("source")[:40],
        chosen.shape.names,
    )
    names = {
        name.removeprefix(NAME): value
        for name, value in typed.values.items()
        if name.startswith(NAME) and _means_something(name, value, known)
    }
    return with_names(shape, names)


def _means_something(name: str, value: str, known: Known) -> bool:
    if value == SKIP:
        return True
    if name.startswith(f"{NAME}place:"):
        return value in known.called
    return value.isascii() and value.isdigit() and known.measure_at(int(value[:18])) is not None
