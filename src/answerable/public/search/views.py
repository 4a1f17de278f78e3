"""Search over everything that an office has published."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.components.words import said
from answerable.public.pages import forum_names, office_at, page
from answerable.public.search.queries import KINDS, by_kind, place_of, years_of
from answerable.published.searching.finding import SIZE, search
from answerable.web.address import asked
from answerable.web.paging import Page, page_link, page_number


def search_page(request: HttpRequest, office: str) -> HttpResponse:
    """What was found for the words in the address, the best first, twenty to a page."""
    told, values = office_at(office), asked(request)
    words, number = values.text("q"), page_number(request)
    forums = {one["path"].rpartition("/")[2]: one["name"] for one in told["forums"]}
    kind = values.choice("kind", KINDS, _("what to look in")) or ""
    forum = values.choice("forum", forums, _("a forum")) or ""
    year = values.number("year", _("a year")) or 0
    where = f"{office}/{forum}" if forum else ""
    found = search(words, office, kind=kind, forum=where, year=year, start=(number - 1) * SIZE)
    if number > 1 and not found.hits:
        raise Http404(_("The list of what was found is shorter."))
    names = forum_names(told)
    context = {
        "office": told,
        "title": _("Search"),
        "asked": values,
        "words": words,
        "found": found,
        "hits": [place_of(one, names) for one in found.hits],
        "page": Page(found.hits, found.total, number, SIZE, page_link(request)),
        "by_kind": by_kind(request, found.kinds),
        "kinds": [("", _("Everything")), *((key, said(name).capitalize()) for key, name in KINDS.items())],
        "forums": [("", _("Every forum")), *forums.items()],
        "years": [("", _("Every year")), *((str(one), str(one)) for one in years_of(office))],
        "chosen": {"kind": kind, "forum": forum, "year": str(year or "")},
    }
    return page(request, "public/search/search.html", context, 400 if values.problems else 200)
