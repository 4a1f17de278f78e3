"""Promised and never heard of again: the page, its download, what was searched, and asking again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.accounts.shown import shows
from answerable.web.address import asked, with_values
from answerable.web.csv_file import csv_response
from answerable.web.paging import page_of
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import here
from answerable.workspace.lapsed import queries
from answerable.workspace.lapsed.evidence import evidence_of, searched
from answerable.workspace.lapsed.operations import ask_again, forum_of


def lapsed(request: HttpRequest) -> HttpResponse:
    """Actions and promises that have lapsed, the oldest first, with the evidence."""
    at, values = here(request), asked(request)
    want = queries.wanted(values)
    page = page_of(request, queries.in_order(at, want))
    context = {
        "at": at,
        "want": want,
        "asked": values,
        "page": page,
        "rows": queries.read(at, page.rows),
        "counted": queries.counted(at),
        "kinds": [("", "Actions and promises"), *queries.KINDS.items()],
        "forums": forum_choices(at),
        "download": "/lapsed/all.csv" + with_values(request, page=None),
    }
    return render(request, "workspace/lapsed/lapsed.html", context, status=400 if values.problems else 200)


def lapsed_csv(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """All of it as a CSV file."""
    at, values = here(request), asked(request)
    want = queries.wanted(values)
    if values.problems:
        return lapsed(request)
    for rows in (queries.lapsed_actions(at), queries.lapsed_promises(at)):
        closed = rows.filter(restricted=True).only("restricted")
        near = rows.filter(silence__nearest__restricted=True).select_related("silence__nearest")
        shows(request, *closed, *(one.silence.nearest for one in near))
    return csv_response("never-heard-of-again.csv", queries.HEAD, queries.spreadsheet(at, want))


def searched_action(request: HttpRequest, key: int) -> HttpResponse:
    return _searched(request, queries.ACTION, key)


def searched_promise(request: HttpRequest, key: int) -> HttpResponse:
    return _searched(request, queries.PROMISE, key)


def _searched(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """The meetings that were searched for one action or promise."""
    at = here(request)
    row = queries.row_at(at, kind, key)
    context = {
        "kind": kind,
        "row": row,
        "evidence": evidence_of(at, row),
        "page": page_of(request, searched(at, row)),
    }
    return render(request, "workspace/lapsed/searched.html", context)


def ask_action(request: HttpRequest, key: int) -> HttpResponse:
    return _ask(request, queries.ACTION, key)


def ask_promise(request: HttpRequest, key: int) -> HttpResponse:
    return _ask(request, queries.PROMISE, key)


def _ask(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    row = queries.row_at(here(request), kind, key)
    said = f"The question waits in the backlog of {forum_of(row)}: choose it for an agenda there."
    do(request, said, ask_again, about=row)
    return redirect("lapsed")
