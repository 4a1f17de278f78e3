"""A message is laid into the outbox in the transaction of whatever it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from answerable.accounts.models import User
from answerable.mail.models import Message
from answerable.offices.models import Office

LONGEST_SUBJECT = 200


def lay(
    *, office: Office, user: User, kind: str, key: str, subject: str, text: str, html: str,
    parts: Sequence[str] = (), at: datetime,
) -> Message | None:  # fmt: skip
    """One mail to one person, sent from ``at`` on. Part of a larger write.

    None where a message of this ``key`` was laid before: nobody is told the same thing twice. Whether the
    person wants mail of its kind is for the caller to ask (``mail.queries.unwanted``). The caller holds the
    office, so that two of them do not lay one key at once.
    """
    if not user.is_active or Message.objects.filter(key=key).exists():
        return None
    return Message.objects.create(
        office=office, user=user, to=user.email, kind=kind, key=key, subject=one_line(subject), text=text,
        html=html, parts=list(parts), made_at=at, next_try=at,
    )  # fmt: skip


def one_line(subject: str) -> str:
    """A subject without the line ends that would begin another header."""
    return " ".join(subject.split())[:LONGEST_SUBJECT]
