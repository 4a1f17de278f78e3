"""On PostgreSQL no byte of what was withdrawn is in the database's files once it was purged."""

from __future__ import annotations

from pathlib import Path

import psycopg

from tests.cluster import Cluster
from tests.houses import cluster
from tools.soaking.house import House

__all__ = ["cluster"]

WORD = b"quillfeath"
"""As a page has it, and as the search has it: without its ending."""
PUBLISH = """
import django
django.setup()
from tests.core.publication import contents
from tests.public.given import meeting, office, taken, topic
lines = [contents.entry(at, None, "note", f"Quillfeather {at} was thanked.") for at in range(1, 9)]
taken(office(), meeting(entries=lines, actions=[], promises=[]))
taken(topic("thanks", f"{contents.PATH}#entry-1", name="Quillfeather"))
"""
WITHDRAW = """
import django
django.setup()
from tests.core.publication import contents
from tests.public.given import OFFICE, taken
taken(withdrawn=(contents.PATH, f"{OFFICE}/topics/thanks"))
"""


def test_no_byte_of_it_is_left(cluster: Cluster, tmp_path: Path) -> None:
    """Also not in what the planner noted of a column's values, which PostgreSQL does on its own."""
    url = cluster.new_database()
    house, dsn = House(tmp_path / "house", url), cluster.dsn(url.split("@/")[1].split("?")[0])
    assert house.answerable("migrate").returncode == 0
    house.python("-c", PUBLISH)
    with psycopg.connect(dsn, autocommit=True) as owner:
        owner.execute("ANALYZE")
        assert "pg_statistic" in holding(cluster, owner)
        house.python("-c", WITHDRAW)
        assert holding(cluster, owner) >= {"published_line", "pg_statistic"}
        done = house.answerable("publications", "purge")
        assert (done.returncode, holding(cluster, owner)) == (0, set()), done.stderr


def holding(cluster: Cluster, owner: psycopg.Connection) -> set[str]:
    """The tables and indexes that have the word in their files on the disk."""
    owner.execute("CHECKPOINT")
    base = owner.execute(
        "SELECT 'base/' || oid FROM pg_database WHERE datname = current_database()"
    ).fetchone()
    names = dict(owner.execute("SELECT pg_relation_filenode(oid), relname FROM pg_class").fetchall())
    assert base
    found = set()
    for file in (cluster.data / base[0]).iterdir():
        if WORD in file.read_bytes().lower():
            node = file.name.partition("_")[0].partition(".")[0]
            found.add(names.get(int(node), file.name))
    return found
