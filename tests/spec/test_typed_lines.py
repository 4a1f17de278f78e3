"""The manual's table of typed lines is what the page of live minutes says beside them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from answerable.minuting.models import Line
from answerable.workspace.live.showing import Shown
from tests.spec.typed_lines import SECTIONS, Row, page, read

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "reference" / "typed-lines.md"
ROWS = [row for rows in SECTIONS.values() for row in rows]


def told(lines: list[str]) -> list[str]:
    """What stands beside each line."""
    return [
        Shown(Line(text=text, read=pieces), []).facts for text, pieces in zip(lines, read(lines), strict=True)
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.lines[0][:40])
def test_a_line_is_told_to_be_what_it_is(row: Row) -> None:
    assert told(row.lines) == row.told


def test_the_manual_is_printed_from_this() -> None:
    """PRINT_PAGES=1 prints it anew."""
    printed = page(
        {title: [(row.lines, told(row.lines)) for row in rows] for title, rows in SECTIONS.items()}
    )
    if os.environ.get("PRINT_PAGES"):
        MANUAL.write_text(printed, encoding="utf-8")
    assert MANUAL.read_text(encoding="utf-8") == printed
