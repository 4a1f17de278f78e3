"""The public store's file: read-only for public pages, and without what was withdrawn."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from answerable.config.public_store import FILE, public_store

WORKING: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": "answerable.sqlite3",
    "OPTIONS": {"init_command": "PRAGMA synchronous=FULL;"},
}
POSTGRES: dict[str, Any] = {
    "ENGINE": "django.db.backends.postgresql", "NAME": "answerable", "USER": "owner",
    "OPTIONS": {"sslmode": "require", "options": "-c statement_timeout=9000"},
}  # fmt: skip
READER = "postgres://reader:secret@db.example/answerable?sslmode=verify-full"


def opened(settings: dict[str, Any]) -> sqlite3.Connection:
    """As Django opens it."""
    connection = sqlite3.connect(settings["NAME"], uri=True, isolation_level=None)
    connection.executescript(settings["OPTIONS"]["init_command"])
    return connection


@pytest.fixture
def store(tmp_path: Path) -> dict[str, dict[str, Any]]:
    made = public_store(WORKING, tmp_path, "")
    with closing(opened(made["published"])) as writer:
        writer.execute("CREATE TABLE line (words TEXT, content BLOB)")
        writer.execute("INSERT INTO line VALUES ('Callers waited less.', ?)", [b"Kestrelwind " * 4000])
    return made


def test_public_pages_cannot_write_it(store: dict[str, dict[str, Any]]) -> None:
    with closing(opened(store["public"])) as reader:
        assert reader.execute("SELECT words FROM line").fetchall() == [("Callers waited less.",)]
        reader.execute("PRAGMA query_only=OFF")  # whoever broke in would begin with that
        for statement in ("DELETE FROM line", "CREATE TABLE mine (words TEXT)", "PRAGMA user_version=3"):
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                reader.execute(statement)


def test_public_pages_do_not_make_it(tmp_path: Path) -> None:
    made = public_store(WORKING, tmp_path, "")
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        opened(made["public"])
    assert not (tmp_path / FILE).exists()


def test_what_is_withdrawn_is_not_in_the_file(store: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    assert b"Kestrelwind" in (tmp_path / FILE).read_bytes()
    with closing(opened(store["published"])) as writer:
        writer.execute("UPDATE line SET content = x''")
    assert b"Kestrelwind" not in (tmp_path / FILE).read_bytes()
    assert not list(tmp_path.glob("*-journal"))


def test_after_a_crash_the_writer_mends_it_before_public_pages_read(
    store: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    """A journal that a dead process left can be undone by a writer only."""
    copy = tmp_path / "crashed"
    copy.mkdir()
    with closing(opened(store["published"])) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.executemany("INSERT INTO line VALUES ('Half done.', ?)", [[b"x" * 9000] for _ in range(50)])
        for one in (FILE, f"{FILE}-journal"):
            (copy / one).write_bytes((tmp_path / one).read_bytes())
        writer.execute("ROLLBACK")
    made = public_store(WORKING, copy, "")
    with closing(opened(made["published"])) as writer:
        assert writer.execute("SELECT count(*) FROM line").fetchone() == (1,)
    with closing(opened(made["public"])) as reader:
        assert reader.execute("SELECT count(*) FROM line").fetchone() == (1,)


def test_on_postgresql_both_look_into_the_schema_and_keep_what_was_set() -> None:
    made = public_store(POSTGRES, Path("/nowhere"), "")
    assert made["published"]["OPTIONS"] == {
        "sslmode": "require", "options": "-c statement_timeout=9000 -c search_path=published",
    }  # fmt: skip
    assert made["public"]["OPTIONS"]["options"] == (
        "-c statement_timeout=9000 -c search_path=published -c default_transaction_read_only=on"
    )


def test_on_postgresql_public_pages_read_as_a_role_of_their_own() -> None:
    made = public_store(POSTGRES, Path("/nowhere"), READER)
    assert (made["published"]["USER"], made["public"]["USER"]) == ("owner", "reader")
    assert made["public"]["HOST"] == "db.example"
    assert made["public"]["OPTIONS"] == {
        "sslmode": "verify-full", "options": "-c search_path=published -c default_transaction_read_only=on",
    }  # fmt: skip


def test_a_public_site_alone_needs_no_url_of_the_record() -> None:
    made = public_store(WORKING, Path("/nowhere"), READER)
    assert made["public"]["USER"] == "reader"
    assert made["published"]["ENGINE"].endswith("dummy")
