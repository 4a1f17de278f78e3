"""The forms of comments: each side writes its own, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.plans import fields
from answerable.plans.editing import Field
from answerable.plans.models import Inspection, Recommendation
from answerable.plans.operations.responses import LONGEST, comment_for_force, comment_for_office
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.inspections import queries, typed
from answerable.workspace.inspections.views import BAD, inspection_page, recommendation_page
from answerable.workspace.sent import went_through

About = Inspection | Recommendation


def report_for_force(request: HttpRequest, key: int) -> HttpResponse:
    """The chief officer's comments on the report as a whole."""
    return _force(request, queries.inspection_at(here(request), key))


def report_for_office(request: HttpRequest, key: int) -> HttpResponse:
    """The commissioner's comments on the report as a whole."""
    return _office(request, queries.inspection_at(here(request), key), fields.OFFICE_REPORT)


def for_force(request: HttpRequest, key: int) -> HttpResponse:
    """The chief officer's comment on one recommendation."""
    return _force(request, queries.recommendation_at(here(request), key))


def for_office(request: HttpRequest, key: int) -> HttpResponse:
    """The commissioner's comment on one, and what is or will be done."""
    return _office(request, queries.recommendation_at(here(request), key), fields.OFFICE)


def _force(request: HttpRequest, about: About) -> HttpResponse:
    def put(values: dict[str, str]) -> bool:
        return went_through(
            request, "Saved the comment.", comment_for_force, about=about, text=values["force_comment"],
            seen=seen_in(request.POST),
        )  # fmt: skip

    return _comment(request, about, fields.FORCE, put)


def _office(request: HttpRequest, about: About, known: Sequence[Field]) -> HttpResponse:
    def put(values: dict[str, str]) -> bool:
        return went_through(
            request, "Saved the comment.", comment_for_office, about=about, values=values,
            seen=seen_in(request.POST),
        )  # fmt: skip

    return _comment(request, about, known, put)


def _comment(
    request: HttpRequest, about: About, known: Sequence[Field], put: Callable[[dict[str, str]], bool]
) -> HttpResponse:
    """Save what was typed into the fields that are known; the page again where it could not be."""
    sent = chosen(request.POST.dict())
    values = Asked(sent)
    found = {
        one.name: typed.long(values, one.name, one.label.lower(), LONGEST)
        for one in known
        if one.name in sent
    }
    if not found:
        messages.success(request, "Kept as it is.")
    elif values.problems or not put(found):
        page = inspection_page if isinstance(about, Inspection) else recommendation_page
        return page(request, about, Asked(request.POST.dict(), values.problems), BAD)  # type: ignore[arg-type]
    return redirect("inspection" if isinstance(about, Inspection) else "recommendation", about.pk)
