"""Reading a plan's spreadsheet while somebody waits for the page: in a child process, within limits."""

from __future__ import annotations

from answerable.core.plans.cells import Book
from answerable.readers.child import Child, Limits

SECONDS = 30
"""That reading may take: a workbook of 200 sheets takes two."""


def read_plan_file(content: bytes, name: str, sheet: str | None = None) -> Book:
    """The sheet of that name, else the likeliest, with the names of all. Raises readers.errors.Unreadable."""
    child = Child(Limits(cpu_seconds=SECONDS, seconds=SECONDS))
    try:
        return child.read_sheet(content, name, sheet)
    finally:
        child.close()
