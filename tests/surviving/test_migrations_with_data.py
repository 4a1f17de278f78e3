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


def test_a_migration_that_loses_something_is_found(tmp_path: Path) -> None:
    house = House(tmp_path / "house", extra={"DJANGO_SETTINGS_MODULE": "tests.surviving.growing.settings"})
    house.python("-m", "django", "migrate", "--verbosity", "0", "growing")
    done = json.loads(house.python("-m", "tests.surviving.migrating", "growing").stdout)
    assert done["taken"] == ["growing.0003_loses", "growing.0002_note", "growing.0001_first"]
    assert done["different"] == ["growing.0003_loses back: growing_thing (id, name, note): 1 and 1 rows"]
    assert done["left"] == []


def _on_disk() -> set[str]:
    files = Path(CHECKOUT, "src", "answerable").glob("*/migrations/0*.py")
    return {f"{file.parent.parent.name}.{file.stem}" for file in files}
