"""Tells from the minutes which forum took the place of which, where no person has said."""

from __future__ import annotations

from django.db.models import Count, Max, Min

from answerable.actions.queries import counting_updates
from answerable.core.actions.succession import Span, successions
from answerable.meetings.models import Forum, Meeting


def renew_successions(office_id: int) -> list[Forum]:
    """Set what each forum succeeds; returns the forums for which that changed."""
    forums = list(Forum.objects.filter(office_id=office_id))
    if len(forums) < 2:
        return []
    found = successions(_spans(office_id), _answers(office_id))
    changed = []
    for forum in forums:
        before = found.get(forum.pk)
        if forum.succession_decided_at is None and forum.succeeds_id != before:
            Forum.objects.filter(pk=forum.pk).update(succeeds_id=before)
            changed.append(forum)
    return changed


def _spans(office_id: int) -> dict[object, Span]:
    held = Meeting.objects.filter(office_id=office_id, state=Meeting.State.HELD).order_by()
    rows = held.values_list("forum_id").annotate(first=Min("date"), last=Max("date"))
    return {forum: Span(first, last) for forum, first, last in rows}


def _answers(office_id: int) -> dict[tuple[object, object], int]:
    """How many updates each forum gave about actions of each other."""
    rows = (
        counting_updates()
        .filter(office_id=office_id)
        .order_by()
        .values_list("meeting__forum_id", "action__meeting__forum_id")
        .annotate(count=Count("id"))
    )
    return {(later, before): count for later, before, count in rows if later != before}
