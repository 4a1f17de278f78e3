"""docs/reference/surviving.md counts what the tests do."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.running.test_nodes import KILLS as NODES_KILLED
from tests.surviving.test_backups_under_saves import BACKUPS
from tests.surviving.test_kill import KILLS
from tests.surviving.test_postgres_restarts import RESTARTS
from tests.surviving.test_races import AT_ONCE, EDITS, KINDS
from tests.upkeep.damage import damages
from tests.upkeep.test_damaged_backups import BITS, DAMAGED

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "surviving.md").read_text("utf-8")
ATTACKS, DAMAGES = (
    [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line[:2] == "| "]
    for part in PAGE.split("## Damaged backups")
)


def times(beginning: str) -> int:
    """How often the table says that an attack is made."""
    (row,) = [row for row in ATTACKS if row[0].startswith(beginning)]
    return int(row[2].split()[0])


def test_attacks_are_counted_as_the_tests_make_them() -> None:
    assert times("`kill -9`") == KILLS
    assert times("PostgreSQL stopped") == RESTARTS
    assert times("A backup while") == BACKUPS
    assert times("A damaged backup") == DAMAGED
    assert times("One bit of") == BITS
    assert times("Two web nodes") == NODES_KILLED
    assert times("Four people edit") == EDITS
    assert times("The same form") == times("Different things") == AT_ONCE
    assert f"of each of {len(KINDS)} kinds" in PAGE


def test_damages_are_counted_as_the_tests_make_them() -> None:
    kinds = Counter(re.sub(r" \d+$", "", one.name) for one in damages(Path()))
    told = {row[0]: int(row[1]) for row in DAMAGES if row[1].isdigit()}
    assert told == {f"{kind[0].upper()}{kind[1:]}": count for kind, count in kinds.items()}
    assert sum(told.values()) == DAMAGED
