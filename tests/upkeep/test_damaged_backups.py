"""A hundred damaged backups, a hundred refusals, each before anything is touched and with its reason."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.making import back_up
from answerable.upkeep.backup.place import Place
from answerable.upkeep.backup.restoring import restore
from tests.upkeep.damage import damages, files
from tools.soaking.house import House

DAMAGED = 100
"""As docs/reference/surviving.md says."""
BITS = 20
"""Of an archive, spread over it."""
AT = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)


def quiet(step: str, done: int, total: int) -> None:
    """Tells nobody."""


def place_of(folder: Path) -> Place:
    return Place("sqlite", folder / "answerable.sqlite3", folder / "files")


@pytest.fixture(scope="module")
def backups(template: House, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A backup, and one of the same place before some more was saved."""
    folder = tmp_path_factory.mktemp("backups")
    house = House(folder / "house")
    shutil.copytree(template.folder, house.folder, dirs_exist_ok=True)
    house.python("-m", "tools.soaking.saving", "3", "0")
    older, _ = back_up(place_of(house.folder), folder / "older", at=AT, tell=quiet)
    house.python("-m", "tools.soaking.saving", "5", "0")
    newer, _ = back_up(place_of(house.folder), folder / "newer", at=AT, tell=quiet)
    assert len(files(newer)) > 3
    return newer, older


def test_there_are_a_hundred(tmp_path: Path) -> None:
    assert len({one.name for one in damages(tmp_path)}) == DAMAGED


@pytest.mark.parametrize("number", range(DAMAGED), ids=[one.name for one in damages(Path())])
def test_is_refused(backups: tuple[Path, Path], tmp_path: Path, number: int) -> None:
    whole, older = backups
    damage = damages(older)[number]
    shutil.copytree(whole, tmp_path / "backup")
    damage.do(tmp_path / "backup")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(Refusal) as refused:
        restore(tmp_path / "backup", place_of(empty), tell=quiet)
    assert damage.said in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1
    assert [one for one in empty.rglob("*") if one.is_file()] == [], "nothing was touched"


@pytest.mark.parametrize("number", range(BITS))
def test_a_bit_of_one_file_is_found(backups: tuple[Path, Path], tmp_path: Path, number: int) -> None:
    """Anywhere in the archive, also between its files."""
    archive = packed_from(backups[0], tmp_path)
    data = bytearray(archive.read_bytes())
    place = (number * 2 + 1) * len(data) // 40
    data[place] ^= 1
    archive.write_bytes(data)
    with pytest.raises(Refusal, match=r"damaged|not as it was written|not a whole backup"):
        restore(archive, place_of(tmp_path / "empty"), tell=quiet)


@pytest.mark.parametrize("kept", [0, 1, 511, 512, 10_000, -10_000, -1])
def test_a_cut_archive_is_refused(backups: tuple[Path, Path], tmp_path: Path, kept: int) -> None:
    archive = packed_from(backups[0], tmp_path)
    archive.write_bytes(archive.read_bytes()[:kept])
    with pytest.raises(Refusal, match=r"damaged|not a whole backup"):
        restore(archive, place_of(tmp_path / "empty"), tell=quiet)


def test_the_whole_one_is_restored(backups: tuple[Path, Path], tmp_path: Path) -> None:
    place = place_of(tmp_path / "empty")
    found = restore(packed_from(backups[0], tmp_path), place, tell=quiet)
    assert place.held().tables == found.tables
    assert sum(path.is_file() for path in place.media.rglob("*")) == len(files(backups[0])) - 1


def packed_from(whole: Path, folder: Path) -> Path:
    """The backup as one file."""
    from answerable.upkeep.backup.packed import pack

    return pack(whole, folder / "backup.tar")


@pytest.mark.parametrize("left", ["answerable.sqlite3", "files/originals/ab/abc"])
def test_a_place_in_use_is_refused(backups: tuple[Path, Path], tmp_path: Path, left: str) -> None:
    used = tmp_path / left
    used.parent.mkdir(parents=True, exist_ok=True)
    used.write_text("something")
    with pytest.raises(Refusal, match=r"is in use|holds files"):
        restore(backups[0], place_of(tmp_path), tell=quiet)
    assert used.read_text() == "something"


def test_only_the_expected_backup_is_restored(backups: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not the backup that was expected"):
        restore(backups[0], place_of(tmp_path), tell=quiet, expected="0" * 64)
