"""What is waited for, and what was: read for its pages."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from answerable.actions.models import Action, AwaitedEvent
from answerable.actions.waiting import seen_awaited, still_awaited
from answerable.meetings.models import Forum, Meeting
from answerable.workspace.here import Here

RECORDED = "recorded"


def events(here: Here, shown: str | None) -> QuerySet[AwaitedEvent]:
    """Those that are waited for, or with "recorded" those that were, the last first."""
    rows = _seen(here)
    if shown == RECORDED:
        return rows.exclude(recorded_at=None).order_by("-recorded_at", "-pk")
    return still_awaited(rows.filter(recorded_at=None), here.today)


def event_at(here: Here, key: int) -> AwaitedEvent:
    """Raises Http404."""
    found = get_object_or_404(_seen(here).select_related("made_by", "recorded_by"), pk=key)
    return marked([found])[0]


def marked(rows: list[AwaitedEvent]) -> list[AwaitedEvent]:
    """The rows, each restricted where its action is."""
    for one in rows:
        one.restricted = bool(getattr(one, "closed", one.restricted))
    return rows


def forum_at(here: Here, key: int | None) -> Forum | None:
    return Forum.objects.filter(pk=key, office_id=here.office_id).first() if key else None


def action_called(here: Here, number: str) -> Action | None:
    """The action of a number as people write it: "A-0123", "a-123", "123"."""
    digits = number.strip().upper().removeprefix("A").lstrip("-– ")
    if not (digits.isascii() and digits.isdigit()):
        return None
    rows = here.sees(Action.objects.filter(office_id=here.office_id, draft=False))
    spelt = {f"A-{digits}", f"A-{int(digits[:12]):04}"}
    return rows.filter(number__in=spelt).select_related("forum").first()


def next_meeting(here: Here, forum: Forum) -> Meeting | None:
    """The next planned meeting of a forum: the agenda on which an event stands."""
    ahead = Meeting.objects.filter(forum=forum, state=Meeting.State.PLANNED, date__gte=here.today)
    return ahead.order_by("date").first()


def waits(event: AwaitedEvent) -> bool:
    """Whether the date of its action hangs on an event: recording this one can give it."""
    action = event.action
    return action is not None and bool(action.waits_for) and action.state == Action.State.OPEN


def _seen(here: Here) -> QuerySet[AwaitedEvent]:
    rows = AwaitedEvent.objects.filter(office_id=here.office_id).select_related("forum", "action")
    return seen_awaited(here.actor, rows)
