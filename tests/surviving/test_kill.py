"""``kill -9`` of all web workers while people save: what was confirmed is there, nothing is half there."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.houses import DATABASES
from tools.soaking.house import House
from tools.soaking.kill import run

KILLS = 50
"""On each database, as docs/reference/surviving.md says; ``make soak`` kills a thousand times."""


@pytest.mark.parametrize("database", DATABASES)
def test_killed_fifty_times_nothing_confirmed_is_lost(
    database: str, new_house: Callable[[str], House]
) -> None:
    done = run(new_house(database), KILLS, random.Random(7))
    assert done["wrong"] == []
    assert done["workers"] >= KILLS
    assert done["confirmed"] >= KILLS
    assert 500 not in done["statuses"]
