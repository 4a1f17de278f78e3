"""Files of figures for the tests of loading, and the way from sending one to its preview."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from answerable.measures.models import Load, Observation
from tests.pages.conftest import Page
from tests.pages.desk import Desk

Rows = Sequence[Sequence[Any]]
PATH = "/measures/load/"


def csv_of(*rows: Sequence[Any], encoding: str = "utf-8") -> bytes:
    return "\n".join(",".join(str(cell) for cell in row) for row in rows).encode(encoding)


def xlsx_of(**sheets: Rows) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return out.getvalue()


def sent(desk: Desk, content: bytes, name: str = "return.csv", status: int = 200) -> Page:
    """Send a file in; the page after it."""
    return desk.upload(PATH, content, name, status)


def last() -> Load:
    return Load.objects.latest("pk")


def preview_path(load: Load | None = None) -> str:
    return f"{PATH}{(load or last()).pk}/"


def confirm(desk: Desk, status: int = 200, **typed: Any) -> Page:
    """Send the form of the preview that is open."""
    return desk.send(preview_path(), status, **typed)


def values() -> list[tuple[str, str, str, float | None]]:
    """Measure, whose, first day, value: of every observation."""
    rows = Observation.objects.order_by("series__measure__name", "series__name", "start")
    found = rows.values_list("series__measure__name", "series__name", "start", "value")
    return [(measure, name, start.isoformat(), value) for measure, name, start, value in found]
