"""A file that a killed process left half written: what it had begun is taken back before anybody reads on.

SQLite does so by itself for whoever may write. Public pages may not, and would be refused everything until
somebody publishes again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

READS, WRITES = "?mode=ro", "?mode=rw"
LONGEST_WAIT = 20.0  # seconds, as the connections of the store: somebody else may be taking it back

Answer = TypeVar("Answer")


def of_a_whole_file(connection: BaseDatabaseWrapper, ask: Callable[[], Answer]) -> Answer:
    """What is asked over that connection; once more where the file had to be made whole first."""
    try:
        return ask()
    except OperationalError as error:
        if not _half_written(error):
            raise
    _take_back(str(connection.settings_dict["NAME"]))
    return ask()


def _half_written(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    return bool(code == sqlite3.SQLITE_READONLY_ROLLBACK)


def _take_back(name: str) -> None:
    """Read once as somebody who may write: SQLite then first undoes what its journal says was begun."""
    writes = name.replace(READS, WRITES)
    with closing(sqlite3.connect(writes, uri=True, timeout=LONGEST_WAIT)) as opened:
        opened.execute("PRAGMA schema_version")
