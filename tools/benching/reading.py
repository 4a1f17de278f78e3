"""Reading: whole reading of a PDF beside the extraction of its bare text, and how it grows with pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
from generating.files import as_pdf
from generating.records import Maker, Record
from rich.console import Console
from rich.table import Table

from answerable.core.minutes.grammar import read_minutes
from answerable.readers import read
from answerable.readers.child import Child
from answerable.readers.worker import collect_seldom
from benching.measure import Paired, interleaved

BAR, AIM = 2.5, 1.75
ROUNDS = 7
PAGES = (5, 50, 500)
MEETINGS_TO_GAUGE = 8
FEWEST_CHARACTERS = 200
"""A PDF with fewer on its first page has no text layer to speak of: it is read by other means."""


class Row(NamedTuple):
    name: str
    pages: int
    pair: Paired
    reader: float
    """CPU seconds of bytes to blocks, without the grammar."""


def bare_text(data: bytes) -> int:
    """The floor: the text of every page, as pypdfium2 gives it; the number of characters."""
    document = pdfium.PdfDocument(data)
    size = 0
    for page in document:
        text = page.get_textpage()
        size += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return size


def whole(data: bytes, name: str) -> object:
    """Bytes to record."""
    return read_minutes(read(data, name))


def measure(data: bytes, name: str, rounds: int = ROUNDS) -> Row:
    with pdfium.PdfDocument(data) as document:
        pages = len(document)
    pair = interleaved(lambda: bare_text(data), lambda: whole(data, name), rounds)
    reader = interleaved(lambda: bare_text(data), lambda: read(data, name), max(2, rounds // 2))
    return Row(name, pages, pair, reader.whole)


def pdfs(folder: Path) -> Iterator[tuple[str, bytes]]:
    """PDFs with a text layer under a folder."""
    for path in sorted(folder.rglob("*.pdf")):
        data = path.read_bytes()
        with pdfium.PdfDocument(data) as document:
            page = document[0]
            text = page.get_textpage()
            if text.count_chars() >= FEWEST_CHARACTERS:
                yield path.name, data
            text.close()
            page.close()


def generated(pages: int) -> bytes:
    """Minutes of about so many pages: the entries of several generated meetings under one head."""
    one, many = _pages(_minutes_of(1)), _pages(_minutes_of(1 + MEETINGS_TO_GAUGE))
    more = (pages - one) / ((many - one) / MEETINGS_TO_GAUGE)
    return _minutes_of(1 + max(0, round(more)))


def _minutes_of(meetings: int) -> bytes:
    maker = Maker(seed=7).meetings(meetings)
    record = next(maker)
    for other in maker:
        _append(record, other)
    return as_pdf(record)


def _append(record: Record, other: Record) -> None:
    items, entries = len(record["items"]), len(record["entries"])
    chapter = record["items"][-1]["number"].split(".")[0]
    for item in other["items"]:
        first, dot, rest = item["number"].partition(".")
        record["items"].append(item | {"number": f"{int(chapter) + int(first)}{dot}{rest}"})
    record["entries"] += [entry | {"item": entry["item"] + items} for entry in other["entries"]]
    record["actions"] += [action | {"entry": action["entry"] + entries} for action in other["actions"]]


def _pages(data: bytes) -> int:
    with pdfium.PdfDocument(data) as document:
        return len(document)


def report(console: Console, corpus: Path | None, sample: Path) -> None:
    collect_seldom()  # as the process that reads does
    for title, folder in (("corpus", corpus), ("sample archive", sample)):
        rows = [measure(data, name) for name, data in pdfs(folder)] if folder and folder.is_dir() else []
        if rows:
            _print_ratios(console, title, rows)
    _print_growth(console)
    _print_child(console)


def _print_ratios(console: Console, title: str, rows: list[Row]) -> None:
    table = Table(title=f"Whole reading ÷ bare text, CPU: PDFs of the {title}", title_justify="left")
    for head in ("file", "pages", "bare ms", "whole ms", "ms a page", "of it grammar", "ratio"):
        table.add_column(head, justify="left" if head == "file" else "right")
    for row in rows:
        table.add_row(row.name[-48:], str(row.pages), *_figures(row))
    ratio = median(row.pair.ratio for row in rows)
    table.add_section()
    table.add_row("median", "", "", "", "", "", f"{ratio:.2f}")
    table.caption = f"to be at most {BAR}, aim {AIM}"
    console.print(table)


def _figures(row: Row) -> list[str]:
    grammar = max(0.0, row.pair.whole - row.reader) / row.pair.whole
    return [
        f"{row.pair.floor * 1000:.1f}",
        f"{row.pair.whole * 1000:.1f}",
        f"{row.pair.whole * 1000 / row.pages:.1f}",
        f"{grammar:.0%}",
        f"{row.pair.ratio:.2f}",
    ]


def _print_growth(console: Console) -> None:
    table = Table(title="Growth: generated minutes", title_justify="left")
    for head in ("pages", "bare ms a page", "whole ms a page", "of it grammar", "ratio"):
        table.add_column(head, justify="right")
    for pages in PAGES:
        row = measure(generated(pages), "minutes.pdf", rounds=3 if pages <= PAGES[1] else 1)
        figures = _figures(row)
        bare = f"{row.pair.floor * 1000 / row.pages:.2f}"
        table.add_row(str(row.pages), bare, f"{row.pair.whole * 1000 / row.pages:.2f}", *figures[3:])
    console.print(table)


def _print_child(console: Console) -> None:
    """Wall time: starting the child that reads strangers' files, then asking it once it runs."""
    data = b"Assurance Meeting, 4 June 2031\n1. Ferry patrols\nNothing was said.\n"
    with_child = Child()
    try:
        first = _wall(lambda: with_child.read(data, "small.txt"))
        warm = median(_wall(lambda: with_child.read(data, "small.txt")) for _ in range(9))
    finally:
        with_child.close()
    here = median(_wall(lambda: whole(data, "small.txt")) for _ in range(9))
    console.print(
        f"Child process, wall: start and first small file {first * 1000:.0f} ms; "
        f"a small file after that {warm * 1000:.1f} ms, of which reading is {here * 1000:.1f} ms."
    )


def _wall(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before
