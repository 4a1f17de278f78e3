"""What inspectorates recommend, what is said and done about it, and which response is due when."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.inspections.duty import response_due
from answerable.core.inspections.pasted import KINDS
from answerable.core.inspections.response import lacks
from answerable.core.inspections.states import steps_from
from answerable.core.permissions.table import Permission
from answerable.intake.uploads import MB, limits
from answerable.measures.models import MeasureTie
from answerable.plans import fields
from answerable.plans.editing import fields_version
from answerable.plans.models import Inspection, Recommendation
from answerable.plans.queries.inspections import outstanding, response_of, responses_due
from answerable.web.address import Asked, asked
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.inspections import files, queries, wording
from answerable.workspace.inspections.typed import SCOPES
from answerable.workspace.measured.telling import moved
from answerable.workspace.sent import version_of_form
from answerable.workspace.tied import tied_actions, topic_shown
from answerable.writers.files import FORMATS

MOST_FOLDED = 30  # superseded ones that are listed where they are folded away
BAD = 400


def recommendations(request: HttpRequest) -> HttpResponse:
    """What is due when, and every recommendation that the filters let through."""
    at, values = here(request), asked(request)
    show = values.choice("show", queries.SHOWN, "what to show") or ""
    kind = values.choice("kind", KINDS, "the kind")
    post, text = values.number("owner", "an owner"), values.text("text")
    filters = (show and queries.SHOWN[show], KINDS.get(kind or ""), text)
    old = queries.superseded(at)
    context = {
        "asked": values,
        "page": page_of(request, queries.listed(at, show, kind, post, text)),
        "due": responses_due(at.office_id, at.today),
        "in_sum": wording.in_sum(outstanding(at.office_id, at.today)),
        "superseded": list(old[: MOST_FOLDED + 1]),
        "most_folded": MOST_FOLDED,
        "shown": list(queries.SHOWN.items()),
        "kinds": [("", "Any kind"), *KINDS.items()],
        "posts": queries.post_choices(at, "Any owner"),
        "any": bool(show or kind or post or text),
        "filtered": ", ".join(one for one in filters if one),
        "today": at.today,
        "wording": wording,
    }
    return render(request, "workspace/inspections/list.html", context, status=BAD if values.problems else 200)


def reports(request: HttpRequest) -> HttpResponse:
    """Every report with how its response stands, the newest first."""
    at = here(request)
    page = page_of(request, queries.reports(at))
    rows = [response_of(one, at.today) for one in page.rows]
    context = {"page": page, "rows": rows, "wording": wording, "writes": at.actor.may(Permission.WRITE_PLANS)}
    return render(request, "workspace/inspections/reports.html", context)


def inspection(request: HttpRequest, key: int) -> HttpResponse:
    """One report: its response, and what it recommends."""
    return inspection_page(request, queries.inspection_at(here(request), key), Asked({}))


def inspection_page(request: HttpRequest, of: Inspection, typed: Asked, status: int = 200) -> HttpResponse:
    """The same page, with a form as it was sent where it could not be used."""
    at = here(request)
    rows = queries.of_report(of)
    lacking = lacks(files.response_of(of, rows))
    may = at.actor.may
    context = {
        "inspection": of,
        "rows": rows,
        "typed": typed,
        "stands": response_of(of, at.today),
        "due": response_due(of.published),
        "comments": queries.sees_comments(at, of),
        "lacking": {one.pk: [lack for lack in lacking if lack.about == str(one)] for one in rows},
        "whole": [lack for lack in lacking if not lack.about],
        "document": queries.document_of(at, of),
        "formats": FORMATS,
        "limit": f"{limits().file // MB} MB",
        "kinds": list(KINDS.items()),
        "scopes": SCOPES,
        "today": at.today,
        "wording": wording,
        "writes": may(Permission.WRITE_PLANS),
        "for_force": may(Permission.COMMENT_FOR_FORCE) and not of.responded_on,
        "for_office": may(Permission.COMMENT_FOR_OFFICE) and not of.responded_on,
        "force_version": _version(request, typed, "force_comment", of, fields.FORCE),
        "office_version": _version(request, typed, "office_comment", of, fields.OFFICE_REPORT),
        "concerns_version": _version(request, typed, "concerns_us", of, fields.CONCERNS),
    }
    status = BAD if typed.problems else status
    return render(request, "workspace/inspections/inspection.html", context, status=status)


def recommendation(request: HttpRequest, key: int) -> HttpResponse:
    """One recommendation: what both sides say, what is done, what took its place, and its history."""
    return recommendation_page(request, queries.recommendation_at(here(request), key), Asked({}))


def recommendation_page(
    request: HttpRequest, one: Recommendation, typed: Asked, status: int = 200
) -> HttpResponse:
    """The same page, with a form as it was sent where it could not be used."""
    at = here(request)
    may, open_to_change = at.actor.may, not one.inspection.responded_on
    before, after = queries.neighbours(queries.of_report(one.inspection), one.pk)
    writes = may(Permission.WRITE_PLANS)
    instead, took = queries.chain_of(one)
    context: dict[str, Any] = {
        "one": one,
        "typed": typed,
        "before": before,
        "after": after,
        "instead": instead,
        "took": took,
        "topic": topic_shown(at, one.topic),
        "comments": queries.sees_comments(at, one.inspection),
        "history": queries.history(one),
        "tied": tied_actions(at, one),
        "moves": moved(at, MeasureTie.objects.filter(recommendation=one), one.inspection.published),
        "today": at.today,
        "wording": wording,
        "writes": writes,
        "others": queries.could_supersede(at, one) if writes and not one.superseded_by_id else [],
        "for_force": may(Permission.COMMENT_FOR_FORCE) and open_to_change,
        "for_office": may(Permission.COMMENT_FOR_OFFICE) and open_to_change,
        "force_steps": steps_from(one.state, "force") if may(Permission.COMMENT_FOR_FORCE) else [],
        "office_steps": steps_from(one.state, "office") if may(Permission.COMMENT_FOR_OFFICE) else [],
        "force_version": _version(request, typed, "force_comment", one, fields.FORCE),
        "office_version": _version(request, typed, "office_comment", one, fields.OFFICE),
    }
    status = BAD if typed.problems else status
    return render(request, "workspace/inspections/recommendation.html", context, status=status)


def _version(request: HttpRequest, typed: Asked, name: str, row: Any, edited: Any) -> str:
    """The version for one of several forms: the one that was sent keeps that which it was made from."""
    now = fields_version(row, edited)
    return version_of_form(request, now) if name in typed.values else now
