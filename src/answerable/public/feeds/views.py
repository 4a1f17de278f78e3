"""Feeds, and the calendar of public meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.core.publication.parts import Kind
from answerable.core.publication.standards.atom import FeedEntry, FeedPage, atom
from answerable.public.feeds import queries
from answerable.public.feeds.calendar import calendar_of
from answerable.public.feeds.entries import entry, publication_entry
from answerable.public.pages import NOTHING_HERE, office_at, read
from answerable.published.models import Line
from answerable.published.queries import snapshot_at
from answerable.web.language import language_of, prefix_of, short

ATOM = "application/atom+xml; charset=utf-8"


def meetings(request: HttpRequest, office: str, *, whole: bool = False) -> HttpResponse:
    """``whole``, here and below: every entry at once, for a copy that nobody can ask for a second page."""
    return _lines(request, office, "meetings", _("Meetings"), queries.meetings(office), whole=whole)


def actions(request: HttpRequest, office: str, *, whole: bool = False) -> HttpResponse:
    return _lines(request, office, "actions", _("Actions"), queries.actions(office), whole=whole)


def topic(request: HttpRequest, office: str, topic: str, *, whole: bool = False) -> HttpResponse:
    """All that was said of one topic."""
    path = f"{office}/topics/{topic}"
    found = snapshot_at(path)
    if found is None or found.kind != Kind.TOPIC or found.state != "current":
        raise Http404(NOTHING_HERE)
    rows = queries.of_topic(office, path)
    return _lines(request, office, f"topics/{topic}", read(found)["name"], rows, whole=whole)


def search(request: HttpRequest, office: str) -> HttpResponse:
    """What a search finds, from now on as well."""
    words = " ".join(request.GET.get("q", "").split())[: queries.MOST_LETTERS]
    about = f"search?{urlencode({'q': words})}"
    title = _("Search: %(words)s") % {"words": words}
    return _lines(request, office, about, title, queries.found(office, words), q=words)


def publications(request: HttpRequest, office: str, *, whole: bool = False) -> HttpResponse:
    found, about, title = queries.publications(office), "publications", _("Everything published")
    if whole:
        return _feed(request, office, about, title, [publication_entry(one) for one in found])
    pages = Paginator(found, queries.A_PAGE)
    number = _number(request, pages)
    rows = [publication_entry(one) for one in pages.page(number)]
    return _feed(request, office, about, title, rows, (number, pages.num_pages))


def _lines(
    request: HttpRequest, office: str, about: str, title: str, rows: Any, *, whole: bool = False, **asked: str
) -> HttpResponse:
    if whole:
        return _feed(request, office, about, title, [entry(one) for one in queries.all_told(rows)])
    pages: Paginator[Line] = queries.paged(rows)
    number = _number(request, pages)
    entries = [entry(one) for one in queries.told(list(pages.page(number)))]
    return _feed(request, office, about, title, entries, (number, pages.num_pages), **asked)


def _number(request: HttpRequest, pages: Paginator[Any]) -> int:
    """Which page is asked for. Raises Http404 where there is none of that number."""
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) < len("1000000") and int(asked) > 0):
        raise Http404(NOTHING_HERE)
    if int(asked) > pages.num_pages:
        raise Http404(NOTHING_HERE)
    return int(asked)


def _feed(
    request: HttpRequest,
    office: str,
    about: str,
    title: str,
    rows: Sequence[FeedEntry],
    at: tuple[int, int] | None = None,
    **asked: str,
) -> HttpResponse:
    """``at``: which page this is, and of how many; None where it is the whole feed."""
    told, language = office_at(office), language_of(request)
    base = f"{settings.SITE}{prefix_of(language)}/{office}"
    own = f"{base}/feeds/{about.split('?')[0]}.atom" + (f"?{urlencode(asked)}" if asked else "")
    page, pages = at or (1, 1)
    feed = FeedPage(
        own, f"{base}/{about}", f"{told['name']}: {title}", told["name"], rows, page, pages,
        complete=at is None, language=short(language),
    )  # fmt: skip
    return HttpResponse(atom(feed), content_type=ATOM)


def calendar(request: HttpRequest, office: str) -> HttpResponse:
    """Public meetings, for a diary."""
    del request
    name = office_at(office)["name"]
    lines, changes = queries.calendar_lines(office), queries.changes_of(office)
    file = calendar_of(name, settings.SITE, lines, changes)
    return HttpResponse(file, content_type="text/calendar; charset=utf-8")
