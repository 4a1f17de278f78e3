"""Writing the public store's tables anew, so that no byte of what was withdrawn is left in its files.

SQLite overwrites what is deleted at once (``secure_delete``). PostgreSQL leaves it where it was until a table
is written anew, so the worker does that after each withdrawal; pages wait for some seconds meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from django.apps import apps
from django.db import connections
from django.db.models import Max

from answerable.published.models import Snapshot
from answerable.published.router import STORE

ON_SQLITE = ("VACUUM",)
NOTED = "VACUUM FULL pg_catalog.pg_statistic"

log = structlog.get_logger("answerable.published")


def purge() -> None:
    """Outside of any transaction."""
    connection = connections[STORE]
    with connection.cursor() as cursor:
        for statement in on_postgresql() if connection.vendor == "postgresql" else ON_SQLITE:
            cursor.execute(statement)


def on_postgresql() -> list[str]:
    """Every table of the store, and then what the planner noted of their values.

    PostgreSQL passes over the last one, with a warning, where the database is not this role's own.
    """
    name = connections[STORE].ops.quote_name
    tables = [one._meta.db_table for one in apps.get_app_config(STORE).get_models(include_auto_created=True)]
    return [*(f"VACUUM (FULL, ANALYZE) {name(one)}" for one in tables), NOTED]


@dataclass(slots=True)
class Purging:
    """What one worker has purged: up to which publication. A worker that starts purges once where it must."""

    upto: int = 0

    def purge_if_due(self) -> bool:
        """Where something was withdrawn since the last time, on PostgreSQL."""
        if connections[STORE].vendor != "postgresql":
            return False
        last = Snapshot.objects.using(STORE).filter(state="withdrawn").aggregate(last=Max("ended_by"))["last"]
        if (last or 0) <= self.upto:
            return False
        purge()
        self.upto = last
        log.info("the public store was written anew after a withdrawal")
        return True
