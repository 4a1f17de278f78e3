"""The labelled minutes in PDF: whole, and with the cells that another program finds in them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from answerable.core.minutes.document import Document
from answerable.readers.pdf import read_pdf
from tests.readers.pdf_views import assert_whole

pytestmark = pytest.mark.corpus

LEAST_EQUAL = 0.95
"""Share of the cells that must be equal to pdfplumber's."""


def _files(corpus: Path) -> list[Path]:
    return [path for path in sorted(corpus.rglob("*.pdf")) if "scan" not in path.name]


def test_every_file_is_read_whole_and_the_same_twice(corpus: Path) -> None:
    for path in _files(corpus):
        data = path.read_bytes()
        document = read_pdf(data, path.name)
        assert_whole(document)
        assert read_pdf(data, path.name) == document


def test_ruled_cells_are_those_that_pdfplumber_finds(corpus: Path) -> None:
    equal = every = 0
    for path in _files(corpus):
        if "-open" in path.name:
            continue
        ours = _cells(read_pdf(path.read_bytes(), path.name))
        with pdfplumber.open(path) as oracle:
            for number, page in enumerate(oracle.pages, 1):
                theirs = [
                    _folded(cell) for table in page.extract_tables() for row in table for cell in row if cell
                ]
                found = Counter(cell for cell in theirs if cell)
                equal += sum((found & ours[number]).values())
                every += sum(found.values())
    assert every > 300
    assert equal >= LEAST_EQUAL * every


def _cells(document: Document) -> dict[int, Counter[str]]:
    """By page, the texts of the cells as far as they stand on that page."""
    texts: dict[tuple[int, int, int, int], str] = {}
    for block in document.blocks:
        if block.cell is None:
            continue
        for line in block.lines:
            assert line.page is not None
            key = (line.page, block.cell.table, block.cell.row, block.cell.column)
            texts[key] = texts.get(key, "") + document.text[line.start : line.end]
    found: dict[int, Counter[str]] = {page: Counter() for page in range(1, (document.pages or 0) + 1)}
    for (page, *_), text in texts.items():
        found[page][_folded(text)] += 1
    return found


def _folded(text: str) -> str:
    """Letters and digits alone: the two programs differ in bullets and blanks."""
    return "".join(character for character in text.casefold() if character.isalnum())


@pytest.mark.needs("tesseract")
def test_the_scan_has_nearly_the_cells_of_the_text(corpus: Path) -> None:
    scans = sorted(corpus.rglob("*-scan.pdf"))
    assert scans
    for scan in scans:
        original = scan.with_name(scan.name.replace("-scan", ""))
        read, right = (read_pdf(path.read_bytes(), path.name) for path in (scan, original))
        assert_whole(read)
        assert _layout(read) == _layout(right)
        missing = Counter(_words(right)) - Counter(_words(read))
        assert missing.total() <= 0.02 * len(_words(right))
        assert _short_cells(read) == _short_cells(right)


def _layout(document: Document) -> set[tuple[int, int, int]]:
    return {(b.cell.table, b.cell.row, b.cell.column) for b in document.blocks if b.cell and b.cell.table}


def _words(document: Document) -> list[str]:
    return [folded for word in document.text.split() if (folded := _folded(word))]


def _short_cells(document: Document) -> list[str]:
    """Numbers and owners, which scans lose first."""
    cells = [document.text[b.start : b.end] for b in document.blocks if b.cell and b.cell.column != 1]
    return [cell.rstrip(".") for cell in cells if len(cell) <= 5]
