"""Where somebody is signed in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from answerable.accounts.models import Session, User

BROWSERS = ("Edg/Edge", "OPR/Opera", "Firefox/Firefox", "Chrome/Chrome", "Safari/Safari")
SYSTEMS = ("Windows/Windows", "Android/Android", "iPhone/iPhone", "iPad/iPad", "Mac OS/Mac", "Linux/Linux")
HANDLE = 16  # characters of a hash: it names a session of one person's few, and opens none


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session as its owner sees it; ``handle`` names it without opening it."""

    handle: str
    where: str
    address: str
    began_at: datetime | None
    seen_at: datetime | None
    is_this: bool


def sessions_of(user: User, this_key: str | None) -> list[SignedIn]:
    """Where a user is signed in now, this browser first."""
    rows = Session.objects.filter(user=user, expire_date__gt=timezone.now())
    found = [
        SignedIn(handle(row), browser_named(row.browser), row.address, row.began_at, row.seen_at,
                 row.session_key == this_key)
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: not one.is_this)


def key_of(user: User, wanted: str) -> str | None:
    """The key of a user's session by its handle."""
    return next((row.session_key for row in user.sessions.all() if handle(row) == wanted), None)


def handle(row: Session) -> str:
    return hashlib.sha256(row.session_key.encode()).hexdigest()[:HANDLE]


def browser_named(said: str) -> str:
    """What a browser says of itself, as its owner would: "Firefox on Windows"."""
    browser = _first(BROWSERS, said)
    system = _first(SYSTEMS, said)
    return " on ".join(filter(None, (browser, system))) or "A browser"


def _first(known: tuple[str, ...], said: str) -> str:
    return next((name for mark, name in (one.split("/") for one in known) if mark in said), "")
