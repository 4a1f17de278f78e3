"""The table of warnings is complete, and the page in the documentation is the table."""

from __future__ import annotations

import re
from pathlib import Path

from answerable.core.minutes.warnings import CODES

CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = CHECKOUT / "docs" / "reference" / "warnings.md"
FOLDERS = ("core", "readers", "intake")
RAISED = re.compile(
    r"(?:Notice\(|yield |append\(\s*\(|\[\(|told\(|_told = |LOST = |\"code\": )"
    r"\s*\(?\s*\"([a-z]+(?:-[a-z]+)+)\""
)
HEAD = """# Warnings

The reader reports and a person decides: what disagrees with itself is kept as printed, what was repaired is
named. Each warning has a code that does not change, a sentence about the very case, and its place.

| Code | What it is | What it means | What to do |
|---|---|---|---|
"""


def printed() -> str:
    rows = [f"| `{code}` | {one.title} | {one.meaning} | {one.advice} |\n" for code, one in CODES.items()]
    return HEAD + "".join(rows)


def test_nothing_warns_with_a_code_that_the_table_does_not_have() -> None:
    source = "".join(
        path.read_text("utf-8")
        for folder in FOLDERS
        for path in (CHECKOUT / "src" / "answerable" / folder).rglob("*.py")
    )
    raised = set(RAISED.findall(source))
    assert {"owner-missing", "number-repeated"} <= raised
    assert raised - set(CODES) == set()


def test_every_code_is_used() -> None:
    source = "".join(
        path.read_text("utf-8")
        for folder in FOLDERS
        for path in (CHECKOUT / "src" / "answerable" / folder).rglob("*.py")
        if path.name != "warnings.py"
    )
    assert [code for code in CODES if f'"{code}"' not in source] == []


def test_the_page_is_the_table() -> None:
    assert PAGE.read_text("utf-8") == printed()
