"""The manual's page of figures names the classes that are counted."""

from __future__ import annotations

import os
from pathlib import Path

from answerable.core.actions.outcomes import LETTERS, NAMES, RULES, Outcome

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "accountability-figures.md"
START, END = "<!-- printed: start -->\n", "<!-- printed: end -->"


def table() -> str:
    rows = [f"| {LETTERS[one]} | {NAMES[one]} | {RULES[one]} |" for one in Outcome]
    return "\n".join(["| | Class | Rule |", "|---|---|---|", *rows]) + "\n"


def test_the_classes_are_those_of_the_code() -> None:
    text = PAGE.read_text("utf-8")
    before, rest = text.split(START)
    printed, after = rest.split(END)
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(before + START + table() + END + after, "utf-8")
        return
    assert printed == table()
