"""Takes every migration of ours back and on again, the newest first, with data in the tables.

    python -m tests.surviving.migrating [SLICE …]

One that only makes tables is taken back and, with all the others, put on again at the end: what it made was
dropped with its rows, so there is nothing that going on again could keep. Prints JSON: the migrations in the
order in which they were taken back, and each difference found. What both the tables before and the tables
after a step have, rows and columns, must hold the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from typing import Any

Content = dict[str, tuple[list[str], list[dict[str, Any]]]]
"""The columns and rows of each table."""


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    slices = sys.argv[1:] or settings.SLICES
    taken, different = [], []
    plan = MigrationExecutor(connection).loader.graph
    for key in reversed(list(_ours(plan, slices))):
        before = _content(slices)
        taken.append(".".join(key))
        _migrate([(key[0], _parent(plan, key))])
        back = _content(slices)
        different += [f"{taken[-1]} back: {one}" for one in _differences(before, back)]
        if _only_makes(plan.nodes[key]):
            continue
        _migrate([key])
        different += [f"{taken[-1]} on again: {one}" for one in _differences(back, _content(slices))]
        _migrate([(key[0], _parent(plan, key))])
    left = list(_content(slices))
    _migrate([leaf for leaf in plan.leaf_nodes() if leaf[0] in slices])
    sys.stdout.write(json.dumps({"taken": taken, "different": different, "left": left}))


def _ours(graph: Any, slices: Collection[str]) -> Iterator[tuple[str, str]]:
    """The migrations of those slices, each after those that it needs."""
    seen = set()
    for leaf in graph.leaf_nodes():
        for key in graph.forwards_plan(leaf):
            if key not in seen and key[0] in slices:
                yield key
            seen.add(key)


def _only_makes(migration: Any) -> bool:
    """Does it make tables, and touch none that was there before?"""
    from django.db.migrations import CreateModel

    made = {one.name.lower() for one in migration.operations if isinstance(one, CreateModel)}
    others = [one for one in migration.operations if not isinstance(one, CreateModel)]
    return bool(made) and all(getattr(one, "model_name", "").lower() in made for one in others)


def _parent(graph: Any, key: tuple[str, str]) -> str | None:
    """The migration before it in its own slice; None for the first."""
    own = [parent.key[1] for parent in graph.node_map[key].parents if parent.key[0] == key[0]]
    return own[0] if own else None


def _migrate(targets: list[Any]) -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    MigrationExecutor(connection).migrate(targets)


def _content(slices: Collection[str]) -> Content:
    """What the tables of those slices hold."""
    from django.db import connection

    found: Content = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.get_table_list(cursor):
            if table.type != "t" or table.name.split("_")[0] not in slices:
                continue
            cursor.execute(f'SELECT * FROM "{table.name}"')
            columns = [one[0] for one in cursor.description]
            found[table.name] = columns, [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return found


def _differences(one: Content, other: Content) -> Iterator[str]:
    """What tables and columns that are in both hold differently."""
    for table in sorted(one.keys() & other.keys()):
        columns = [name for name in one[table][0] if name in other[table][0]]
        here, there = _rows(one[table][1], columns), _rows(other[table][1], columns)
        if here != there:
            yield f"{table} ({', '.join(columns)}): {len(here)} and {len(there)} rows"


def _rows(rows: list[dict[str, Any]], columns: list[str]) -> list[str]:
    return sorted(repr([row[name] for name in columns]) for row in rows)


if __name__ == "__main__":
    main()
