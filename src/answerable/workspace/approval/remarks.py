"""The minutes line by line, what the force says of a line, and what the office answers."""

from __future__ import annotations

from collections import defaultdict

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.core.approval.states import State
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.approval_queries import remark_version, remarks_of
from answerable.minuting.models import Line, Remark
from answerable.minuting.queries import standing_lines
from answerable.web.address import Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.approval import operations
from answerable.workspace.approval.queries import may_see, meeting_at
from answerable.workspace.here import Here, here

LINES = 60  # of the minutes on a page: a page of the longest ones stays under 100 kB


def lines(request: HttpRequest, key: int) -> HttpResponse:
    """The minutes as they are typed, line by line, with what was said of each."""
    at = here(request)
    meeting = _seen(at, key)
    page = page_of(request, standing_lines(meeting).select_related("item"), LINES)
    said: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks_of(meeting).filter(line__in=[line.pk for line in page.rows]):
        said[remark.line_id or 0].append(remark)
    context = {
        "at": at,
        "meeting": meeting,
        "page": page,
        "said": said,
        "may_remark": _may_remark(at, meeting),
    }
    return render(request, "workspace/approval/lines.html", context)


def remark(request: HttpRequest, key: int) -> HttpResponse:
    """Say what is not accurate in a line, or in the whole."""
    at = here(request)
    meeting = meeting_at(at, key)
    line = _line(request, meeting) if may_see(at, meeting) else None
    values = Asked(request.POST.dict())
    if request.method == "POST":
        text = request.POST.get("text", "")
        if text.strip():
            do(
                request,
                "Noted. The office will answer it.",
                minuting.remark,
                meeting=meeting,
                line=line,
                text=text,
            )
            return redirect("approval", key)
        values.problems.append(Problem("text", "Say what is not accurate"))
    context = {"at": at, "meeting": meeting, "line": line, "asked": values,
               "closed": not _may_remark(at, meeting)}  # fmt: skip
    return render(request, "workspace/approval/remark.html", context, status=400 if values.problems else 200)


def answer(request: HttpRequest, key: int) -> HttpResponse:
    """Accept a remark with the changed line, or decline it with words."""
    at = here(request)
    found = Remark.objects.filter(pk=key, meeting__office_id=at.office_id)
    one = found.select_related("meeting__forum", "meeting__office", "line__item", "by", "answered_by").first()
    if one is None:
        raise Http404("There is no such remark.")
    values = Asked(request.POST.dict())
    if request.method == "POST" and not _problems(values):
        kept = chosen(request.POST.dict())
        do(
            request,
            "Answered.",
            operations.answer,
            remark=one,
            accepted=kept.get("answer", one.answer) == Remark.Answer.ACCEPTED,
            words=kept.get("words", one.answer_words),
            text=kept.get("text", ""),
            seen=seen_in(request.POST.dict()),
        )
        return redirect("approval", one.meeting_id)
    context = {
        "remark": one,
        "meeting": one.meeting,
        "asked": values,
        "version": remark_version(one),
        "closed": one.meeting.minutes_state != State.SEEN,
    }
    return render(request, "workspace/approval/answer.html", context, status=400 if values.problems else 200)


def _problems(values: Asked) -> list[Problem]:
    if values.text("answer") not in (Remark.Answer.ACCEPTED, Remark.Answer.DECLINED):
        values.problems.append(Problem("answer-accepted", "Choose whether it is accepted"))
    elif values.text("answer") == Remark.Answer.DECLINED and not values.text("words"):
        values.problems.append(Problem("words", "Say in a few words why it stays as it is"))
    return values.problems


def _seen(at: Here, key: int) -> Meeting:
    """A meeting whose minutes the actor may see. Raises Http404."""
    meeting = meeting_at(at, key)
    if not may_see(at, meeting):
        raise Http404("These minutes are not sent to the force yet.")
    return meeting


def _may_remark(at: Here, meeting: Meeting) -> bool:
    return at.actor.may(Permission.REMARK_ON_MINUTES) and meeting.minutes_state == State.SEEN


def _line(request: HttpRequest, meeting: Meeting) -> Line | None:
    """The line that the address or the form names; None of the whole. Raises Http404."""
    values = Asked({**request.GET.dict(), **request.POST.dict()})
    key = values.number("line", "a line")
    if key is None:
        return None
    line = standing_lines(meeting).filter(pk=key).select_related("item").first()
    if line is None:
        messages.error(request, "This line is not in the minutes any more.")
    return line
