"""The manual of words of time is the table that the grammar is tested with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from answerable.core.minutes.dates import long_date
from tests.spec.due_words import NEXT_MEETING, SAID_ON, SECTIONS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "due-words.md"
HEAD = f"""# How words of time are read

Each phrase is said at a meeting on {long_date(SAID_ON)}; the next is on {long_date(NEXT_MEETING)}. The
date is the last day on which it would still be kept. This page is printed from the tests.
"""


def printed() -> str:
    parts = [HEAD]
    for section, rows in SECTIONS.items():
        parts.append(f"\n## {section}\n\n| Words | Last day | Precision |\n|---|---|---|\n")
        for row in rows:
            day = long_date(date.fromisoformat(row.day)) if row.day else "no date"
            parts.append(f"| {row.phrase} | {day} | {row.precision} |\n")
    return "".join(parts)


def test_the_page_is_the_table() -> None:
    assert PAGE.read_text("utf-8") == printed()
