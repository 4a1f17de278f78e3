"""The machine is in trouble: a plain page says so, and needs neither database nor session to be drawn."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable

import pytest
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory
from psycopg import errors as postgres

from answerable.web.errors import bad_request
from answerable.web.trouble import trouble_of


def database_error(cause: Exception, kind: type[Exception] = OperationalError) -> Exception:
    """As Django wraps what its drivers raise."""
    error = kind(str(cause))
    error.__cause__ = cause
    return error


FULL = "There is no room left on the disk"
GONE = "The database cannot be reached"
SLOW = "Somebody else’s change is taking long"
CASES: list[tuple[Exception, int, str]] = [
    (OSError(errno.ENOSPC, "No space left on device"), 507, FULL),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), 507, FULL),
    (database_error(sqlite3.OperationalError("database or disk is full")), 507, FULL),
    (database_error(postgres.DiskFull("could not extend file")), 507, FULL),
    (database_error(postgres.OperationalError("connection refused")), 503, GONE),
    (database_error(postgres.AdminShutdown("terminating connection")), 503, GONE),
    (database_error(postgres.InterfaceError("connection is closed"), InterfaceError), 503, GONE),
    (database_error(sqlite3.OperationalError("unable to open database file")), 503, GONE),
    (database_error(sqlite3.OperationalError("database is locked")), 503, SLOW),
]


@pytest.mark.parametrize(("error", "status", "heading"), CASES, ids=lambda one: repr(one)[:60])
def test_trouble_is_told_on_a_page(
    error: Exception, status: int, heading: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("answerable.workspace.front.queries.totals", fail)
    client.raise_request_exception = False
    answer = client.get("/")
    html = answer.content.decode()
    assert answer.status_code == status
    assert f'<h1 class="govuk-heading-l">{heading}</h1>' in html
    assert "Traceback" not in html
    assert str(error) not in html
    assert answer.headers["Retry-After"] == "30"
    assert "Content-Security-Policy" in answer.headers


def test_the_trouble_behind_another_exception_is_found() -> None:
    def fail() -> None:
        try:
            raise OSError(errno.ENOSPC, "No space left on device")
        except OSError as error:
            raise ValueError("the upload was cut short") from error

    assert _raised(fail) == 507


def test_a_session_that_could_not_be_kept_is_trouble_too(rf: RequestFactory) -> None:
    def fail() -> None:
        try:
            raise database_error(postgres.AdminShutdown("terminating connection"))
        except OperationalError as error:
            raise SessionInterrupted("The session was deleted.") from error

    with pytest.raises(SessionInterrupted) as found:
        fail()
    assert bad_request(rf.get("/"), found.value).status_code == 503


def test_a_fault_of_ours_is_no_trouble() -> None:
    assert _raised(lambda: {}["nothing"]) is None
    assert trouble_of(OSError(errno.ENOENT, "No such file")) is None
    assert trouble_of(None) is None


def test_a_statement_that_cannot_be_is_our_fault() -> None:
    def ask() -> None:
        try:
            sqlite3.connect(":memory:").execute("SELECT * FROM nothing")
        except sqlite3.Error as cause:
            raise OperationalError(str(cause)) from cause

    assert _raised(ask) is None


def _raised(fail: Callable[[], object]) -> int | None:
    with pytest.raises(Exception) as found:
        fail()
    trouble = trouble_of(found.value)
    return trouble.status if trouble else None
