"""The secret address at which somebody's calendar fetches the plan: made, renewed, stopped."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.refusal import Refusal
from answerable.meetings.models import PlanFeed
from answerable.offices.models import Office
from answerable.offices.operations import hold_office

BYTES = 32  # of randomness in a secret: as much as a key has, so that it is never guessed


@transaction.atomic
def renew_feed(*, office: Office, by: User, at: dt.datetime) -> str:
    """A new secret for one's own address of the plan; the one before opens nothing any more.

    It is returned once: only its digest is kept.
    """
    hold_office(office.pk)
    secret = secrets.token_urlsafe(BYTES)
    feed, _ = PlanFeed.objects.update_or_create(
        user=by, office=office, defaults={"token_sha256": digest(secret), "made_at": at}
    )
    audit.record(
        by=by, at=at, operation="meetings.renew_feed", office_id=office.pk, about=feed,
        summary="Made an address for their calendar.",
    )  # fmt: skip
    return secret


@transaction.atomic
def stop_feed(*, office: Office, by: User, at: dt.datetime) -> None:
    """Let one's own address of the plan open nothing any more. Raises Refusal."""
    hold_office(office.pk)
    if not PlanFeed.objects.filter(user=by, office=office).delete()[0]:
        raise Refusal("There is no address for your calendar: nothing had to be stopped.")
    audit.record(
        by=by, at=at, operation="meetings.stop_feed", office_id=office.pk, about=office,
        summary="Stopped the address for their calendar.",
    )  # fmt: skip


def digest(secret: str) -> str:
    """What is kept of a secret; it cannot be turned back."""
    return hashlib.sha256(secret.encode()).hexdigest()
