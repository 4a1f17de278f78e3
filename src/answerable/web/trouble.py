"""What is said when the machine, not the program, is in trouble: no room on the disk, no database.

Told from the exception that ended a request. These pages ask nothing of the database, of the session or of
the disk, and nothing has to be started again: the next request finds out for itself whether it is over.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

SOON = 30  # seconds after which a browser or a proxy may ask again
NO_ROOM_ERRORS = {errno.ENOSPC, errno.EDQUOT}
SQLITE_FULL = "disk is full"  # "database or disk is full"
SQLITE_LOCKED = "is locked"  # "database is locked", "database table is locked"
POSTGRES_FULL = "53100"  # disk_full, PostgreSQL's Appendix A

SQLITE_OLDER = ("no such table", "no such column", "has no column named")
POSTGRES_OLDER = ("42P01", "42703")  # undefined_table, undefined_column


@dataclass(frozen=True, slots=True)
class Trouble:
    """A kind of trouble: the status of the answer, a heading, and what to do."""

    status: int
    title: str
    why: str


NO_ROOM = Trouble(
    507,
    "There is no room left on the disk",
    "What you sent was not kept; everything that was kept before is safe. Tell whoever runs this site: as "
    "soon as there is room it works again by itself. Then go back and send it once more.",
)
NO_DATABASE = Trouble(
    503,
    "The database cannot be reached",
    "What you sent may not have been kept; everything that was confirmed before is safe. Wait a minute and "
    "load the page again. If it stays so, tell whoever runs this site.",
)
BUSY = Trouble(
    503,
    "Somebody else’s change is taking long",
    "What you sent was not kept. Wait a minute, go back and send it once more.",
)


def trouble_of(error: BaseException | None) -> Trouble | None:
    """The trouble that an exception, or one that led to it, tells of; None where it is a fault of ours."""
    for one in _chain(error):
        if isinstance(one, OSError) and one.errno in NO_ROOM_ERRORS:
            return NO_ROOM
        if isinstance(one, OperationalError):
            return _of_database(one)
        if isinstance(one, InterfaceError):
            return NO_DATABASE
    return None


def _of_database(error: OperationalError) -> Trouble | None:
    said = str(error)
    if getattr(error.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
        return None  # a statement that SQLite does not understand, or a table that is not there
    if SQLITE_FULL in said or getattr(error.__cause__, "sqlstate", None) == POSTGRES_FULL:
        return NO_ROOM
    return BUSY if SQLITE_LOCKED in said else NO_DATABASE


def is_unmigrated(error: BaseException | None) -> bool:
    """Is a table or a column missing, because the database is older than the program?"""
    for one in _chain(error):
        sqlite = getattr(one, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
        if sqlite and any(said in str(one) for said in SQLITE_OLDER):
            return True
        if getattr(one, "sqlstate", None) in POSTGRES_OLDER:
            return True
    return False


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def trouble_page(trouble: Trouble) -> HttpResponse:
    """The page, with when to ask again."""
    html = render_to_string("web/trouble.html", {"trouble": trouble})
    return HttpResponse(html, status=trouble.status, headers={"Retry-After": str(SOON)})
