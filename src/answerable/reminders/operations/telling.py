"""The day's letters of an office are laid into the outbox."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from answerable.audit import operations as audit
from answerable.components.words import plural
from answerable.mail.kinds import DIGEST
from answerable.mail.models import Message
from answerable.mail.operations import lay
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.reminders.addresses import both
from answerable.reminders.composing import Written
from answerable.reminders.models import Reminded

REMIND = "reminders.remind"


@transaction.atomic
def lay_letters(
    *, office: Office, letters: Sequence[Written], today: dt.date, at: dt.datetime
) -> list[Message]:
    """One letter a person and day: whoever has one of today gets no other. Those that were laid.

    Nobody in particular does this: the event says so.
    """
    hold_office(office.pk)
    laid = [made for one in letters if (made := _lay(office, one, today, at)) is not None]
    day, _ = Reminded.objects.get_or_create(office=office, day=today, defaults={"at": at})
    if laid:
        day.told += len(laid)
        day.save(update_fields=["told"])
        audit.record(
            by=None, at=at, operation=REMIND, office_id=office.pk, about=laid,
            summary=f"Reminded {plural(len(laid), 'person', 'people')} by mail.",
        )  # fmt: skip
    return laid


def _lay(office: Office, one: Written, today: dt.date, at: dt.datetime) -> Message | None:
    kind = one.kinds[0] if len(set(one.kinds)) == 1 else DIGEST
    key = f"digest:{office.pk}:{one.reader.user.pk}:{today}"
    return lay(
        office=office, user=one.reader.user, kind=kind, key=key, parts=one.keys, at=at, **both(one.letter)
    )
