"""Topics: the list, and one over the years."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from answerable.web.address import asked
from answerable.web.paging import page_of
from answerable.web.sorting import Sort
from answerable.workspace.here import here
from answerable.workspace.topics import queries


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Subjects that return, offered by the finder or kept by a person."""
    at, values = here(request), asked(request)
    state, name = values.choice("state", queries.STATES, "a state"), values.text("name")
    sort = Sort(request, queries.COLUMNS, "-meetings")
    page = page_of(request, sort.apply(queries.topics(at, state, name)))
    context = {
        "page": page,
        "sort": sort,
        "asked": values,
        "state": state,
        "name": name,
        "states": queries.STATES,
    }
    return render(request, "workspace/topics/topics.html", context, status=400 if values.problems else 200)


@require_safe
def topic(request: HttpRequest, key: int) -> HttpResponse:
    """One subject: the years as a picture, then every occurrence in order."""
    one = queries.topic_at(here(request), key)
    page = page_of(request, queries.occurrences(one))
    context = {"topic": one, "page": page, "picture": queries.picture(one)}
    return render(request, "workspace/topics/topic.html", context)
