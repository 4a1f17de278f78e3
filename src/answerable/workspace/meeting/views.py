"""A meeting's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.web.address import asked
from answerable.web.paging import Page, page_link, page_number
from answerable.workspace.here import here
from answerable.workspace.meeting import queries
from answerable.workspace.meeting.approved import approval_told
from answerable.workspace.meeting.together import labelled, notices
from answerable.workspace.standing import standing


def meeting(request: HttpRequest, key: int) -> HttpResponse:
    """The minutes, as they are read; long ones a page at a time. A meeting without any has its plan."""
    at = here(request)
    held = queries.meeting_at(at, key)
    if queries.is_only_planned(held):
        return redirect("planned", key)
    values = asked(request)
    item = values.number("item", "an item")
    at_line = values.number("at", "a line") if item is None else queries.first_line_of(at, held, item - 1)
    told = approval_told(at, held)
    pages = queries.pages_of(at, held, page_number(request), at_line)
    sections, warnings = queries.minutes(at, held, pages)
    before, after = queries.beside(held)
    context = {
        "at": at,
        "meeting": held,
        "attendance": queries.attendance(held) if pages.number == 1 and told.open else [],
        "approval": told,
        "sections": sections,
        "notices": notices(warnings) if pages.number == 1 else [],
        "labelled": labelled,
        "page": Page([], pages.count, pages.number, 1, page_link(request)),
        "before": before,
        "after": after,
        "standing": lambda action: standing(action, at.today),
    }
    return render(request, "workspace/meeting/meeting.html", context)
