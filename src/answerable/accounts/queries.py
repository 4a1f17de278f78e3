"""Who is working."""

from __future__ import annotations

from answerable.accounts.models import User

LOCAL_EMAIL = "local@localhost"


def local_person() -> User | None:
    """The one person who works here until sign-in comes; None on a database that nobody has used yet."""
    return User.objects.filter(email=LOCAL_EMAIL).first()
