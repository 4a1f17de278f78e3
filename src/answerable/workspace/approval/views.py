"""Minutes after the meeting: how far they have come, what stands against them, and moving them on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.components.words import date as in_words
from answerable.core.approval.states import STATE_NAMES, Step, step_of
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Meeting
from answerable.web.address import Asked
from answerable.web.clash import seen_in
from answerable.workspace.approval import operations, queries
from answerable.workspace.approval.findings import asked_of
from answerable.workspace.here import Here, here

MOST_FOUND = 60  # findings of each kind that are listed; those behind them come up as these are mended
MOST_REMARKS = 100  # that are listed
LONGEST_NAME = 120  # characters of a name or of the words of an abbreviation


def approval(request: HttpRequest, key: int) -> HttpResponse:
    """State, who moves it on and why not, checks, remarks, versions and files of one meeting's minutes."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    page = queries.approval(at, meeting)
    context = {
        "at": at,
        "page": page,
        "meeting": meeting,
        "state": STATE_NAMES,
        "roll": asked_of(page.now) if page.now else [],
        "most": MOST_FOUND,
        "most_remarks": MOST_REMARKS,
        "editable": meeting.minutes_state == "draft",
    }
    return render(request, "workspace/approval/approval.html", context)


def take(request: HttpRequest, key: int) -> HttpResponse:
    """A step that whoever takes minutes may take."""
    return _take(request, key, Permission.TAKE_MINUTES)


def agree(request: HttpRequest, key: int) -> HttpResponse:
    """A step that whoever agrees minutes may take."""
    return _take(request, key, Permission.AGREE_MINUTES)


def _take(request: HttpRequest, key: int, permission: Permission) -> HttpResponse:
    at = here(request)
    meeting = queries.meeting_at(at, key)
    step = step_of(request.POST.get("step", ""))
    if step is None or permission not in step.permissions or step.key == "begin":
        messages.error(request, "Choose one of the steps on this page.")
        return redirect("approval", key)
    do(
        request,
        step.done,
        operations.take,
        meeting=meeting,
        step=step,
        words=request.POST.get("words", ""),
        approved_by=_approving(request, at, meeting, step),
        seen=seen_in(request.POST.dict()),
        today=at.today,
    )
    return redirect("approval", key)


def _approving(request: HttpRequest, at: Here, meeting: Meeting, step: Step) -> Meeting | None:
    """The later meeting that the form names."""
    if not step.names_meeting:
        return None
    chosen = Asked(request.POST.dict()).number("approved_by", "the meeting that approved them")
    return next((one for one in queries.later_meetings(meeting, at.today) if one.pk == chosen), None)


def mend(request: HttpRequest, key: int) -> HttpResponse:
    """Put right what a check found, by one press."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    values = Asked(request.POST.dict())
    answer = _answer(values)
    if values.problems:
        messages.error(request, f"{values.problems[0].message}.")
        return redirect("approval", key)
    do(
        request,
        "Put right.",
        operations.mend,
        meeting=meeting,
        finding=values.text("finding"),
        answer=answer,
        seen=seen_in(request.POST.dict()),
    )
    return redirect("approval", key)


def _answer(values: Asked) -> str:
    """What was asked before the mend: a day in words, or a name or words as they were typed."""
    if values.text("ask") == "date":
        day = values.date("answer", "the date")
        return in_words(day) if day else ""
    return values.text("answer")[:LONGEST_NAME]
