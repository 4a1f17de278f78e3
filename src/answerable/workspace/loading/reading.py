"""Reading a file of figures while somebody waits for the page: in a child process, within limits."""

from __future__ import annotations

from answerable.core.plans.cells import Book
from answerable.readers.child import Child, Limits

SECONDS = 30
"""That reading may take: a workbook of 200 sheets, of which one is read, takes one."""
ANSWER = 24 * 2**20
"""Bytes of the answer: 200,000 cells (``readers.workbook.limits.FIGURES``) and their texts."""


def read_figures_file(content: bytes, name: str, sheet: str | None = None) -> Book:
    """The sheet of that name, else the only one; of several only their names. Raises Unreadable."""
    child = Child(Limits(cpu_seconds=SECONDS, seconds=SECONDS, answer=ANSWER))
    try:
        return child.read_sheet(content, name, sheet, figures=True)
    finally:
        child.close()


def check_figures_file(content: bytes, name: str) -> None:
    """Raises Unreadable where a file is no table that can be read, so that it is not kept at all."""
    read_figures_file(content, name)
