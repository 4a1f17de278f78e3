"""What the forms of the review send: one operation each, then back to the page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from answerable.accounts.doing import do
from answerable.actions.models import Action, ActionUpdate
from answerable.actions.operations import accept_update, reject_update
from answerable.intake.models import Candidate
from answerable.intake.operations import accept_candidate, drop_candidate
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.web.address import LARGEST_ID, Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_number
from answerable.workspace.here import here
from answerable.workspace.review.fields import CORRECTABLE, PARTS, Sent, Unusable
from answerable.workspace.review.operations import look_at, put_right
from answerable.workspace.review.queries import left_of
from answerable.workspace.review.views import DOUBTS, doubts_page, review_page
from answerable.workspace.source.views import source_page

NOTHING = 0  # no row has this key


def settle(request: HttpRequest, key: int) -> HttpResponse:
    """The line is right as it was read."""
    rows = MeetingWarning.objects.select_related("meeting")
    warning = get_object_or_404(rows, pk=key, office_id=here(request).office_id)
    do(request, "Noted: it is right as it was read.", look_at, warning=warning, seen=seen_in(request.POST))
    return _to_doubts(request, warning.meeting)


def correct(request: HttpRequest, key: int) -> HttpResponse:
    """Fields of one line, as they should be."""
    at = here(request)
    meeting = get_object_or_404(
        Meeting.objects.select_related("forum", "document"), pk=key, office_id=at.office_id
    )
    part, position = request.POST.get("part", ""), _number(request, "position")
    if part not in PARTS or position is None:
        messages.error(request, "This line is not there any more: look at the page again.")
        return redirect("review_meeting", key)
    try:
        do(
            request, "Put right. It stays so when the file is read again.", put_right,
            meeting=meeting, part=part, position=position, typed=chosen(request.POST.dict()),
            seen=seen_in(request.POST), warning=_number(request, "warning"),
        )  # fmt: skip
    except Unusable as reason:
        return _again(request, meeting, f"{part}-{position}", reason.problems)
    return _back(request, meeting)


def decide_update(request: HttpRequest, key: int) -> HttpResponse:
    """Which action an update is about: the one that was offered, none, or the one of a number."""
    at, seen = here(request), seen_in(request.POST)
    rows = ActionUpdate.objects.select_related("action", "meeting")
    update = get_object_or_404(rows, pk=key, office_id=at.office_id)
    answer, number = request.POST.get("answer", ""), request.POST.get("number", "").strip()
    actions = Action.objects.filter(office_id=at.office_id)
    if answer == "no":
        do(request, "Noted: it is about no action that is held.", reject_update, update=update, seen=seen)
    elif answer == "other":
        other = actions.filter(number__iexact=number).first()
        if other is None:
            why = (
                f"There is no action with the number “{number[:20]}”"
                if number
                else "Write the action’s number"
            )
            sent = Sent(f"update-{key}", request.POST.dict(), [Problem("number", why)])
            return doubts_page(request, update.meeting_id, sent)
        do(request, f"Tied to {other.number}.", accept_update, update=update, action=other, seen=seen)
    elif answer != "yes":
        messages.error(request, "Say whether the update is about the action that is offered.")
    else:
        offered = actions.filter(pk=_number(request, "offered") or NOTHING).first()
        said = "Tied to the action that was offered."
        do(request, said, accept_update, update=update, action=offered, seen=seen)
    return _to_doubts(request, update.meeting)


def decide_candidate(request: HttpRequest, key: int) -> HttpResponse:
    """Take a record that waits, or drop it."""
    rows = Candidate.objects.select_related("file__document", "meeting__forum", "office")
    candidate = get_object_or_404(rows, pk=key, office_id=here(request).office_id)
    seen = seen_in(request.POST)
    if request.POST.get("answer") == "take":
        values = Asked(request.POST.dict())
        day = values.date("date", "the day")
        if values.problems:
            return review_page(request, Sent(f"candidate-{key}", values.values, values.problems))
        do(request, "Taken.", accept_candidate, candidate=candidate, date=day, seen=seen)
    elif request.POST.get("answer") != "drop":
        messages.error(request, "Say whether to take the file or to drop it.")
    else:
        said = "Dropped: the meeting stays as it is held."
        do(request, said, drop_candidate, candidate=candidate, seen=seen)
    return redirect("review")


def _again(request: HttpRequest, meeting: Meeting, line: str, problems: list[Problem]) -> HttpResponse:
    """The page that the form of a line ("actions-0") stood on, with what was typed and what is wrong."""
    warning = request.POST.get("warning", "")
    form = f"warning-{warning}" if warning else "line"
    sent = Sent(f"{form}-{line}", request.POST.dict(), problems)
    kind, key = _source_of_form(request)
    return source_page(request, kind, key, sent) if kind else doubts_page(request, meeting.pk, sent)


def _back(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """To the page of the source that the form stood on, else to the meeting's doubts."""
    kind, key = _source_of_form(request)
    return redirect("source", kind, key) if kind else _to_doubts(request, meeting)


def _source_of_form(request: HttpRequest) -> tuple[str, int]:
    """The source that a form says it stood beside ("action/7"); "" where it names none of ours."""
    kind, _, key = request.POST.get("back", "").partition("/")
    return (kind, int(key[:18])) if kind in CORRECTABLE and key.isascii() and key.isdigit() else ("", 0)


def _to_doubts(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """To the page of the meeting's doubts that the form stood on, or the last one that is left."""
    last = max(-(-left_of(meeting) // DOUBTS), 1)
    number = min(page_number(request), last)
    there = redirect("review_meeting", meeting.pk)
    return redirect(f"{there['Location']}?page={number}") if number > 1 else there


def _number(request: HttpRequest, name: str) -> int | None:
    """A whole number that a hidden field carries; None where it carries none."""
    sent = request.POST.get(name, "")
    known = sent.isascii() and sent.isdigit() and int(sent[:20]) <= LARGEST_ID
    return int(sent) if known and len(sent) <= len(str(LARGEST_ID)) else None
