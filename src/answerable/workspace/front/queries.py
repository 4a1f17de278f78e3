"""What the front page says in sentences: each in one query, whatever the size of the record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q

from answerable.actions.models import Action, Commitment
from answerable.actions.promises import is_live
from answerable.core.permissions.table import Permission
from answerable.intake.queries import left_to_review
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.here import Here
from answerable.workspace.standing import is_lapsed, is_overdue

PROMISE_WINDOW = 60  # days: where no next meeting is known, promises of the coming two months
NEWEST_WARNINGS = 5
NO_FORUM = 0  # no row has this key


@dataclass(frozen=True, slots=True)
class Next:
    """The next meeting; ``meeting`` is None where only the minutes of the last one announce it."""

    forum: Forum
    date: dt.date
    start_time: str | None
    meeting: Meeting | None


def last_meeting(here: Here) -> Meeting | None:
    held = Meeting.objects.filter(office_id=here.office_id, state="held", date__lte=here.today)
    return held.select_related("forum").order_by("-date", "-id").first()


def next_meeting(here: Here) -> Next | None:
    """A planned meeting if there is one, else the next one that minutes announce."""
    ahead = Meeting.objects.filter(office_id=here.office_id, date__gte=here.today).exclude(state="cancelled")
    planned = ahead.select_related("forum").order_by("date", "id").first()
    if planned:
        return Next(planned.forum, planned.date, planned.start_time, planned)
    announced = Meeting.objects.filter(office_id=here.office_id, next_date__gte=here.today)
    last = announced.select_related("forum").order_by("-date", "-id").first()
    if last and last.next_date:
        return Next(last.forum, last.next_date, last.next_start_time, None)
    return None


def totals(here: Here, ahead: Next | None) -> dict[str, dict[str, int]]:
    """Actions counted: ``all`` of them, and those coming ``back`` to the next meeting's forum. One query."""
    back = Q(forum_id=ahead.forum.pk if ahead else NO_FORUM)
    due = Q(state="open", due__gte=here.today, due__lte=ahead.date if ahead else here.today)
    counted = {"open": Q(state="open"), "reported": Q(state="reported"), "overdue": is_overdue(here.today)}
    everywhere = {**counted, "all": Q(), "lapsed": is_lapsed(here.today)}
    here_again = {name: condition & back for name, condition in {**counted, "due": due}.items()}
    found = here.sees(Action.objects.filter(office_id=here.office_id)).aggregate(
        **{f"all_{name}": Count("id", filter=condition) for name, condition in everywhere.items()},
        **{f"back_{name}": Count("id", filter=condition) for name, condition in here_again.items()},
    )
    return {
        "all": {name: found[f"all_{name}"] for name in everywhere},
        "back": {name: found[f"back_{name}"] for name in here_again},
    }


def oldest_lapsed(here: Here) -> Action | None:
    lapsed = here.sees(Action.objects.filter(is_lapsed(here.today), office_id=here.office_id))
    return lapsed.order_by("given", "id").first()


def longest_overdue(here: Here) -> Action | None:
    late = here.sees(Action.objects.filter(is_overdue(here.today), office_id=here.office_id))
    return late.order_by("due", "id").first()


def promises_due(here: Here, until: dt.date) -> list[Commitment]:
    """Promises that fall due from today to ``until``, the nearest first, without those that are decided."""
    falling = Commitment.objects.filter(office_id=here.office_id, due__gte=here.today, due__lte=until)
    promises = falling.filter(is_live())
    return list(here.sees(promises).select_related("meeting").order_by("due", "id")[:50])


def newest_warnings(here: Here) -> list[MeetingWarning]:
    if not here.actor.may(Permission.READ_REVIEW):
        return []
    left = here.sees(MeetingWarning.objects.filter(office_id=here.office_id, settled_at=None))
    return list(left.select_related("meeting__forum").order_by("-id")[:NEWEST_WARNINGS])


def wants_an_eye(here: Here) -> int:
    """Everything that waits for a person. One query."""
    if here.office is None or not here.actor.may(Permission.READ_REVIEW):
        return 0
    return sum(left_to_review(here.office).values())
