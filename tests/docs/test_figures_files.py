"""What the reference says of files of figures is what the code does: printed from it, and read back.

``PRINT_PAGES=1`` prints the parts between the marks anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from answerable.core.measures.facts import Frequency
from answerable.core.measures.loading.heads import field_of
from answerable.core.measures.loading.periods import KINDS, period
from answerable.core.measures.loading.police import HEADERS
from answerable.core.measures.loading.shape import FIELDS
from answerable.core.measures.loading.values import read_value
from answerable.core.plans.cells import Cell
from answerable.readers.workbook.limits import FIGURES, MOST_SHEETS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "figures-files.md"
HEADS = {
    "period": ("Month", "Week ending", "Quarter", "Financial year"),
    "measure": ("Measure", "KPI", "Indicator"),
    "place": ("Area", "LPA", "District", "Force"),
    "value": ("Value", "Result", "% satisfied", "Rate"),
    "numerator": ("Numerator", "Answered within 30 seconds", "Satisfied"),
    "denominator": ("Denominator", "Total calls", "Out of"),
    "sample": ("Sample size", "Base", "Respondents"),
    "provisional": ("Provisional?", "Status"),
    "reported": ("Areas reported",),
    "expected": ("Areas expected",),
}
PERIODS = {
    Frequency.WEEK: (
        "w/c 6 May 2024", "w/e 12/05/2024", "week ending 12 May 2024", "week 19 2024", "2024-W19",
        "6 May 2024 to 12 May 2024",
    ),
    Frequency.MONTH: ("May 2024", "May-24", "2024-05", "05/2024", "01/05/2024",
    "45413 (Excel's number of a day)"),
    Frequency.QUARTER: ("Q1 2024/25", "2024/25 Q1", "Apr-Jun 2024", "01/04/2024"),
    Frequency.YEAR: ("2024/25", "2024-25", "FY24/25", "year ending March 2025"),
    Frequency.ROLLING: ("12 months to March 2024", "rolling 12 months to Mar-24", "Mar 2024"),
}  # fmt: skip
MARKS = {
    "[x]": ("[x]", "not available", "not collected", "no survey"),
    "[c]": ("[c]", "suppressed"),
    "[z]": ("[z]", "not applicable"),
    "[u]": ("[u]",),
    "..": ("..", "…"),
    "–": ("-", "–"),
    ":": (":",),
    "*": ("*",),
    "n/a": ("n/a",),
}
MEANING = {
    "[x]": "not available", "[c]": "kept back", "[z]": "not applicable", "[u]": "too unreliable",
    "..": "not available",
    "–": "nothing to report", ":": "not available", "*": "kept back", "n/a": "not available",
}  # fmt: skip


def _table(head: tuple[str, str], rows: list[tuple[str, str]]) -> str:
    return "\n".join(
        [f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| {one} | {two} |" for one, two in rows)]
    )


def _code(texts: tuple[str, ...]) -> str:
    return ", ".join(f"`{text}`" for text in texts)


def printed() -> dict[str, str]:
    """Each part of the page by its mark."""
    periods = [(KINDS[one].removeprefix("a "), _code(texts)) for one, texts in PERIODS.items()]
    marks = [(f"`{mark}`", f"{_code(texts)}: {MEANING[mark]}") for mark, texts in MARKS.items()]
    heads = [(FIELDS[name], ", ".join(texts)) for name, texts in HEADS.items()]
    return {
        "limits": f"A workbook may have {MOST_SHEETS} sheets, of which one is read: {FIGURES.rows:,} rows,"
        f" {FIGURES.cells:,} filled cells and {FIGURES.letters:,} letters.",
        "columns": _table(("What it says", "Heads such as"), heads),
        "periods": _table(("A value to each", "Written"), periods),
        "marks": _table(("Kept as", "Written, and what it means"), marks),
        "police": "\n".join(f"- {kind}: `{','.join(columns)}`" for kind, columns in HEADERS.items()),
    }


def _with_parts(text: str) -> str:
    for mark, part in printed().items():
        text = re.sub(
            rf"<!-- {mark} -->\n.*?(?=\n\n|\Z)",
            lambda _, part=part, mark=mark: f"<!-- {mark} -->\n{part}", text,
            count=1, flags=re.DOTALL,
        )  # fmt: skip
    return text


def test_the_page_says_what_the_code_does() -> None:
    text = PAGE.read_text(encoding="utf-8")
    wanted = _with_parts(text)
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert text == wanted or os.environ.get("PRINT_PAGES")


@pytest.mark.parametrize("name", FIELDS)
def test_heads_that_the_page_names_are_known(name: str) -> None:
    for head in HEADS[name]:
        assert field_of(head) == name, head


@pytest.mark.parametrize("frequency", list(Frequency))
def test_periods_that_the_page_names_are_read_alike(frequency: Frequency) -> None:
    texts = [text.split(" (Excel")[0] for text in PERIODS[frequency]]
    assert len({period(Cell(text), frequency) for text in texts}) == 1


def test_marks_that_the_page_names_are_kept() -> None:
    for mark, texts in MARKS.items():
        assert {read_value(Cell(text)).mark for text in texts} == {mark}
