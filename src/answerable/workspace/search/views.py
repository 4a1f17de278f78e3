"""Search over everything."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.permissions.markings import Marking
from answerable.search.queries import SIZE, Filters, search
from answerable.web.address import Asked, asked
from answerable.web.paging import Page, page_link, page_number
from answerable.workspace.choices import forum_choices, year_choices
from answerable.workspace.here import Here, here
from answerable.workspace.search import queries


def search_page(request: HttpRequest) -> HttpResponse:
    """What was found for the words in the address, the best first, twenty to a page."""
    at, values = here(request), asked(request)
    words, number = values.text("q"), page_number(request)
    order = values.choice("order", queries.ORDERS, "an order")
    results = search(
        words,
        filters(at, values),
        order="newest" if order == "newest" else "best",
        start=(number - 1) * SIZE,
    )
    if number > 1 and not results.hits:
        raise Http404("The list of what was found is shorter.")
    context = {
        "asked": values,
        "words": words,
        "results": results,
        "found": queries.places(results.hits),
        "page": Page(results.hits, results.total, number, SIZE, page_link(request)),
        "by_kind": queries.by_kind(request, results.kinds),
        "kinds": [("", "Everything"), *queries.KINDS.items()],
        "forums": forum_choices(at),
        "years": year_choices(at),
        "orders": list(queries.ORDERS.items()),
    }
    return render(request, "workspace/search/search.html", context, status=400 if values.problems else 200)


def filters(at: Here, values: Asked) -> Filters:
    kind = values.choice("kind", queries.KINDS, "what to look in")
    return Filters(
        office_id=at.office_id,
        markings=[] if at.actor.sees_restricted else [Marking.OPEN],
        kinds=[kind] if kind else [],
        forum_id=values.number("forum", "a forum"),
        year=values.number("year", "a year"),
    )
