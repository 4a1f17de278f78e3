"""Minutes that wait for the one who looks: to be checked, agreed, sent on, remarked on or approved."""

from __future__ import annotations

from answerable.core.approval.states import State
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Meeting
from answerable.workspace.here import Here

MOST = 5  # that are named; few meetings are between two states at a time

WAITING: dict[Permission, dict[State, str]] = {
    Permission.TAKE_MINUTES: {
        State.DRAFT: "to be finished and checked",
        State.AGREED: "agreed, to be sent to the force",
        State.SEEN: "with the force",
    },
    Permission.AGREE_MINUTES: {State.CHECKED: "checked, to be agreed"},
    Permission.REMARK_ON_MINUTES: {State.SEEN: "for you to say what is not accurate"},
}
"""Who is waited for in which state, and for what."""


def minutes_waiting(here: Here) -> list[tuple[Meeting, str]]:
    """The oldest first, each with what is waited for. One query, none for somebody who does nothing."""
    for_me = {
        state: words
        for permission, states in WAITING.items()
        if here.actor.may(permission)
        for state, words in states.items()
    }
    if not for_me:
        return []
    rows = Meeting.objects.filter(office_id=here.office_id, minutes_state__in=[str(one) for one in for_me])
    found = rows.select_related("forum").order_by("date", "pk")[:MOST]
    return [(one, for_me[State(one.minutes_state)]) for one in found]
