"""What somebody owes a meeting soon: the office all of it, the force the papers that it was asked for."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from answerable.core.permissions.table import Permission
from answerable.meetings.models import Deadline
from answerable.workspace.here import Here
from answerable.workspace.plan.queries import Falling, falls_due

ASKED_FOR = Q(kind=Deadline.Kind.PAPERS, meeting__terms__sent_at__isnull=False)


def due_soon(here: Here, now: dt.datetime) -> list[Falling]:
    """What is late or due within two weeks, by meeting. One query, none for somebody who owes nothing."""
    if here.actor.may(Permission.WRITE_AGENDAS):
        return falls_due(here, now)
    return falls_due(here, now, ASKED_FOR) if here.actor.may(Permission.SEND_NOTES) else []
