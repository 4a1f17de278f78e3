"""The table of ASVS in the manual: each requirement has its row, each test is there, reasons are given."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.asvs.requirements import LEVEL_1, LEVEL_2

CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = CHECKOUT / "docs" / "reference" / "asvs.md"
MET, OTHERWISE, NOT_HERE, NOT_MET = "met", "met by another way", "does not apply", "not met"
STATES = (MET, OTHERWISE, NOT_HERE, NOT_MET)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
LINK = re.compile(r"\]\(([^)]+)\)")
A_REASON = 40  # letters: shorter ones say nothing
COLUMNS = 5

Row = tuple[str, str, str, str, str]


@cache
def rows() -> list[Row]:
    """Number, level, what it asks, state, why."""
    found = []
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if re.fullmatch(r"\d+\.\d+\.\d+", cells[0]):
            assert len(cells) == COLUMNS, line
            found.append((cells[0], cells[1], cells[2], cells[3], cells[4]))
    return found


@cache
def names_in(path: str) -> set[str]:
    tree = ast.parse((CHECKOUT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_each_requirement_has_one_row() -> None:
    assert len(LEVEL_1) == 70
    assert Counter(row[0] for row in rows() if row[1] == "1") == Counter(LEVEL_1)
    assert Counter(row[0] for row in rows() if row[1] == "2") == Counter(LEVEL_2)
    assert {row[1] for row in rows()} == {"1", "2"}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_row_says_what_shows_it_or_why_not(row: Row) -> None:
    number, _, asks, state, why = row
    assert asks, number
    assert state in STATES, number
    words = TEST.sub("", why).strip(" ,")
    if state in (MET, OTHERWISE):
        assert TEST.search(why) or LINK.search(why), f"{number}: nothing shows it"
    if state != MET:
        assert len(words) > A_REASON, f"{number}: no reason"
    if state == NOT_MET:
        assert "Needed:" in why, f"{number}: what would be needed?"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_what_a_row_names_is_there(row: Row) -> None:
    for path, name in TEST.findall(row[4]):
        assert (CHECKOUT / path).is_file(), f"{row[0]}: {path}"
        assert name.startswith("test_"), f"{row[0]}: {name}"
        assert name in names_in(path), f"{row[0]}: {path} has no {name}"
    assert row[4].count("::") == len(TEST.findall(row[4])), f"{row[0]}: a name that cannot be read"


def test_the_sums_are_right() -> None:
    page = PAGE.read_text("utf-8")
    for state in STATES:
        counts = [sum(row[3] == state and row[1] == level for row in rows()) for level in ("1", "2")]
        assert f"| {state} | {counts[0]} | {counts[1]} |" in page
    assert f"| together | {len(LEVEL_1)} | {len(LEVEL_2)} |" in page
