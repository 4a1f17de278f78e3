"""What the reader was unsure of: looked at line by line, confirmed or put right."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable.intake import queries as intake
from answerable.web.address import Problem
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.meetings.queries import warning_counts
from answerable.workspace.review import queries
from answerable.workspace.review.fields import in_words
from answerable.workspace.review.strips import strips

DOUBTS = 20  # on a page: each has a form
MOST_WAITING = 20  # files that are listed; deciding about one makes room for the next


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """What is left in all, the files that wait, and the meetings with something to look at."""
    at = here(request)
    page = page_of(request, queries.waiting(at))
    context = {
        "page": page,
        "left": intake.left_to_review(at.office) if at.office else {},
        "codes": intake.warnings_by_code(at.office) if at.office else [],
        "candidates": list(intake.waiting_candidates(at.office)[:MOST_WAITING]) if at.office else [],
        "refused": list(intake.refused_files(at.office)[:MOST_WAITING]) if at.office else [],
        "warnings": warning_counts(page.rows),
        "updates": queries.update_counts(page.rows),
    }
    return render(request, "workspace/review/review.html", context)


@require_safe
def review_meeting(request: HttpRequest, key: int) -> HttpResponse:
    """The doubts about one meeting, each with its source beside it."""
    return doubts_page(request, key, [])


def doubts_page(request: HttpRequest, key: int, problems: list[Problem]) -> HttpResponse:
    """The page of a meeting's doubts, with what could not be used of a form that was sent."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    page = page_of(request, queries.doubts_of(meeting), DOUBTS)
    context = {
        "meeting": meeting,
        "page": page,
        "doubts": list(zip(page.rows, strips(meeting.document, page.rows), strict=True)),
        "settled": queries.settled_count(meeting),
        "corrections": queries.corrections_of(meeting),
        "problems": problems,
        "in_words": in_words,
    }
    if problems:
        messages.error(request, "Nothing was changed.")
    return render(request, "workspace/review/meeting.html", context, status=400 if problems else 200)
