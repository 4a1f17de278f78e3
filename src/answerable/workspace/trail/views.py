"""The audit trail, and its last signed head for whoever wants to keep it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.audit.queries import head_statements, last_head
from answerable.web.address import asked
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.trail import queries


def trail(request: HttpRequest) -> HttpResponse:
    """What was done in the office, the newest first."""
    at, values = here(request), asked(request)
    page = page_of(request, queries.trail(at, values))
    context = {
        "asked": values,
        "page": page,
        "rows": [(event, queries.links(event)) for event in page.rows],
        "people": queries.people_choices(at),
        "operations": queries.operation_choices(at),
        "in_words": queries.operation_in_words,
        "head": last_head(),
    }
    return render(request, "workspace/trail/trail.html", context, status=400 if values.problems else 200)


def head(request: HttpRequest) -> HttpResponse:
    """The last signed head as text. It says nothing of what is in the record. Raises Http404."""
    del request
    statements = head_statements()[-1:]
    if not statements:
        raise Http404("No head was signed yet.")
    return HttpResponse(str(statements[0]), content_type="text/plain; charset=utf-8")
