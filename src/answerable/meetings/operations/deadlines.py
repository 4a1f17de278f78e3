"""Deadlines of a meeting: set from its forum's days, changed one by one, met."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.components.words import date as in_words
from answerable.core.calendar.deadlines import AFTER, Due, due_for
from answerable.core.calendar.holidays import bank_holiday
from answerable.core.calendar.working_days import is_working_day
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Deadline, Forum, Meeting
from answerable.meetings.queries import deadline_version
from answerable.offices.operations import hold_office

CHANGE, MEET = "meetings.change_deadline", "meetings.note_met"


def set_deadlines(*, meeting: Meeting, by: User, at: dt.datetime) -> list[Deadline]:
    """The deadlines of a meeting that is new on the plan. Part of a larger write."""
    rows = [
        Deadline(meeting=meeting, kind=kind, date=due.date, time=due.time, first=due.date)
        for kind, due in deadlines_by_rule(meeting.forum, meeting.date).items()
    ]
    return Deadline.objects.bulk_create(rows)


def deadlines_by_rule(forum: Forum, day: dt.date) -> dict[str, Due]:
    """What the forum's days in working days make of a meeting on that day."""
    days = {
        "terms": forum.terms_days, "papers": forum.papers_days, "agenda": forum.agenda_days,
        "minutes": forum.minutes_days,
    }  # fmt: skip
    return due_for(day, days, forum.papers_time)


def meet_deadline(*, meeting: Meeting, kind: str, by: User, at: dt.datetime) -> None:
    """Note that what was due is done: the first time counts. Part of a larger write.

    ``kind`` is one of ``Deadline.Kind``. Where the meeting has no such deadline, nothing happens.
    """
    Deadline.objects.filter(meeting=meeting, kind=kind, met_at=None).update(met_at=at, met_by=by)


@transaction.atomic
def note_met(*, deadline: Deadline, seen: str | None = None, by: User, at: dt.datetime) -> None:
    """Note by hand that what was due is done, because it was done elsewhere. Raises Clash, Gone, Refusal."""
    held = _held(deadline, seen, "Done")
    meet_deadline(meeting=held.meeting, kind=held.kind, by=by, at=at)
    audit.record(
        by=by, at=at, operation=MEET, office_id=held.meeting.office_id, about=held.meeting,
        summary=f"{held.get_kind_display()} for {held.meeting}: done.",
    )  # fmt: skip


@transaction.atomic
def change_deadline(
    *,
    deadline: Deadline,
    date: dt.date,
    time: str = "",
    why: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> None:
    """Put one deadline on another day, with the reason; ``first`` keeps the day that it was set for at first.

    Raises Clash, Gone, Refusal.
    """
    held = _held(deadline, seen, in_words(date))
    if (date, time) == (held.date, held.time):
        raise Refusal(f"It is due on {in_words(date)} already: choose another day.")
    if not why.strip():
        raise Refusal("Say why it is due on another day, in a few words.")
    _check_day(held, date)
    was, held.date, held.time, held.why = held.date, date, time, why.strip()
    held.save(update_fields=["date", "time", "why"])
    held.meeting.revision += 1
    held.meeting.save(update_fields=["revision"])
    audit.record(
        by=by, at=at, operation=CHANGE, office_id=held.meeting.office_id, about=held.meeting,
        summary=f"{held.get_kind_display()} for {held.meeting}: {in_words(date)}, not {in_words(was)}.",
        details={"kind": held.kind, "was": str(was), "date": str(date), "time": time, "why": held.why},
    )  # fmt: skip


def _held(deadline: Deadline, seen: str | None, wanted: str) -> Deadline:
    """The deadline as it is by now, behind the office's lock. Raises Clash, Gone, Refusal."""
    hold_office(deadline.meeting.office_id)
    held = Deadline.objects.select_related("meeting__forum").filter(pk=deadline.pk).first()
    if held is None:
        raise Gone("this deadline")
    if seen and deadline_version(held) != seen:
        theirs = "Done" if held.met_at else in_words(held.date)
        choice = Choice("date", "When it is due", theirs=theirs, yours=wanted)
        who, when = who_changed(held.meeting, CHANGE, MEET)
        raise Clash("this deadline", [choice], who=who, at=when, version=deadline_version(held))
    if held.met_at:
        raise Refusal("This is done already: its deadline does not change any more.")
    if held.meeting.state == Meeting.State.CANCELLED:
        raise Refusal("The meeting was cancelled: nothing is due for it any more.")
    return held


def _check_day(deadline: Deadline, day: dt.date) -> None:
    meeting = deadline.meeting.date
    if deadline.kind in AFTER and day <= meeting:
        raise Refusal(f"Choose a day after the meeting, which is on {in_words(meeting)}.")
    if deadline.kind not in AFTER and day > meeting:
        raise Refusal(f"Choose a day before the meeting, which is on {in_words(meeting)}.")
    if not is_working_day(day):
        what = bank_holiday(day) or f"{day:%A}"
        raise Refusal(f"Nobody works on {in_words(day)} ({what}): choose a working day.")
