"""Takes every migration of ours back and on again, the newest first, with data in the tables.

    python -m tests.surviving.migrating

Prints JSON: the migrations in the order in which they were taken back, and each difference found. What both
the tables before and the tables after a step have, rows and columns, must hold the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from typing import Any

OLD = ["about_type", "about_id", "summary", "details"]
NEW = ["about", "salt", "content", "content_hash", "before", "hash"]
REWRITTEN = {"audit.0003_link_events": {"audit_event": [*OLD, *NEW]}}
"""Columns that a migration says it fills from others, in either direction."""
SAME_AGAIN = {"about", "content"}
"""Those among them that must be as they were after back and on again; the others are drawn or left empty."""

Content = dict[str, tuple[list[str], list[dict[str, Any]]]]
"""The columns and rows of each table."""


def main() -> None:
    import django

    django.setup()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    taken, different = [], []
    plan = MigrationExecutor(connection).loader.graph
    for key in reversed(list(_ours(plan))):
        before = _content()
        taken.append(".".join(key))
        _migrate([(key[0], _parent(plan, key))])
        back = _content()
        rewritten = REWRITTEN.get(taken[-1], {})
        different += [f"{taken[-1]} back: {one}" for one in _differences(before, back, rewritten)]
        _migrate([key])
        again = _content()
        different += [f"{taken[-1]} on again: {one}" for one in _differences(back, again, rewritten)]
        kept = {table: before[table] for table in rewritten}
        drawn = {table: set(columns) - SAME_AGAIN for table, columns in rewritten.items()}
        different += [f"{taken[-1]} both ways: {one}" for one in _differences(kept, again, drawn)]
        _migrate([(key[0], _parent(plan, key))])
    left = [name for name in _content() if name != "django_migrations" and _is_ours(name)]
    _migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
    sys.stdout.write(json.dumps({"taken": taken, "different": different, "left": left}))


def _ours(graph: Any) -> Iterator[tuple[str, str]]:
    """Our own migrations, each after those that it needs."""
    from django.apps import apps

    seen = set()
    for leaf in graph.leaf_nodes():
        for key in graph.forwards_plan(leaf):
            if key not in seen and apps.get_app_config(key[0]).name.startswith("answerable."):
                yield key
            seen.add(key)


def _is_ours(table: str) -> bool:
    from django.conf import settings

    return table.split("_")[0] in settings.SLICES


def _parent(graph: Any, key: tuple[str, str]) -> str | None:
    """The migration before it in its own slice; None for the first."""
    own = [parent.key[1] for parent in graph.node_map[key].parents if parent.key[0] == key[0]]
    return own[0] if own else None


def _migrate(targets: list[Any]) -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    MigrationExecutor(connection).migrate(targets)


def _content() -> Content:
    from django.db import connection

    found: Content = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.get_table_list(cursor):
            if table.type != "t" or table.name.startswith("sqlite_") or table.name == "django_migrations":
                continue
            cursor.execute(f'SELECT * FROM "{table.name}"')
            columns = [one[0] for one in cursor.description]
            found[table.name] = columns, [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return found


def _differences(one: Content, other: Content, but: Mapping[str, Collection[str]]) -> Iterator[str]:
    """What tables and columns that are in both hold differently, some columns of some tables left out."""
    for table in sorted(one.keys() & other.keys()):
        if not _is_ours(table):
            continue
        both = [name for name in one[table][0] if name in other[table][0]]
        columns = [name for name in both if name not in but.get(table, ())]
        here, there = _rows(one[table][1], columns), _rows(other[table][1], columns)
        if here != there:
            yield f"{table} ({', '.join(columns)}): {len(here)} and {len(there)} rows"


def _rows(rows: list[dict[str, Any]], columns: list[str]) -> list[str]:
    return sorted(repr([row[name] for name in columns]) for row in rows)


if __name__ == "__main__":
    main()
