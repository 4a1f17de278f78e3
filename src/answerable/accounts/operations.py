"""Making the one local person."""

from __future__ import annotations

from datetime import datetime

from answerable.accounts.models import User
from answerable.accounts.queries import LOCAL_EMAIL


def ensure_local_person(*, at: datetime) -> User:
    """The local person, made with an unusable password where there is none yet.

    Takes no ``by``: nobody was here before.
    """
    user, _ = User.objects.get_or_create(
        email=LOCAL_EMAIL, defaults={"name": "Local person", "made_at": at, "password": "!"}
    )
    return user
