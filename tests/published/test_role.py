"""PostgreSQL's role of public pages reads what is published, and nothing else at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql

from answerable.publishing.management.subcommands.role import STATEMENTS
from tests.cluster import Cluster
from tests.houses import cluster
from tests.postgres import USER

__all__ = ["cluster"]
ROLE = "answerable_public"
MAKE = """
    CREATE TABLE public.accounts_user (name text);
    INSERT INTO public.accounts_user VALUES ('Quillfeather');
    CREATE SCHEMA published;
    CREATE TABLE published.published_line (words text);
    INSERT INTO published.published_line VALUES ('Callers waited less.');
"""
REFUSED = {
    "reading the record": "SELECT * FROM public.accounts_user",
    "writing what is published": "INSERT INTO published.published_line VALUES ('A lie.')",
    "changing it": "UPDATE published.published_line SET words = 'A lie.'",
    "emptying it": "TRUNCATE published.published_line",
    "a table of its own": "CREATE TABLE published.mine (words text)",
    "a table for the while": "CREATE TEMPORARY TABLE mine (words text)",
    "a schema of its own": "CREATE SCHEMA mine",
    "a file of the server": "SELECT pg_read_file('/etc/passwd')",
    "a program of the server": "COPY published.published_line TO PROGRAM 'cat'",
    "another role": f"SET ROLE {USER}",
}


@pytest.fixture(scope="module")
def reader(cluster: Cluster) -> Iterator[Any]:
    """A connection of the role, which may write in its transactions if it is let."""
    name = cluster.new_database().split("@/")[1].split("?")[0]
    with psycopg.connect(cluster.dsn(name), autocommit=True) as owner:
        owner.execute(MAKE)
        names = {"role": ROLE, "schema": "published", "database": name}
        for statement in STATEMENTS:
            owner.execute(
                sql.SQL(statement).format(**{one: sql.Identifier(it) for one, it in names.items()})  # type: ignore[arg-type]
            )
        owner.execute("CREATE TABLE published.later (words text)")
        as_role = f"host={cluster.folder} user={ROLE} dbname={name}"
        with psycopg.connect(as_role, autocommit=True) as connection:
            yield connection


def test_it_reads_what_is_published_also_what_comes_later(reader: Any) -> None:
    assert reader.execute("SELECT words FROM published.published_line").fetchall() == [
        ("Callers waited less.",)
    ]
    assert reader.execute("SELECT words FROM published.later").fetchall() == []
    assert reader.execute("SHOW default_transaction_read_only").fetchone() == ("on",)


@pytest.mark.parametrize("what", list(REFUSED))
def test_it_is_refused(reader: Any, what: str) -> None:
    reader.execute("SET default_transaction_read_only = off")  # whoever broke in would begin with that
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        reader.execute(REFUSED[what])
