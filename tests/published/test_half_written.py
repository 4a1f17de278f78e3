"""Public pages go on after whoever wrote the public store was killed in the middle of it."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from answerable.config.public_store import FILE, public_store
from answerable.published.half_written import of_a_whole_file

WORKING: dict[str, Any] = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": {"init_command": ""}}
DIES = """
import os, signal, sqlite3, sys
opened = sqlite3.connect(sys.argv[1], isolation_level=None)
opened.execute("PRAGMA cache_size=2")  # what does not fit is written before it is committed
opened.execute("BEGIN")
opened.execute("UPDATE line SET words = 'half', content = randomblob(4000)")
os.kill(os.getpid(), signal.SIGKILL)
"""
SAYS = "SELECT words, count(*) FROM line GROUP BY words"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store whose writer was killed after it had changed some of the file."""
    made = tmp_path / FILE
    with closing(sqlite3.connect(made, isolation_level=None)) as writer:
        writer.execute("CREATE TABLE line (words TEXT, content BLOB)")
        writer.executemany("INSERT INTO line VALUES ('whole', ?)", [[b"x" * 4000]] * 50)
    died = subprocess.run([sys.executable, "-c", DIES, str(made)], check=False)
    assert died.returncode == -signal.SIGKILL
    assert Path(f"{made}-journal").stat().st_size
    return made


@pytest.fixture
def reader(file: Path, django_db_blocker: Any) -> Iterator[BaseDatabaseWrapper]:
    """As public pages read it."""
    stores = ConnectionHandler({"default": {}, **public_store(WORKING, file.parent, "")})
    with django_db_blocker.unblock():
        yield stores["public"]
        stores.close_all()


def said(reader: BaseDatabaseWrapper) -> list[tuple[str, int]]:
    with reader.cursor() as cursor:
        cursor.execute(SAYS)
        return list(cursor.fetchall())


def test_what_was_begun_is_taken_back_and_nobody_is_refused(reader: BaseDatabaseWrapper) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        said(reader)
    assert of_a_whole_file(reader, lambda: said(reader)) == [("whole", 50)]
    assert said(reader) == [("whole", 50)]


def test_the_connection_still_cannot_write(reader: BaseDatabaseWrapper) -> None:
    of_a_whole_file(reader, lambda: said(reader))
    with pytest.raises(OperationalError, match="readonly"), reader.cursor() as cursor:
        cursor.execute("DELETE FROM line")


def test_another_fault_is_not_hidden(reader: BaseDatabaseWrapper) -> None:
    def ask() -> None:
        with reader.cursor() as cursor:
            cursor.execute("SELECT * FROM letters")

    of_a_whole_file(reader, lambda: said(reader))
    with pytest.raises(OperationalError, match="no such table"):
        of_a_whole_file(reader, ask)
