"""What the manual says of plans' spreadsheets is what the rules say; printed anew with PRINT_PAGES=1."""

from __future__ import annotations

import os
import re
from pathlib import Path

from answerable.core.plans.columns import FIELDS, HEADS, field_of
from answerable.core.plans.rows import LONGEST, MOST_PARTS
from answerable.core.plans.values import STATE_WORDS, STATES
from answerable.readers.workbook.limits import MOST_CELLS, MOST_LETTERS, MOST_ROWS, MOST_SHEETS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "plan-spreadsheet.md"

EXAMPLES = {
    "number": ["No.", "Ref", "Action ref", "ID"],
    "objective": ["Objective", "Priority", "Strand", "Theme"],
    "parent": ["Parent", "Part of"],
    "text": ["Action", "Activity", "Task", "Description", "What will we do?"],
    "kind": ["Type", "Level"],
    "owner": ["Owner", "Lead", "Responsible officer", "SRO"],
    "due": ["Due", "Target date", "By when", "Completion date"],
    "state": ["Status", "RAG", "BRAG rating"],
    "progress": ["% complete", "Per cent done", "Progress"],
    "measure": ["Success measure", "KPI", "How we will know"],
    "serves": ["Supports priority", "Links to PCP"],
    "note": ["Latest update", "Comments", "Evidence"],
}
"""Heads of each field, as the page lists them."""


def columns() -> str:
    rows = [f"| {label} | {', '.join(EXAMPLES[name])} |" for name, label in FIELDS.items()]
    return "\n".join(["| What it says | Heads such as |", "|---|---|", *rows])


def states() -> str:
    rows = [
        f"| {words} | {', '.join(word for word, state in STATES.items() if state == name)} |"
        for name, words in STATE_WORDS.items()
    ]
    return "\n".join(["| State | Words for it |", "|---|---|", *rows])


def limits() -> str:
    return (
        f"A workbook may have {MOST_SHEETS:,} sheets; the one that is read {MOST_ROWS:,} rows,"
        f" {MOST_CELLS:,} filled cells and {MOST_LETTERS:,} letters; a plan {MOST_PARTS:,} parts. Words of a"
        f" part may have {LONGEST['text']:,} letters, its number {LONGEST['number']}, its owner and measure"
        f" {LONGEST['owner']}."
    )


def filled(page: str) -> str:
    for name, text in (("limits", limits()), ("columns", columns()), ("states", states())):
        pattern = rf"(<!-- {name} -->)\n.*?(?=\n\n|\Z)"
        page = re.sub(pattern, lambda found, text=text: f"{found[1]}\n{text}", page, flags=re.DOTALL)  # type: ignore[misc]
    return page


def test_the_page_says_what_the_rules_say() -> None:
    page = PAGE.read_text("utf-8")
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(filled(page), "utf-8")
        page = PAGE.read_text("utf-8")
    assert filled(page) == page


def test_each_example_is_known() -> None:
    assert set(EXAMPLES) == set(FIELDS) == {name for name, _ in HEADS}
    for name, heads in EXAMPLES.items():
        assert [field_of(head) for head in heads] == [name] * len(heads)
