"""What importing a spreadsheet would do: its sheet, row of heads and columns, and what they give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.core.plans.cells import Book, Sheet, column_name, column_number
from answerable.core.plans.changes import Change, changes, counts
from answerable.core.plans.columns import FIELDS, guess_columns, head_row
from answerable.core.plans.noticed import listed
from answerable.core.plans.parts import Found
from answerable.core.plans.rows import read_parts
from answerable.core.plans.serving import settle_serves
from answerable.plans.models import Plan
from answerable.plans.queries.plans import kept_parts, tree_version
from answerable.web.address import Asked

COLUMN = "column-"  # with a field's name: the inputs that say which column holds it
SHOWN_FOR = "shown-for"
"""The hidden field that says for which sheet and row the columns were chosen: for others they are guessed."""
LONGEST_HEAD = 40  # letters of a head in the list of columns


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which sheet, which row names the columns, and which column holds which field."""

    sheet: Sheet
    head: int
    columns: Mapping[str, int]

    @property
    def shown_for(self) -> str:
        return f"{self.sheet.name}:{self.head}"

    @property
    def letters(self) -> dict[str, str]:
        return {name: column_name(at) for name, at in self.columns.items()}

    @property
    def options(self) -> list[tuple[str, str]]:
        """The columns that have anything in them, each with its head."""
        filled = sorted({at for cells in self.sheet.rows.values() for at in cells})
        heads = self.sheet.rows.get(self.head, {})
        return [(column_name(at), _option(at, heads[at].text if at in heads else "")) for at in filled]


def _option(column: int, head: str) -> str:
    plain = " ".join(head.split())[:LONGEST_HEAD]
    return f"{column_name(column)}: {plain}" if plain else column_name(column)


@dataclass(frozen=True, slots=True)
class Preview:
    """``found`` has the faults; ``changes`` is empty where there are any. ``version`` is the plan's."""

    book: Book
    chosen: Chosen
    found: Found
    changes: Sequence[Change]
    plan: Plan | None
    version: str

    @property
    def counts(self) -> Mapping[str, int]:
        return counts(self.changes)

    @property
    def said(self) -> list[str]:
        """What was noticed of the sheet and the workbook."""
        hidden = [f"Hidden, and not read: sheet {listed(self.book.hidden)}."] if self.book.hidden else []
        return [*hidden, *self.found.said]


def chosen_in(book: Book, typed: Asked) -> Chosen:
    """What the form says, else what is likeliest; with a problem for a row that is none."""
    sheet = book.sheets[0]
    head = typed.number("head", "the row of the heads") if typed.text("head") else None
    head = head or head_row(sheet)
    if typed.values.get(SHOWN_FOR) != f"{sheet.name}:{head}":
        return Chosen(sheet, head, guess_columns(sheet, head))
    given = {name: column_number(typed.text(COLUMN + name)) for name in FIELDS}
    columns = {name: at for name, at in given.items() if at}
    if "text" not in columns:
        typed.refuse(f"{COLUMN}text", "Choose the column that says what is to be done")
    twice = {at for at in columns.values() if list(columns.values()).count(at) > 1}
    for name, at in columns.items():
        if at in twice:
            typed.refuse(COLUMN + name, f"Choose column {column_name(at)} for one thing only")
    return Chosen(sheet, head, columns)


def preview(book: Book, chosen: Chosen, plan: Plan | None, values: Mapping[str, Any]) -> Preview:
    """What it gives, held against the plan that it is a newer version of; ``values`` are a new plan's."""
    held = kept_parts(plan) if plan else []
    if "text" not in chosen.columns:
        return Preview(book, chosen, Found(), [], plan, tree_version(held))
    kind = plan.kind if plan else str(values.get("kind") or "")
    found = read_parts(chosen.sheet, chosen.columns, chosen.head, kind)
    served: Plan | None = plan.serves if plan else values.get("serves")
    objectives = list(served.items.values_list("number", "text")) if served else []
    settle_serves(found, chosen.columns, chosen.sheet.name, objectives, served.name if served else "")
    made = [] if found.faults else changes(held, found.parts, set(chosen.columns))
    return Preview(book, chosen, found, made, plan, tree_version(held))


def first_day(typed: Asked, today: dt.date) -> dt.date:
    """As of which day the file speaks: today, where nothing else is said."""
    return typed.date("on", "the day that the file speaks of") or today
