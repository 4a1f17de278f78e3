"""The register of promises: a page of it, all of it as a file, and one promise."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from answerable.accounts.shown import shows
from answerable.actions.models import Commitment
from answerable.actions.promises import promise_version
from answerable.core.actions.promises import steps
from answerable.core.permissions.table import Permission
from answerable.web.address import Asked, asked, with_values
from answerable.web.csv_file import csv_response
from answerable.web.paging import page_of
from answerable.web.sorting import Sort
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import Here, here
from answerable.workspace.lapsed.evidence import evidence_of
from answerable.workspace.promises import queries
from answerable.workspace.promises.filters import filtered, in_words, wanted
from answerable.workspace.promises.standing import standing

NEWEST_FIRST = "-said"
NOTHING_TYPED = Asked({})


def promises(request: HttpRequest) -> HttpResponse:
    """The promises that the address asks for, fifty to a page."""
    return register_page(request, NOTHING_TYPED)


def register_page(request: HttpRequest, typed: Asked) -> HttpResponse:
    """The same page, with what was typed below it where that could not be used."""
    at, values = here(request), asked(request)
    want = wanted(values)
    sort = Sort(request, queries.COLUMNS, NEWEST_FIRST)
    page = page_of(request, sort.apply(queries.with_meetings(filtered(want, at))))
    forums = forum_choices(at)
    wrong = [*values.problems, *typed.problems]
    context = {
        "at": at,
        "want": want,
        "in_words": in_words(want, forums),
        "asked": values,
        "typed": typed,
        "problems": wrong,
        "page": page,
        "sort": sort,
        "rows": [_row(at, one) for one in page.rows],
        "speakers": queries.speaker_choices(at),
        "forums": forums,
        "statuses": queries.status_choices(),
        "download": "/promises/all.csv" + with_values(request, page=None),
        "dismiss": "/promises/dismiss" + with_values(request),
        "ticked": set(request.POST.getlist("promise")),
    }
    return render(request, "workspace/promises/promises.html", context, status=400 if wrong else 200)


def promises_csv(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """All the promises that the address asks for, in its order, as a CSV file."""
    at, values = here(request), asked(request)
    want = wanted(values)
    if values.problems:
        return promises(request)
    sort = Sort(request, queries.COLUMNS, NEWEST_FIRST)
    rows = sort.apply(queries.with_meetings(filtered(want, at)))
    shows(request, *rows.filter(restricted=True))
    return csv_response("promises.csv", queries.HEAD, queries.spreadsheet(rows, at.today))


def promise(request: HttpRequest, key: int) -> HttpResponse:
    """One promise: what was said, what was heard of it since, and what can be decided."""
    at = here(request)
    return promise_page(request, at, queries.promise_at(at, key), NOTHING_TYPED)


def promise_page(request: HttpRequest, at: Here, found: Commitment, typed: Asked) -> HttpResponse:
    """The same page, with what was typed where that could not be used."""
    may = at.actor.may(Permission.FOLLOW_PROMISES)
    context: dict[str, Any] = {
        "at": at,
        "promise": found,
        "standing": standing(found, at.today),
        "evidence": evidence_of(at, found),
        "version": promise_version(found),
        "steps": steps(found.standing) if may else [],  # type: ignore[arg-type]  # nothing else is held
        "typed": typed,
    }
    return render(request, "workspace/promises/promise.html", context, status=400 if typed.problems else 200)


def _row(at: Here, one: Commitment) -> dict[str, Any]:
    return {
        "promise": one,
        "standing": standing(one, at.today),
        "version": promise_version(one),
        "open": "dismiss" in steps(one.standing),  # type: ignore[arg-type]  # nothing else is held
    }
