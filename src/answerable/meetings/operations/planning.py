"""Meetings on the forward plan: new ones, a year of them, and what is changed of one."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.components.words import date as in_words
from answerable.core.calendar.holidays import FIRST_YEAR, LAST_YEAR
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations.deadlines import set_deadlines
from answerable.offices.operations import hold_office


@transaction.atomic
def plan_meeting(
    *,
    forum: Forum,
    date: dt.date,
    kind: str | None = None,
    theme: str = "",
    start_time: str = "",
    venue: str = "",
    by: User,
    at: dt.datetime,
) -> Meeting:
    """Put one meeting on the plan, with the deadlines that its forum's days make. Raises Refusal.

    Without a time and a place it has the forum's.
    """
    hold_office(forum.office_id)
    meeting = add_planned(
        forum=forum, date=date, kind=kind, theme=theme, start_time=start_time, venue=venue, by=by, at=at
    )
    audit.record(
        by=by, at=at, operation="meetings.plan_meeting", office_id=forum.office_id, about=meeting,
        summary=f"Planned {forum} on {in_words(date)}.",
    )  # fmt: skip
    return meeting


def add_planned(
    *,
    forum: Forum,
    date: dt.date,
    kind: str | None = None,
    theme: str = "",
    start_time: str = "",
    venue: str = "",
    by: User,
    at: dt.datetime,
) -> Meeting:
    """Put one meeting on the plan, see ``plan_meeting``. Part of a larger write."""
    check_day(forum, date)
    check_kind(forum, kind)
    meeting = Meeting.objects.create(
        office_id=forum.office_id, forum=forum, date=date, title=forum.name, kind=kind or None,
        state=Meeting.State.PLANNED, theme=theme, start_time=start_time or forum.start_time or None,
        venue=venue or forum.venue or None, settled=True,  # nothing follows from it before it has minutes
    )  # fmt: skip
    set_deadlines(meeting=meeting, by=by, at=at)
    return meeting


def check_day(forum: Forum, day: dt.date) -> None:
    """Refuse a day that is taken, or in a year whose working days are not known."""
    if not FIRST_YEAR < day.year < LAST_YEAR:
        raise Refusal(f"Choose a day in the years {FIRST_YEAR + 1} to {LAST_YEAR - 1}, not in {day.year}.")
    if Meeting.objects.filter(forum=forum, date=day).exists():
        raise Refusal(f"{forum} has a meeting on {in_words(day)} already: choose another day.")


def check_kind(forum: Forum, kind: str | None) -> None:
    """Refuse a kind of meeting that the forum does not have."""
    if kind and (kind not in Meeting.Kind.values or (forum.kinds and kind not in forum.kinds)):
        raise Refusal(f"{forum} has no meetings of the kind “{kind}”: choose another kind.")
