"""What the manual says of section 55 and of the states is what the rules say; printed with PRINT_PAGES=1."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from answerable.core.inspections.duty import response_due
from answerable.core.inspections.states import STATES, STEPS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "section-55.md"
EXAMPLES = ("2025-01-23", "2024-01-05", "2026-11-06")
SIDES = {"force": "the force", "office": "the office"}


def words(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def days() -> str:
    rows = ["| Published: the first day | The 56th day: the last in time |", "|---|---|"]
    for text in EXAMPLES:
        day = dt.date.fromisoformat(text)
        rows.append(f"| {words(day)} | {words(response_due(day))} |")
    return "\n".join(rows)


def steps() -> str:
    rows = ["| Step | Who | From | To | Said with it |", "|---|---|---|---|---|"]
    for one in STEPS:
        begins = ", ".join(label.lower() for key, label in STATES.items() if key in one.begins)
        asks = one.asks[:1].lower() + one.asks[1:]
        rows.append(f"| {one.label} | {SIDES[one.side]} | {begins} | {STATES[one.to].lower()} | {asks} |")
    return "\n".join(rows)


def printed(text: str) -> str:
    for name, table in (("days", days()), ("steps", steps())):
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = marks.sub(rf"\g<1>{table}\n\g<2>", text)
    return text


def test_the_tables_are_those_of_the_rules() -> None:
    held = PAGE.read_text("utf-8")
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(held := printed(held), "utf-8")
    assert held == printed(held)
    assert held.count("|---|---|") >= 3
