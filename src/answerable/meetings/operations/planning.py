"""Meetings on the forward plan: new ones, a year of them, and what is changed of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.components.words import date as in_words
from answerable.components.words import plural
from answerable.core.calendar.holidays import FIRST_YEAR, LAST_YEAR
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations.deadlines import set_deadlines
from answerable.meetings.queries import PLANNED_FIELDS, planned_version
from answerable.offices.operations import hold_office

EDIT = "meetings.edit_planned"
LABELS = {"kind": "Kind", "theme": "Theme", "start_time": "Time", "venue": "Place"}
MOST_THEME = 500  # letters: a theme is a line
MOST_VENUE = 200


class NewDay(NamedTuple):
    """A day of a year that is planned at once."""

    date: dt.date
    kind: str = ""
    theme: str = ""


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


@transaction.atomic
def plan_days(*, forum: Forum, days: Sequence[NewDay], by: User, at: dt.datetime) -> list[Meeting]:
    """Put a year's meetings on the plan at once; a day that has one already keeps it. Raises Refusal."""
    hold_office(forum.office_id)
    there = set(Meeting.objects.filter(forum=forum).values_list("date", flat=True))
    new = [day for day in days if day.date not in there]
    if not new:
        raise Refusal("Every one of these days is on the plan already: nothing was added.")
    made = [
        add_planned(forum=forum, date=day.date, kind=day.kind, theme=day.theme, by=by, at=at) for day in new
    ]
    audit.record(
        by=by, at=at, operation="meetings.plan_days", office_id=forum.office_id, about=made,
        summary=f"Planned {plural(len(made), 'meeting')} of {forum}.",
    )  # fmt: skip
    return made


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
        state=Meeting.State.PLANNED, theme=theme[:MOST_THEME],
        start_time=start_time or forum.start_time or None,
        venue=venue[:MOST_VENUE] or forum.venue or None,
        settled=True,  # nothing follows from it before it has minutes
    )  # fmt: skip
    set_deadlines(meeting=meeting, by=by, at=at)
    return meeting


@transaction.atomic
def edit_planned(
    *, meeting: Meeting, changes: Mapping[str, str], seen: str | None = None, by: User, at: dt.datetime
) -> None:
    """Change kind, theme, time or place of a planned meeting; what is not in ``changes`` stays.

    ``seen`` is the version of what the form showed. Raises Clash, Gone, Refusal.
    """
    hold_office(meeting.office_id)
    held = planned_now(meeting)
    wanted = {name: changes[name] for name in PLANNED_FIELDS if name in changes}
    differing = {name: value for name, value in wanted.items() if value != (getattr(held, name) or "")}
    if seen and planned_version(held) != seen and differing:
        raise _clash(held, differing)
    if not differing:
        raise Refusal("Nothing was changed: that is what it says already.")
    check_kind(held.forum, differing.get("kind"))
    for name, value in differing.items():
        setattr(held, name, value if name == "theme" else value or None)
    held.revision += 1
    held.save(update_fields=[*differing, "revision"])
    audit.record(
        by=by, at=at, operation=EDIT, office_id=held.office_id, about=held,
        summary=f"Changed {', '.join(LABELS[name].lower() for name in differing)} of {held}.",
        details=differing,
    )  # fmt: skip


def planned_now(meeting: Meeting) -> Meeting:
    """The meeting as it is by now, where it is still ahead. Raises Gone, Refusal."""
    held = Meeting.objects.select_related("forum", "office").filter(pk=meeting.pk).first()
    if held is None:
        raise Gone(f"the meeting of {meeting}")
    if held.state == Meeting.State.CANCELLED:
        raise Refusal(f"The meeting on {in_words(held.date)} was cancelled: plan another one.")
    if held.state != Meeting.State.PLANNED or held.minutes_state:
        raise Refusal(f"The meeting on {in_words(held.date)} has minutes: what was held is not planned anew.")
    return held


def check_day(forum: Forum, day: dt.date) -> None:
    """Refuse a day that is taken, or in a year whose working days are not known."""
    if not FIRST_YEAR < day.year < LAST_YEAR:
        raise Refusal(f"Choose a day in the years {FIRST_YEAR + 1} to {LAST_YEAR - 1}, not in {day.year}.")
    there = Meeting.objects.filter(forum=forum, date=day).first()
    if there:
        was = "a cancelled meeting" if there.state == Meeting.State.CANCELLED else "a meeting"
        raise Refusal(f"{forum} has {was} on {in_words(day)} already: choose another day.")


def check_kind(forum: Forum, kind: str | None) -> None:
    """Refuse a kind of meeting that the forum does not have."""
    if kind and (kind not in Meeting.Kind.values or (forum.kinds and kind not in forum.kinds)):
        raise Refusal(f"{forum} has no meetings of the kind “{kind[:40]}”: choose another kind.")


def _clash(held: Meeting, wanted: Mapping[str, str]) -> Clash:
    kinds = {"": "None", **dict(Meeting.Kind.choices)}
    choices = [
        Choice(
            name, LABELS[name], theirs=getattr(held, name) or "", yours=value,
            shape="choice" if name == "kind" else "text", options=kinds if name == "kind" else None,
        )
        for name, value in wanted.items()
    ]  # fmt: skip
    who, when = who_changed(held, EDIT, "meetings.plan_meeting", "meetings.plan_days")
    return Clash(f"the meeting of {held}", choices, who=who, at=when, version=planned_version(held))
