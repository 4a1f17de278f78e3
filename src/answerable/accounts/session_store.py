"""Sessions in the database, each a row that says whose it is, since when, and when it was last used.

A session is over when nobody used it for IDLE_MINUTES, and SESSION_HOURS after signing in whatever happens.
Both are looked at when it is loaded, so that a shorter limit holds for sessions that are there already.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.http import HttpRequest
from django.utils import timezone

from answerable.accounts.models import Session

BEGAN, BROWSER, ADDRESS = "began", "browser", "address"
SEEN_EVERY = timedelta(minutes=1)
"""How exactly it is known when a session was last used: nothing is written more often."""


class SessionStore(db.SessionStore):
    """Django's, with our row and our limits."""

    row: Session | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = super()._get_session_from_db()  # type: ignore[misc]  # not in its stubs
        if not isinstance(found, Session) or ends_at(found.began_at, found.seen_at) <= timezone.now():
            self._session_key = None
            return None
        self.row = found
        return found

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row for what the session holds; being saved is being used."""
        now = timezone.now()
        if SESSION_KEY in data:
            data.setdefault(BEGAN, now.timestamp())
        began = datetime.fromtimestamp(data[BEGAN], tz=now.tzinfo) if SESSION_KEY in data else None
        row = cast(Session, super().create_model_instance(data))
        row.user_id, row.began_at, row.seen_at = data.get(SESSION_KEY), began, now
        row.browser, row.address = data.get(BROWSER, ""), data.get(ADDRESS, "")
        row.expire_date = ends_at(began, now)
        self.row = row
        return row

    def seen(self, now: datetime) -> None:
        """Put its end off, at most once a minute."""
        row = self.row
        if row is None or row.user_id is None or row.seen_at is None or self.modified:
            return
        if now - row.seen_at < SEEN_EVERY:
            return
        Session.objects.filter(pk=row.pk).update(seen_at=now, expire_date=ends_at(row.began_at, now))

    def begin(self, *, at: datetime, browser: str, address: str) -> None:
        """Somebody signed in just now."""
        self[BEGAN] = at.timestamp()
        self[BROWSER], self[ADDRESS] = browser, address


def session_of(request: HttpRequest) -> SessionStore:
    """The session of a request, as the store that it is."""
    return cast(SessionStore, request.session)


def ends_at(began: datetime | None, seen: datetime | None) -> datetime:
    """When a session is over that began and was last used then."""
    now = timezone.now()
    idle = (seen or now) + timedelta(minutes=settings.IDLE_MINUTES)
    return min(idle, began + timedelta(hours=settings.SESSION_HOURS)) if began else idle
