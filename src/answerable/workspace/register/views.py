"""The register of actions: a page of it, and all of it as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from answerable.accounts.shown import shows
from answerable.web.address import asked, with_values
from answerable.web.csv_file import csv_response
from answerable.web.paging import page_of
from answerable.web.sorting import Sort
from answerable.workspace.choices import forum_choices
from answerable.workspace.here import here
from answerable.workspace.register import queries
from answerable.workspace.register.filters import filtered, in_words, wanted
from answerable.workspace.standing import standing

NEWEST_FIRST = "-given"


def register(request: HttpRequest) -> HttpResponse:
    """The actions that the address asks for, fifty to a page."""
    at, values = here(request), asked(request)
    want = wanted(values)
    sort = Sort(request, queries.COLUMNS, NEWEST_FIRST)
    page = page_of(request, sort.apply(queries.sortable(filtered(want, at))))
    owners = _with_asked(queries.owner_choices(at), want.owner)
    forums, topics = forum_choices(at), queries.topic_choices(at)
    context = {
        "at": at,
        "want": want,
        "in_words": in_words(want, owners, forums, topics),
        "asked": values,
        "page": page,
        "sort": sort,
        "rows": [(action, standing(action, at.today)) for action in page.rows],
        "owners": owners,
        "forums": forums,
        "topics": topics,
        "statuses": queries.status_choices(),
        "outcomes": queries.outcome_choices(),
        "download": "/actions.csv" + with_values(request, page=None),
    }
    return render(
        request, "workspace/register/register.html", context, status=400 if values.problems else 200
    )


def register_csv(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """All the actions that the address asks for, in its order, as a CSV file."""
    at, values = here(request), asked(request)
    want = wanted(values)
    if values.problems:
        return register(request)
    sort = Sort(request, queries.COLUMNS, NEWEST_FIRST)
    rows = sort.apply(queries.sortable(filtered(want, at)))
    shows(request, *rows.filter(restricted=True).only("restricted"))
    return csv_response("actions.csv", queries.HEAD, queries.spreadsheet(rows, at.today))


def _with_asked(choices: list[tuple[str, str]], owner: str) -> list[tuple[str, str]]:
    """An owner that is no post ("printed-XX") stands in the list where it was asked for."""
    if owner and owner not in dict(choices):
        return [*choices, (owner, owner.partition("-")[2] or owner)]
    return choices
