"""The list of meetings."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.web.address import asked
from answerable.web.paging import page_of
from answerable.workspace.choices import forum_choices, year_choices
from answerable.workspace.here import here
from answerable.workspace.meetings import queries


def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings that the address asks for, under their years."""
    at, values = here(request), asked(request)
    year, forum = values.number("year", "a year"), values.number("forum", "a forum")
    page = page_of(request, queries.meetings(at, year, forum))
    context = {
        "asked": values,
        "year": year,
        "forum": forum,
        "page": page,
        "by_year": [(key, list(rows)) for key, rows in groupby(page.rows, lambda one: one.date.year)],
        "kinds": any(one.kind for one in page.rows),
        "kin": queries.kin(forum) if forum else [],
        "planned": queries.planned(at, forum),
        "years": year_choices(at),
        "forums": forum_choices(at),
        "actions": queries.action_counts(at, page.rows),
        "warnings": queries.warning_counts(at, page.rows),
    }
    return render(
        request, "workspace/meetings/meetings.html", context, status=400 if values.problems else 200
    )
