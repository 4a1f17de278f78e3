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

ATOM = "application/atom+xml; charset=utf-8"


def meetings(request: HttpRequest, office: str) -> HttpResponse:
    return _lines(request, office, "meetings", _("Meetings"), queries.meetings(office))


def actions(request: HttpRequest, office: str) -> HttpResponse:
    return _lines(request, office, "actions", _("Actions"), queries.actions(office))


def topic(request: HttpRequest, office: str, topic: str) -> HttpResponse:
    """All that was said of one topic."""
    path = f"{office}/topics/{topic}"
    found = snapshot_at(path)
    if found is None or found.kind != Kind.TOPIC or found.state != "current":
        raise Http404(NOTHING_HERE)
    return _lines(request, office, f"topics/{topic}", read(found)["name"], queries.of_topic(office, path))


def search(request: HttpRequest, office: str) -> HttpResponse:
    """What a search finds, from now on as well."""
    words = " ".join(request.GET.get("q", "").split())[: queries.MOST_LETTERS]
    about = f"search?{urlencode({'q': words})}"
    title = _("Search: %(words)s") % {"words": words}
    return _lines(request, office, about, title, queries.found(office, words), q=words)


def publications(request: HttpRequest, office: str) -> HttpResponse:
    pages = Paginator(queries.publications(office), queries.A_PAGE)
    number = _number(request, pages)
    rows = [publication_entry(one) for one in pages.page(number)]
    return _feed(office, "publications", _("Everything published"), rows, number, pages.num_pages)


def _lines(
    request: HttpRequest, office: str, about: str, title: str, rows: Any, **asked: str
) -> HttpResponse:
    pages: Paginator[Line] = queries.paged(rows)
    number = _number(request, pages)
    entries = [entry(one) for one in queries.told(list(pages.page(number)))]
    return _feed(office, about, title, entries, number, pages.num_pages, **asked)


def _number(request: HttpRequest, pages: Paginator[Any]) -> int:
    """Which page is asked for. Raises Http404 where there is none of that number."""
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) < len("1000000") and int(asked) > 0):
        raise Http404(NOTHING_HERE)
    if int(asked) > pages.num_pages:
        raise Http404(NOTHING_HERE)
    return int(asked)


def _feed(
    office: str, about: str, title: str, rows: Sequence[FeedEntry], page: int, pages: int, **asked: str
) -> HttpResponse:
    told = office_at(office)
    base = f"{settings.SITE}/{office}"
    own = f"{base}/feeds/{about.split('?')[0]}.atom" + (f"?{urlencode(asked)}" if asked else "")
    feed = FeedPage(own, f"{base}/{about}", f"{told['name']}: {title}", told["name"], rows, page, pages)
    return HttpResponse(atom(feed), content_type=ATOM)


def calendar(request: HttpRequest, office: str) -> HttpResponse:
    """Public meetings, for a diary."""
    del request
    name = office_at(office)["name"]
    lines, changes = queries.calendar_lines(office), queries.changes_of(office)
    file = calendar_of(name, settings.SITE, lines, changes)
    return HttpResponse(file, content_type="text/calendar; charset=utf-8")
