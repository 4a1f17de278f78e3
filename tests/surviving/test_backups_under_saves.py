"""Backups while a real process saves five times a second: each is whole, of one moment, and restores."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from answerable.upkeep.backup import sqlite
from answerable.upkeep.backup.making import back_up
from answerable.upkeep.backup.place import Place
from answerable.upkeep.backup.restoring import restore
from tests.cluster import Cluster, running
from tests.houses import DATABASES
from tests.postgres import FAST
from tools.soaking.house import CHECKOUT, House
from tools.soaking.saving import OPERATION

BACKUPS = 20
"""On each database, as docs/reference/surviving.md says."""
BETWEEN = 0.2  # seconds from one save to the next: five a second
LONGEST = 2000  # saves, should the machine be slow: the writer is stopped before
SAVED = "SELECT count(*) FROM documents_document WHERE read_with = 'soaking'"
EVENTS = f"SELECT count(*) FROM audit_event WHERE operation = '{OPERATION}'"


class Writer:
    """The process that saves; ``confirmed`` is the number of its last confirmed save."""

    def __init__(self, house: House) -> None:
        self.confirmed = 0
        command = [sys.executable, "-m", "tools.soaking.saving", str(LONGEST), str(BETWEEN)]
        self.process = subprocess.Popen(
            command, cwd=CHECKOUT, env=house.environment, stdout=subprocess.PIPE, text=True
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.confirmed = int(line)

    def wait(self, saves: int) -> None:
        wanted = self.confirmed + saves
        while self.confirmed < wanted:
            assert self.process.poll() is None, "the writer ended"
            threading.Event().wait(0.01)


@contextmanager
def writing(house: House) -> Iterator[Writer]:
    writer = Writer(house)
    try:
        writer.wait(1)
        yield writer
        assert writer.process.poll() is None, "it saved all the time"
    finally:
        writer.process.kill()
        writer.process.wait()


def quiet(step: str, done: int, total: int) -> None:
    """Tells nobody."""


def place_of(house: House, cluster: Cluster | None) -> Place:
    media = house.folder / "files"
    if cluster is None:
        return Place("sqlite", house.folder / "answerable.sqlite3", media)
    name = house.database_url.split("@/")[1].split("?")[0]
    return Place("postgresql", conninfo_to_dict(cluster.dsn(name)), media)


def count(place: Place, query: str) -> int:
    if place.kind == "postgresql":
        with psycopg.connect(**place.database) as server:
            row: Any = server.execute(query).fetchone()
    else:
        file = sqlite._open(place.database)
        row = file.execute(query).fetchone()
        file.close()
    return int(row[0])


@pytest.fixture
def quick_cluster(cluster: Cluster) -> Iterator[Cluster]:
    """Where backups are restored to: what is thrown away need not wait for the disk."""
    del cluster  # it says what is missing where nothing can be started
    with running(None, *FAST) as found:
        yield found


@pytest.mark.parametrize("database", DATABASES)
def test_twenty_backups_under_saves_are_each_of_one_moment(
    database: str, new_house: Callable[..., House], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    house = new_house(database)
    on_server = database == "postgresql"
    place = place_of(house, request.getfixturevalue("cluster") if on_server else None)
    cluster = request.getfixturevalue("quick_cluster") if on_server else None
    held = []
    with writing(house) as writer:
        for number in range(BACKUPS):
            before = writer.confirmed
            made, _ = back_up(place, tmp_path / f"{number}", at=datetime.now(UTC), tell=quiet)
            url = cluster.new_database() if cluster else ""
            empty = place_of(House(tmp_path / f"restored-{number}", url), cluster)
            restore(made, empty, tell=quiet)  # refuses where rows, originals or the last event differ
            saves = count(empty, SAVED)
            assert saves == count(empty, EVENTS), "a save and its event come together"
            assert saves >= before, "what was confirmed before the backup began is in it"
            held.append(saves)
            writer.wait(1)
    assert len(set(held)) > BACKUPS // 2, "there were saves all the time"
