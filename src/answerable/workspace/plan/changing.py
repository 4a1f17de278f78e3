"""What is changed of one planned meeting: what it is about, its day, a deadline, or that it is not held."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from answerable.components import words
from answerable.core.calendar.deadlines import Due, asked_about
from answerable.core.calendar.holidays import bank_holiday
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.operations import change_deadline, edit_planned, move_meeting, note_met
from answerable.meetings.operations.moving import new_deadlines
from answerable.meetings.operations.planning import MOST_THEME, MOST_VENUE
from answerable.meetings.queries import day_version, deadline_version, planned_version
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import Here, here
from answerable.workspace.plan.operations import cancel_meeting, take_off_plan
from answerable.workspace.plan.typed import hour, kinds_of, line, reason
from answerable.workspace.sent import version_of_form, went_through

MOST_OTHERS = 40  # later meetings that what was due can go on to


def edit(request: HttpRequest, key: int) -> HttpResponse:
    """Kind, theme, time and place."""
    at = here(request)
    meeting = meeting_at(at, key)
    values = Asked(chosen(request.POST.dict()))
    if request.method == "POST":
        changes = _changes(values)
        if not values.problems and went_through(
            request, "Changed.", edit_planned, meeting=meeting, changes=changes, seen=seen_in(request.POST)
        ):
            return redirect("planned", key)
    held = {name: getattr(meeting, name) or "" for name in ("kind", "theme", "start_time", "venue")}
    return _form(
        request, "edit", meeting, values, shown={**held, **values.values},
        kinds=kinds_of(meeting.forum), version=planned_version(meeting),
    )  # fmt: skip


def _changes(values: Asked) -> dict[str, str]:
    """The fields that were sent, as the meeting keeps them."""
    read = {
        "kind": lambda: values.text("kind"),
        "theme": lambda: line(values, "theme", "the theme", MOST_THEME),
        "start_time": lambda: hour(values, "start_time"),
        "venue": lambda: line(values, "venue", "the place", MOST_VENUE),
    }
    return {name: one() for name, one in read.items() if name in values.values}


def move(request: HttpRequest, key: int) -> HttpResponse:
    """Another day; where it passes something that is done or late, it asks first."""
    at = here(request)
    meeting = meeting_at(at, key)
    values = Asked(request.POST.dict())
    told: list[tuple[Deadline, str, Due | None]] = []
    if request.method == "POST":
        to = values.date("to", "the day")
        if to is None and not values.problems:
            values.refuse("to", "Say on which day the meeting will be")
        why = reason(values, "Say why it is moved, in a few words")
        if to is not None and not values.problems:
            told = [] if values.text("sure") else _passes(meeting, to)
            said = f"Moved to {words.weekday_date(to)}."
            seen = seen_in(request.POST)
            if not told and went_through(
                request, said, move_meeting, meeting=meeting, to=to, why=why, seen=seen
            ):
                return redirect("planned", key)
    return _form(
        request, "move", meeting, values, shown=values.values, told=told, version=day_version(meeting),
        holiday=bank_holiday(day) if told and (day := values.date("to", "the day")) else "",
    )  # fmt: skip


def cancel(request: HttpRequest, key: int) -> HttpResponse:
    """That it is not held, why, and which meeting takes what was due at it."""
    at = here(request)
    meeting = meeting_at(at, key)
    values = Asked(request.POST.dict())
    others = later(meeting)
    if request.method == "POST":
        onto = _chosen(values, others)
        why = reason(values, "Say why it is cancelled, in a few words")
        seen = seen_in(request.POST)
        if not values.problems and went_through(
            request, "Cancelled.", cancel_meeting, meeting=meeting, onto=onto, why=why, seen=seen
        ):
            return redirect("planned", key)
    return _form(
        request, "cancel", meeting, values, shown=values.values, others=others, version=day_version(meeting)
    )


def take_off(request: HttpRequest, key: int) -> HttpResponse:
    """It was put on the plan by mistake."""
    meeting = meeting_at(here(request), key)
    said = f"Taken off the plan: {meeting.forum}, {words.date(meeting.date)}."
    gone = went_through(request, said, take_off_plan, meeting=meeting)
    return redirect("plan") if gone else redirect("planned", key)


def deadline(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    """One deadline on another day, or done."""
    at = here(request)
    meeting = meeting_at(at, key)
    one = get_object_or_404(Deadline.objects.select_related("meeting__forum"), meeting=meeting, kind=kind)
    values = Asked(request.POST.dict())
    if request.method == "POST" and _sent_deadline(request, one, values):
        return redirect("planned", key)
    held = {"date": str(one.date), "time": words.time(one.time)}
    return _form(
        request, "deadline", meeting, values, shown={**held, **values.values}, deadline=one,
        version=deadline_version(one),
    )  # fmt: skip


def _sent_deadline(request: HttpRequest, one: Deadline, values: Asked) -> bool:
    seen = seen_in(request.POST)
    if values.text("do") == "met":
        return went_through(request, "Noted: it is done.", note_met, deadline=one, seen=seen)
    day, time = values.date("date", "the day"), hour(values, "time")
    if day is None and not values.problems:
        values.refuse("date", "Say on which day it is due")
    why = reason(values, "Say why it is due on another day, in a few words")
    if day is None or values.problems:
        return False
    said = f"{one.get_kind_display()}: {words.date(day)}."
    return went_through(request, said, change_deadline, deadline=one, date=day, time=time, why=why, seen=seen)


def meeting_at(at: Here, key: int) -> Meeting:
    """The meeting. Raises Http404; whether it is still ahead is asked by the operation."""
    found = Meeting.objects.select_related("forum", "office").filter(office_id=at.office_id, pk=key).first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def later(meeting: Meeting) -> list[Meeting]:
    """The planned meetings after one, those of its own forum first."""
    rows = Meeting.objects.filter(
        office_id=meeting.office_id, date__gt=meeting.date, state=Meeting.State.PLANNED, minutes_state=""
    )
    found = list(rows.select_related("forum").order_by("date", "pk")[: 2 * MOST_OTHERS])
    return sorted(found, key=lambda one: one.forum_id != meeting.forum_id)[:MOST_OTHERS]


def _passes(meeting: Meeting, to: dt.date) -> list[tuple[Deadline, str, Due | None]]:
    """What is done or late already, or would be late on the new day: somebody should know before."""
    now = timezone.localtime()
    due = new_deadlines(meeting, to)
    found = []
    for one in meeting.deadlines.all():
        after = due.get(one.kind)
        what = asked_about(Due(one.date, one.time), one.met_at is not None, after, now)
        if what:
            found.append((one, what, after))
    return found


def _chosen(values: Asked, others: list[Meeting]) -> Meeting | None:
    """The meeting that what was due goes on to; None where it goes to none."""
    if values.text("onto") == "none":
        return None
    found = next((one for one in others if str(one.pk) == values.text("onto")), None)
    if found is None:
        values.refuse("onto", "Choose from the list where what was due goes on")
    return found


def _form(request: HttpRequest, name: str, meeting: Meeting, values: Asked, **more: object) -> HttpResponse:
    """The page of a form; 400 where a value of it cannot be used."""
    more["version"] = version_of_form(request, str(more["version"]))
    context = {"meeting": meeting, "asked": values, **more}
    status = 400 if values.problems else 200
    return render(request, f"workspace/plan/{name}.html", context, status=status)
