"""Writing files: DOCX and PDF of minutes, beside laying the sheet out, and how both grow with pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import pypdfium2 as pdfium
from rich.console import Console
from rich.table import Table

from answerable.core.minutes.sheet import Heading, Sheet, Text
from answerable.core.minutes.sheet import Table as SheetTable
from answerable.writers.docx import write_docx
from answerable.writers.pdf import write_pdf

BAR = 0.5
"""Seconds for each file of a 12-page meeting."""
ITEMS_OF_PAGES = {12: 36, 120: 360}
"""Agenda items that make about so many pages."""
ROUNDS = 9
SAID = (
    "The Chief Constable said that the new rota had been in place since the start of the month and that the "
    "first figures were better than expected, although calls abandoned at the weekend were still too many. "
)


def report(console: Console, *, small: bool) -> None:
    table = Table(title="Files of minutes, wall time", title_justify="left")
    for head in ("pages", "file", "first ms", "median ms", "slowest ms", "kB"):
        table.add_column(head, justify="left" if head == "file" else "right")
    for wanted, items in ITEMS_OF_PAGES.items():
        if small and wanted > min(ITEMS_OF_PAGES):
            continue
        for name, write in (("DOCX", write_docx), ("PDF", write_pdf)):
            times = [_wall(write, _minutes(items, turn)) for turn in range(ROUNDS)]
            row = (times[0], median(times[1:]), max(times[1:]))
            size = len(write(_minutes(items, 0))) / 1024
            figures = [f"{seconds * 1000:.0f}" for seconds in row]
            table.add_row(str(_pages(items)), name, *figures, f"{size:.0f}")
    table.caption = f"to be under {BAR * 1000:.0f} ms at 12 pages; no sheet is written twice"
    console.print(table)


def _minutes(items: int, turn: int) -> Sheet:
    """Minutes with an action column; each turn says something else, for typst remembers what it has set."""
    rows = []
    for number in range(1, items + 1):
        rows.append([[Text(f"{number}.")], [Heading(f"Call handling {turn}.{number}", 2)], []])
        said = [
            Text(SAID * 2 + f"This was said at {turn}.{number}."),
            Text(SAID + f"So was this, {number}.{turn}."),
        ]
        rows.append([[], said, []])
        rows.append([[], [Text(f"DCC to share baseline {turn}.{number}.", lead="ACTION:")], [Text("DCC")]])
    table = SheetTable((8, 76, 16), rows, head=("No.", "Discussion", "Action"))
    return Sheet(f"Assurance Meeting {turn}", [table], marking="OFFICIAL", footer="Wyvern Valley")


def _wall(write: Callable[[Sheet], bytes], sheet: Sheet) -> float:
    before = time.perf_counter()
    write(sheet)
    return time.perf_counter() - before


def _pages(items: int) -> int:
    with pdfium.PdfDocument(write_pdf(_minutes(items, 0))) as document:
        return len(document)
