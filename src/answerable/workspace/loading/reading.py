"""Reading a file of figures while somebody waits for the page: in a child process, within limits."""

from __future__ import annotations

from collections.abc import Mapping

from answerable.core.measures.loading.police import Tally
from answerable.core.plans.cells import Book
from answerable.readers.child import Child, Limits
from answerable.readers.police import police_kind

SECONDS = 30
"""That reading may take: a workbook of 200 sheets, of which one is read, takes one."""
POLICE_SECONDS = 120
"""That counting may take: a month of the whole nation takes about one, a year of it a quarter of a minute."""
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
    if police_kind(content) is None:
        read_figures_file(content, name)


def count_police_file(path: str, name: str, codes: Mapping[str, str]) -> Tally:
    """The counts of a file of data.police.uk, read where it lies. Raises Unreadable."""
    child = Child(Limits(cpu_seconds=POLICE_SECONDS, seconds=POLICE_SECONDS))
    try:
        return child.count_police(path, name, codes)
    finally:
        child.close()
