"""Two web nodes and two workers on one PostgreSQL, each a machine of its own, killed under load."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.postgres import MISSING, server_programs
from tools.soaking.network import possible
from tools.soaking.nodes import office, run

KILLS = 10
SEED = 3


def needs_a_network() -> None:
    """Where there can be none the test is skipped, and fails in CI."""
    report = pytest.fail if os.environ.get("CI") else pytest.skip
    if server_programs() is None:
        report(MISSING)
    why = possible()
    if why:
        report(why)


def test_what_was_acknowledged_is_there_once_whoever_is_killed(tmp_path: Path) -> None:
    needs_a_network()
    with office(tmp_path) as made:
        done = run(made, KILLS, random.Random(SEED))
    assert done["wrong"] == [], done
    assert done["errors logged"] == []
    assert sum(done["killed"].values()) == KILLS
    assert min(done["killed"].values()) > 0
    assert done["files sent"] > KILLS
    assert done["saves confirmed"] > 0
    assert done["jobs"]["successful"] >= done["files sent"]
