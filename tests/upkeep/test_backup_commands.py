"""``answerable backup``, ``restore`` and ``drill`` as somebody types them."""

from __future__ import annotations

import os
import stat
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.houses import DATABASES
from tools.soaking.house import House

NewHouse = Callable[..., House]


@pytest.mark.parametrize("database", DATABASES)
def test_a_drill_compares_and_finds_the_same(database: str, new_house: NewHouse) -> None:
    house = new_house(database)
    house.python("-m", "tools.soaking.saving", "2", "0")
    done = house.answerable("drill")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing differs" in done.stdout
    rows = [line.split("│") for line in done.stdout.splitlines() if line.startswith("│")]
    told = {row[1].strip(): row[-2].strip() for row in rows}
    assert {"topics_topic", "audit_event", "originals, by hash", "last event"} <= told.keys()
    assert set(told.values()) - {""} == {"same"}, done.stdout  # a long line goes on in a row of its own


def test_a_backup_is_made_and_restored_elsewhere(new_house: NewHouse, tmp_path: Path) -> None:
    house, archive = new_house("sqlite"), tmp_path / "backup.tar"
    made = house.answerable("backup", str(archive))
    assert made.returncode == 0, made.stderr
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert "The keys are not in it" in made.stdout
    digest = made.stdout.split("to keep elsewhere: ")[1].split()[0]
    empty = House(tmp_path / "elsewhere")
    restored = empty.answerable("restore", str(archive), "--expect", digest)
    assert restored.returncode == 0, restored.stderr
    assert empty.answerable("migrate").returncode == 0
    again = house.answerable("backup", str(archive))
    assert "never written over another" in again.stderr
    twice = empty.answerable("restore", str(archive))
    assert twice.returncode == 1
    assert "is in use" in twice.stderr


def test_keys_come_along_where_somebody_asks(new_house: NewHouse, tmp_path: Path) -> None:
    house = new_house("sqlite")
    assert house.answerable("backup", str(tmp_path / "b.tar"), "--with-keys").returncode == 0
    with tarfile.open(tmp_path / "b.tar") as archive:
        assert "keys/secret-key" in archive.getnames()
    empty = House(tmp_path / "elsewhere")
    assert empty.answerable("restore", str(tmp_path / "b.tar")).returncode == 0
    key = (empty.folder / "secret-key").read_text()
    assert key == (house.folder / "secret-key").read_text()
    assert stat.S_IMODE(os.stat(empty.folder / "secret-key").st_mode) == 0o600


def test_an_original_that_is_missing_stops_the_backup(new_house: NewHouse, tmp_path: Path) -> None:
    house = new_house("sqlite")
    original = next(path for path in (house.folder / "files").rglob("*") if path.is_file())
    original.unlink()
    done = house.answerable("backup", str(tmp_path / "backup"))
    assert done.returncode == 1
    assert original.name in done.stderr
    assert not (tmp_path / "backup").exists()
    assert [path.name for path in tmp_path.iterdir() if "unfinished" in path.name] == []


@pytest.mark.parametrize("command", [["restore", "nowhere"], ["drill", "nowhere"]])
def test_a_backup_that_is_not_there_is_said(command: list[str], tmp_path: Path) -> None:
    done = House(tmp_path).answerable(*command)
    assert done.returncode == 1
    assert "There is no backup" in done.stderr
    assert "Traceback" not in done.stderr
