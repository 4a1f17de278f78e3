"""Every migration goes back and on again on a filled database, and what both versions have is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.houses import DATABASES
from tools.soaking.house import CHECKOUT, House

SAVES = "3"  # so that there are events and originals


@pytest.mark.parametrize("database", DATABASES)
def test_every_migration_keeps_what_both_versions_have(
    database: str, new_house: Callable[[str], House]
) -> None:
    house = new_house(database)
    house.python("-m", "tools.soaking.saving", SAVES, "0")
    done = json.loads(house.python("-m", "tests.surviving.migrating").stdout)
    assert done["different"] == []
    assert done["left"] == [], "taken back to nothing, nothing is left"
    assert set(done["taken"]) == _on_disk()


def _on_disk() -> set[str]:
    files = Path(CHECKOUT, "src", "answerable").glob("*/migrations/0*.py")
    return {f"{file.parent.parent.name}.{file.stem}" for file in files}
