"""The public site without the record behind it: with its tables emptied, and with no database at all."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tools.soaking.house import House


def asked(house: House) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(house.python("-m", "tests.published.alone", "ask").stdout)
    return found


def test_it_answers_the_same_bytes_without_the_record(data_folder: Path, tmp_path: Path) -> None:
    house = House(data_folder)
    record, empty = house.folder / "answerable.sqlite3", tmp_path / "empty.sqlite3"
    assert house.answerable("migrate").returncode == 0
    shutil.copy(record, empty)
    house.python("-m", "tests.published.alone", "fill")
    whole = asked(house)
    assert len(whole) > 20
    assert {path: status for path, (status, *_) in whole.items() if status != 200} == {}

    shutil.copy(empty, record)
    assert asked(house) == whole, "every working table is empty"

    record.unlink()
    shutil.rmtree(house.folder / "files", ignore_errors=True)
    alone = House(house.folder, extra={"PUBLIC_ONLY": "on"})
    assert asked(alone) == whole, "there is no record at all"
    assert not record.exists()
    assert sorted(one.name for one in house.folder.glob("*.sqlite3")) == ["published.sqlite3"]
