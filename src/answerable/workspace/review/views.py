"""What the reader was unsure of: looked at line by line, confirmed or put right."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.intake import queries as intake
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.meetings.queries import warning_counts
from answerable.workspace.review import queries
from answerable.workspace.review.fields import NOTHING_SENT, Sent, in_words
from answerable.workspace.review.strips import strips

DOUBTS = 20  # on a page: each has a form
MOST_WAITING = 20  # files that are listed; deciding about one makes room for the next


def review(request: HttpRequest) -> HttpResponse:
    """What is left in all, the files that wait, and the meetings with something to look at."""
    return review_page(request, NOTHING_SENT)


def review_page(request: HttpRequest, sent: Sent) -> HttpResponse:
    """The same page, with a form as it was sent where it could not be used."""
    at = here(request)
    page = page_of(request, queries.waiting(at))
    candidates = list(intake.waiting_candidates(at.office)[:MOST_WAITING]) if at.office else []
    context = {
        "page": page,
        "sent": sent,
        "left": intake.left_to_review(at.office) if at.office else {},
        "kinds": queries.kinds_left(at),
        "candidates": candidates,
        "versions": intake.candidate_versions(candidates),
        "refused": list(intake.refused_files(at.office)[:MOST_WAITING]) if at.office else [],
        "warnings": warning_counts(at, page.rows),
        "updates": queries.update_counts(page.rows),
    }
    return _answer(request, "workspace/review/review.html", context, sent)


def review_meeting(request: HttpRequest, key: int) -> HttpResponse:
    """The doubts about one meeting, each with its source beside it."""
    return doubts_page(request, key, NOTHING_SENT)


def doubts_page(request: HttpRequest, key: int, sent: Sent) -> HttpResponse:
    """The page of a meeting's doubts, with a form as it was sent where it could not be used."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    page = page_of(request, queries.doubts_of(meeting), DOUBTS)
    doubts = queries.explained_once(page.rows)
    context = {
        "meeting": meeting,
        "page": page,
        "sent": sent,
        "doubts": list(zip(doubts, strips(meeting.document, doubts), strict=True)),
        "settled": queries.settled_count(meeting),
        "corrections": queries.corrections_of(meeting),
        "in_words": in_words,
    }
    return _answer(request, "workspace/review/meeting.html", context, sent)


def _answer(request: HttpRequest, template: str, context: dict[str, Any], sent: Sent) -> HttpResponse:
    if sent.problems:
        messages.error(request, "Nothing was changed.")
    return render(request, template, context, status=400 if sent.problems else 200)
