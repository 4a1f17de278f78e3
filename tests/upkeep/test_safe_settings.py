"""An unsafe database is refused with a sentence that says what to change; the connection itself is asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from answerable.upkeep import asking_sqlite
from tools.soaking.house import House

CHECK = """
import copy, json, sys, django
django.setup()
from django.conf import settings
from django.db import connection
from answerable.core.refusal import Refusal
from answerable.upkeep import asking_postgres
from answerable.upkeep.checks import refuse_unsafe

found, kept = [], copy.deepcopy(connection.settings_dict)
for change in json.load(sys.stdin):
    connection.close()
    connection.settings_dict.clear()
    connection.settings_dict.update(copy.deepcopy(kept))
    exec(change)
    try:
        refuse_unsafe()
    except Refusal as refusal:
        found.append(str(refusal).splitlines())
    else:
        found.append([])
print(json.dumps(found))
"""
"""One process for many settings: to start one takes longer than to ask."""
OPTIONS = "connection.settings_dict['OPTIONS']"
PRAGMAS = "PRAGMA synchronous={}; PRAGMA foreign_keys=ON; PRAGMA mmap_size={};"


def all_said(house: House, changes: list[str]) -> list[list[str]]:
    """The sentences of the refusal under each change of the settings."""
    return list(json.loads(house.python("-c", CHECK, input=json.dumps(changes)).stdout))


def said(house: House, change: str = "") -> list[str]:
    return all_said(house, [change])[0]


def pragmas(synchronous: str = "FULL", mmap: int = 0) -> str:
    return f"{OPTIONS}['init_command'] = {PRAGMAS.format(synchronous, mmap)!r}"


NO_REFERENCES = """
from django.db.backends.sqlite3.base import DatabaseWrapper as Wrapper
Wrapper.init_connection_state = lambda self: self.connection.execute("PRAGMA foreign_keys=OFF")
"""
UNSAFE = [
    (pragmas(synchronous="NORMAL"), "PRAGMA synchronous=FULL"),
    (pragmas(synchronous="OFF"), "PRAGMA synchronous=FULL"),
    (pragmas(mmap=1_000_000), "PRAGMA mmap_size=0"),
    (f"{OPTIONS}['timeout'] = 4", "set timeout to 5 or more"),
    (f"{OPTIONS}['transaction_mode'] = 'DEFERRED'", "set transaction_mode to IMMEDIATE"),
    (f"{OPTIONS}.pop('transaction_mode')", "set transaction_mode to IMMEDIATE"),
    (f"{OPTIONS}['init_command'] += 'PRAGMA journal_mode=MEMORY'", "take PRAGMA journal_mode out"),
    (NO_REFERENCES, "PRAGMA foreign_keys=ON"),
]


def test_our_own_settings_are_safe_and_unsafe_ones_are_refused(tmp_path: Path) -> None:
    own, *found = all_said(House(tmp_path), ["", *(change for change, _ in UNSAFE)])
    assert own == []
    for sentences, (change, what) in zip(found, UNSAFE, strict=True):
        assert [what in one for one in sentences] == [True], (change, sentences)


def test_a_wal_database_is_refused_by_an_old_library_and_told_how_to_change(tmp_path: Path) -> None:
    house = House(tmp_path)
    file = tmp_path / "answerable.sqlite3"
    sqlite3.connect(file).execute("PRAGMA journal_mode=WAL")
    found = said(house)
    if sqlite3.sqlite_version_info >= asking_sqlite.WAL_MENDED:
        assert found == []
        return
    (sentence,) = found
    assert "WAL" in sentence
    program = sentence.split('python -c "')[1].removesuffix('"')
    house.python("-c", program)  # what it says to run, run
    assert said(house) == []


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 52, 0)])
def test_a_mended_library_may_use_wal(version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert asking_sqlite._journal("wal", Path("answerable.sqlite3")) == ""


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/srv/data/a.sqlite3", "nfs4"), ("/srv/database/a.sqlite3", "ext4"), ("/a b/x", "cifs")],
)
def test_a_network_file_system_is_known(path: str, kind: str, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/x /srv/data nfs4 rw 0 0\n//server/x /a\\040b cifs rw 0 0\n"
    )
    assert asking_sqlite.file_system(Path(path), mounts) == kind
    assert asking_sqlite.file_system(Path(path), tmp_path / "none") == ""


def test_a_database_on_a_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking_sqlite, "file_system", lambda _: "nfs4")
    assert "set ANSWERABLE_DATA to a folder on a disk of this machine" in asking_sqlite._place(Path("x"))


SERVER = [
    ("synchronous_commit", "synchronous_commit = on"),
    ("fsync", "fsync = on"),
    ("full_page_writes", "full_page_writes = on"),
]
OFF = "asking_postgres.WHY = {{'{0}': sentences['{0}']}}; asking_postgres.SHOW = \"SELECT 'off' -- {{}}\""


def test_an_unsafe_server_is_refused(new_house: Callable[..., House]) -> None:
    """The server says what it is set to; here it says "off" to one question after the other."""
    changes = [
        "sentences = dict(asking_postgres.WHY)",
        *(OFF.format(name) for name, _ in SERVER),
        "asking_postgres.WHY = {}; connection.settings_dict['CONN_HEALTH_CHECKS'] = False",
    ]
    own, *found = all_said(new_house("postgresql"), changes)
    assert own == []
    wanted = [*(what for _, what in SERVER), "set CONN_HEALTH_CHECKS to True"]
    for sentences, what in zip(found, wanted, strict=True):
        assert [what in one for one in sentences] == [True], (what, sentences)


def test_databases_of_tests_may_be_unsafe(tmp_path: Path) -> None:
    house = House(tmp_path, extra={"UNSAFE_DATABASE": "on"})
    assert said(house, pragmas(synchronous="OFF")) == []


def test_a_server_that_does_not_answer_is_no_unsafe_one(tmp_path: Path) -> None:
    house = House(tmp_path, f"postgres://nobody@/none?host={tmp_path}")
    (sentence,) = said(house)
    assert sentence.startswith("The database cannot be reached: ")


@pytest.mark.parametrize("command", [["import", "."], ["serve"], ["migrate"]])
def test_commands_refuse_to_start(command: list[str], tmp_path: Path) -> None:
    house = House(tmp_path)
    sqlite3.connect(tmp_path / "answerable.sqlite3").execute("PRAGMA journal_mode=WAL")
    if sqlite3.sqlite_version_info >= asking_sqlite.WAL_MENDED:
        pytest.skip("this SQLite may use WAL")
    done = house.answerable(*command)
    assert done.returncode == 1
    assert "is in WAL mode" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_web_server_refuses_to_start(tmp_path: Path) -> None:
    house = House(tmp_path)
    sqlite3.connect(tmp_path / "answerable.sqlite3").execute("PRAGMA journal_mode=WAL")
    if sqlite3.sqlite_version_info >= asking_sqlite.WAL_MENDED:
        pytest.skip("this SQLite may use WAL")
    done = house.python("-m", "gunicorn", "answerable.config.wsgi", "--bind", "127.0.0.1:0", check=False)
    assert done.returncode == 3, "gunicorn does not try again"
    assert "is in WAL mode" in done.stderr
    assert "Traceback" not in done.stderr
