"""A planned meeting on another day, or cancelled: it stays itself, and remembers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.components.words import date as in_words
from answerable.core.calendar.deadlines import Due, moved_along
from answerable.core.clash import Choice, Clash
from answerable.core.refusal import Refusal
from answerable.meetings.models import Deadline, Meeting, Move
from answerable.meetings.operations.deadlines import deadlines_by_rule
from answerable.meetings.operations.planning import check_day, planned_now
from answerable.meetings.queries import day_version
from answerable.offices.operations import hold_office

MOVE, CANCEL = "meetings.move_meeting", "plan.cancel_meeting"
MOST_WHY = 2000  # letters of a reason


@transaction.atomic
def move_meeting(
    *, meeting: Meeting, to: dt.date, why: str, seen: str | None = None, by: User, at: dt.datetime
) -> Meeting:
    """Put a planned meeting on another day; what is due moves with it, what is done stays done.

    Its agenda, terms and questions stay with it. ``seen`` is the version of the day that the form showed.
    Raises Clash, Gone, Refusal.
    """
    hold_office(meeting.office_id)
    held = planned_now(meeting)
    compare_day(held, seen, in_words(to))
    if to == held.date:
        raise Refusal(f"The meeting is on {in_words(to)} already: choose another day.")
    check_day(held.forum, to)
    due = new_deadlines(held, to)
    Move.objects.create(meeting=held, was=held.date, to=to, why=given_reason(why), at=at, by=by)
    was, held.date, held.first_date = held.date, to, held.first_date or held.date
    held.revision += 1
    held.save(update_fields=["date", "first_date", "revision"])
    for deadline in held.deadlines.filter(met_at=None):
        deadline.date, deadline.time = due[deadline.kind].date, due[deadline.kind].time
        deadline.save(update_fields=["date", "time"])
    audit.record(
        by=by, at=at, operation=MOVE, office_id=held.office_id, about=held,
        summary=f"Moved {held.forum} from {in_words(was)} to {in_words(to)}: {why.strip()}",
    )  # fmt: skip
    return held


def cancel_planned(
    *, meeting: Meeting, why: str, onto: Meeting | None, took: Mapping[str, int], by: User, at: dt.datetime
) -> None:
    """Say that a meeting is not held, and which other one took what was due at it. Part of a larger write.

    It keeps its day, its deadlines and its papers. Raises Refusal.
    """
    meeting.state = Meeting.State.CANCELLED
    meeting.revision += 1
    meeting.save(update_fields=["state", "revision"])
    Move.objects.create(
        meeting=meeting,
        was=meeting.date,
        to=None,
        onto=onto,
        took=dict(took),
        why=given_reason(why),
        at=at,
        by=by,
    )


def compare_day(held: Meeting, seen: str | None, wanted: str) -> None:
    """Raise Clash where somebody moved or cancelled the meeting since a form was shown."""
    if seen and day_version(held) != seen:
        choice = Choice("to", "When it is", theirs=in_words(held.date), yours=wanted)
        who, when = who_changed(held, MOVE)
        raise Clash(f"the day of {held.forum}", [choice], who=who, at=when, version=day_version(held))


def given_reason(why: str) -> str:
    """The reason, without blanks around it. Raises Refusal where there is none."""
    if not why.strip():
        raise Refusal("Say why, in a few words: it stands beside the meeting for everybody who looks for it.")
    return why.strip()[:MOST_WHY]


def new_deadlines(meeting: Meeting, to: dt.date) -> dict[str, Due]:
    """When each deadline that is not met would be, were the meeting on that day.

    By the forum's days; one that somebody set otherwise keeps its distance in working days.
    """
    before, after = deadlines_by_rule(meeting.forum, meeting.date), deadlines_by_rule(meeting.forum, to)
    return {
        one.kind: after[one.kind] if _by_rule(one, before) else Due(
            moved_along(one.date, meeting.date, to), one.time
        )
        for one in meeting.deadlines.all() if one.met_at is None
    }  # fmt: skip


def _by_rule(deadline: Deadline, rule: Mapping[str, Due]) -> bool:
    return not deadline.why and rule.get(deadline.kind) == Due(deadline.date, deadline.time)
