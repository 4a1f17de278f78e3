"""Which mail somebody wants, and a message that is tried again: what people say about mail."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.mail.kinds import KINDS
from answerable.mail.models import Message, Wish
from answerable.offices.operations import hold_office

CHOOSE, AGAIN = "mail.choose_kinds", "mail.try_again"
SENT_ALREADY = "It was sent meanwhile."
FORGOTTEN = "It is too old: what it said is not kept any more."


@transaction.atomic
def choose_kinds(*, user: User, wanted: Collection[str], by: User, at: datetime) -> None:
    """The kinds of mail that somebody gets from now on. Raises Refusal where there is no such kind."""
    if not set(wanted) <= set(KINDS):
        raise Refusal("Choose from the kinds of mail on the list.")
    User.objects.select_for_update().get(pk=user.pk)
    silent = set(KINDS) - set(wanted)
    Wish.objects.filter(user=user).exclude(kind__in=silent).delete()
    held = set(Wish.objects.filter(user=user).values_list("kind", flat=True))
    Wish.objects.bulk_create([Wish(user=user, kind=kind) for kind in sorted(silent - held)])
    audit.record(
        by=by, at=at, operation=CHOOSE, about=user, summary="Chose which mails to get.",
        details={"unwanted": sorted(silent)},
    )  # fmt: skip


@transaction.atomic
def try_again(*, message: Message, by: User, at: datetime) -> None:
    """Send a message that waits, or was given up, with the next turn, as if it were written now.

    Raises Gone, Refusal.
    """
    hold_office(message.office_id)
    held = Message.objects.select_for_update().filter(pk=message.pk).first()
    if held is None:
        raise Gone("this message")
    if held.state == Message.State.SENT:
        raise Refusal(SENT_ALREADY)
    if not held.text:
        raise Refusal(FORGOTTEN)
    held.state, held.next_try, held.made_at, held.tries = Message.State.WAITING, at, at, 0
    held.save(update_fields=["state", "next_try", "made_at", "tries"])
    audit.record(
        by=by, at=at, operation=AGAIN, office_id=held.office_id, about=held,
        summary="Had a message of the outbox tried again.",
    )  # fmt: skip
