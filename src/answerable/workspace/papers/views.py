"""What was asked of the force and by when, what it sent, and how the office judged it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.papers.scales import SCALES
from answerable.core.permissions.table import Permission
from answerable.intake.uploads import MB, limits
from answerable.meetings.models import Meeting
from answerable.papers.queries import last_terms
from answerable.papers.versions import introduction_version, point_version
from answerable.web.address import Asked, asked
from answerable.web.paging import page_of
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import Here, here
from answerable.workspace.papers import pictures, queries, wording
from answerable.workspace.sent import version_of_form
from answerable.writers.files import FORMATS

MEETINGS = 20  # on a page: each has two deadlines and its notes
EARLIER = "earlier"


def papers(request: HttpRequest) -> HttpResponse:
    """What is asked for the meetings ahead, or was for earlier ones: the force's page, and the office's."""
    at = here(request)
    earlier = asked(request).text("show") == EARLIER
    rows = queries.meetings_before(at) if earlier else queries.meetings_ahead(at)
    page = page_of(request, rows, MEETINGS)
    found = queries.asked_of(at, page.rows)
    context = {
        "page": page,
        "rows": found,
        "earlier": earlier,
        "today": at.today,
        "sends": not queries.sees_drafts(at.actor),
        "waiting": [note for one in found for note in one.notes if note.note.state == "sent"],
        "returned": [note for one in found for note in one.notes if note.note.state == "returned"],
        "wording": wording,
    }
    return render(request, "workspace/papers/papers.html", context)


def meeting(request: HttpRequest, key: int) -> HttpResponse:
    """The papers of one meeting."""
    at = here(request)
    return meeting_page(request, queries.meeting_at(at, key), Asked({}))


def meeting_page(request: HttpRequest, of: Meeting, typed: Asked) -> HttpResponse:
    """The same page, with a form as it was sent where it could not be used."""
    at = here(request)
    notes = queries.versions_of(at, of)
    cancelled = of.state == Meeting.State.CANCELLED
    context = {
        "meeting": of,
        "name": wording.meeting_name(of),
        "typed": typed,
        "today": at.today,
        "wording": wording,
        "asks": queries.due_for(of),
        "notes": notes,
        "judgements": {one.pk: queries.judgement_of(at, one) for some in notes for one in some},
        "drafts": queries.sees_drafts(at.actor),
        "formats": FORMATS,
        "limit": f"{limits().file // MB} MB",
        "cancelled": cancelled,
        "onto": queries.moved_onto(of) if cancelled else None,
        **_terms(request, at, of),
    }
    return render(request, "workspace/papers/meeting.html", context, status=400 if typed.problems else 200)


def judgements(request: HttpRequest) -> HttpResponse:
    """How the office judged every version, side by side over the meetings."""
    at, values = here(request), asked(request)
    forum = values.number("forum", "a forum")
    page = page_of(request, queries.judged(at, forum))
    context = {
        "asked": values,
        "forum": forum,
        "forums": forum_choices(at),
        "page": page,
        "scales": SCALES,
        "rows": [(one, queries.judgement_of(at, one)) for one in page.rows],
        "verdicts": queries.verdict_counts(page.rows),
        "picture": pictures.lengths(list(reversed(page.rows))),
        "wording": wording,
    }
    return render(
        request, "workspace/papers/judgements.html", context, status=400 if values.problems else 200
    )


def _terms(request: HttpRequest, at: Here, of: Meeting) -> dict[str, Any]:
    """The terms of reference, and for those who may write them what they can be made of."""
    terms = queries.terms_of(at, of)
    points = list(terms.points.all()) if terms else []
    context: dict[str, Any] = {
        "terms": terms,
        "points": points,
        "versions": {one.pk: point_version(one) for one in points},
        "amendments": [(one, wording.amendment(one)) for one in terms.amendments.all()] if terms else [],
        "introduction_version": version_of_form(request, introduction_version(terms)),
        "topics": queries.topic_names(at, points),
        "proposed": {},
        "last": None,
        "templates": [],
        "writes": at.actor.may(Permission.SET_TERMS) and of.state != Meeting.State.CANCELLED,
    }
    if context["writes"]:
        context["proposed"] = queries.proposed_topics(points, queries.topics_to_choose(at))
        context["last"] = last_terms(of)
        context["templates"] = queries.templates_for(at, of)
    return context
