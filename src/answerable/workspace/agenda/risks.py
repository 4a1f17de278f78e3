"""What is waited for, as an agenda says it under its risks."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from answerable.actions.models import AwaitedEvent
from answerable.actions.waiting import seen_awaited, still_awaited
from answerable.agendas.queries import forums_before
from answerable.core.agenda.contents import FrozenRisk
from answerable.meetings.models import Meeting
from answerable.web.actor import Actor


def risks_of(actor: Actor, meeting: Meeting) -> list[FrozenRisk]:
    """What the meeting's forum, or one that it took over from, waits for on its day. One query."""
    rows = AwaitedEvent.objects.filter(office_id=meeting.office_id, forum__in=forums_before(meeting))
    found = still_awaited(seen_awaited(actor, rows), meeting.date).select_related("action")
    return [_risk(one) for one in found]


def closed_risks(keys: Collection[int]) -> set[int]:
    """Those of these events that are restricted by now, themselves or by their action. One query."""
    if not keys:
        return set()
    closed = Q(restricted=True) | Q(action__restricted=True)
    return set(AwaitedEvent.objects.filter(closed, pk__in=keys).values_list("pk", flat=True))


def _risk(one: AwaitedEvent) -> FrozenRisk:
    return {
        "event": one.pk,
        "text": one.text,
        "expected": one.expected.isoformat() if one.expected else None,
        "since": one.since.isoformat(),
        "hangs": (one.action.number or "an action") if one.action else "",
        "restricted": bool(getattr(one, "closed", one.restricted)),
    }
