"""Every promise that public minutes report, with filters, and just these as a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.core.publication.promised import SO_FAR
from answerable.public.actions.asking import Asking, asking, chosen
from answerable.public.actions.register import BAD, CHUNK
from answerable.public.actions.rows import PROMISED, SO_FAR_WORDS, PromiseRow, promise_row
from answerable.public.pages import forum_names, office_at, page
from answerable.public.told import url_of
from answerable.published.models import Line
from answerable.published.queries import lines_of
from answerable.published.register import register_day, tagged
from answerable.web.address import with_values
from answerable.web.csv_file import csv_response
from answerable.web.paging import page_of

STATES = {**SO_FAR_WORDS, **PROMISED}
HEAD = (
    "Promise", "By", "Said on", "At", "Due", "Due in words", "What came of it", "So far", "As of", "Action",
    "Address",
)  # fmt: skip
"""The columns of the download."""


def promises(request: HttpRequest, office: str) -> HttpResponse:
    """The promises that the address asks for, fifty to a page."""
    told = office_at(office)
    want = asking(request, told, "promise", STATES)
    forums = forum_names(told)
    shown = page_of(request, wanted(office, want))
    context = {
        "office": told,
        "title": _("Promises"),
        "want": want,
        "page": shown,
        "rows": [promise_row(one, forums) for one in shown.rows],
        "today": register_day(office),
        "so_far": SO_FAR_WORDS,
        "download": with_values(request, page=None),
    }
    return page(request, "public/actions/promises.html", context, BAD if want.asked.problems else 200)


def as_csv(request: HttpRequest, office: str) -> HttpResponseBase:
    """All the promises that the address asks for, as a spreadsheet."""
    today = register_day(office)
    rows = (_cells(one, today) for one in _asked(request, office))
    return csv_response(f"{office}-promises.csv", HEAD, rows)


def as_json(request: HttpRequest, office: str) -> HttpResponse:
    """The same for programs."""
    told = [
        {
            "promise": one.text, "by": one.by, "said_on": one.said, "forum": one.forum, "due": one.due,
            "due_text": one.due_text, "came_of_it": one.standing, "so_far": one.so_far or None,
            "meeting": url_of(one.meeting),
            "action": url_of(one.became) if one.became else None, "address": url_of(one.place),
        }
        for one in _asked(request, office)
    ]  # fmt: skip
    said = {"office": office, "as_of": register_day(office), "count": len(told), "promises": told}
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


def wanted(office: str, want: Asking) -> QuerySet[Line]:
    """The promises that the filters leave, the newest first."""
    rows = chosen(lines_of(office, "promise"), want, office)
    if want["state"]:
        rows = rows.filter(tagged(SO_FAR if want["state"] in SO_FAR_WORDS else "state", want["state"]))
    return rows.order_by("-date", "owner", "position").prefetch_related("tags")


def _asked(request: HttpRequest, office: str) -> Iterator[PromiseRow]:
    """Raises Http404 where a filter is not known: a file of everything is not what was asked for."""
    told = office_at(office)
    want = asking(request, told, "promise", STATES)
    if want.asked.problems:
        raise Http404(f"{want.asked.problems[0].message}.")
    forums = forum_names(told)
    rows = wanted(office, want).iterator(chunk_size=CHUNK)
    return (promise_row(one, forums) for one in rows)


def _cells(one: PromiseRow, today: dt.date | None) -> list[Any]:
    became = url_of(one.became) if one.became else ""
    return [
        one.text, ", ".join(one.by), one.said, one.forum, one.due, one.due_text, one.standing, one.so_far,
        today if one.so_far else None, became, url_of(one.place),
    ]  # fmt: skip
