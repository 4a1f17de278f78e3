"""Looking at the clock before an embargo opens."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.core.publication.embargo import Seen, confirmed, looked
from answerable.core.refusal import Refusal
from answerable.publishing.book import waiting
from answerable.publishing.models import HighestSeen, Publication

ONE = 1  # there is one row


@transaction.atomic
def look(*, at: datetime) -> Seen:
    """What is known of the time after this look, which is kept."""
    row, _ = HighestSeen.objects.get_or_create(pk=ONE, defaults={"at": at})
    row = HighestSeen.objects.select_for_update().get(pk=ONE)
    seen = looked(Seen(row.at, row.jumped_to), at, anything_waits=_anything_waits())
    _keep(row, seen)
    return seen


@transaction.atomic
def confirm_clock(*, by: User, at: datetime) -> None:
    """Say that the clock is right although it went ahead by more than a day. Raises Refusal."""
    row = HighestSeen.objects.select_for_update().filter(pk=ONE).first()
    if row is None or row.jumped_to is None:
        raise Refusal("The clock does not wait for anybody's word.")
    _keep(row, confirmed(Seen(row.at, row.jumped_to), at))
    HighestSeen.objects.filter(pk=ONE).update(confirmed_at=at, confirmed_by=by)
    record(
        by=by, at=at, operation="publishing.confirm_clock", summary="Confirmed that the clock is right.",
        about=row, details={"jumped_to": at.isoformat()},
    )  # fmt: skip


def _anything_waits() -> bool:
    """Under embargo, or put forward with one: a jump that is believed would open that once it is decided."""
    to_be = Publication.objects.filter(state=Publication.State.PROPOSED, opens_at__isnull=False)
    return waiting().exists() or to_be.exists()


def _keep(row: HighestSeen, seen: Seen) -> None:
    assert seen.highest is not None
    if (row.at, row.jumped_to) != (seen.highest, seen.jumped_to):
        HighestSeen.objects.filter(pk=ONE).update(at=seen.highest, jumped_to=seen.jumped_to)
