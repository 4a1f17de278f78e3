"""The register of actions: a page of it with its figures, and all of it as a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from answerable.components.standing import STATUSES
from answerable.core.publication.figures import figures
from answerable.public.actions.asking import Asking, asking, chosen
from answerable.public.actions.rows import ActionRow, action_row, day
from answerable.public.actions.saying import sentences
from answerable.public.gone import was_withdrawn
from answerable.public.pages import NOTHING_HERE, office_at, page, read
from answerable.public.told import url_of
from answerable.published.models import Line
from answerable.published.queries import lines_of, snapshot_at
from answerable.published.register import has_status, lived, register_day
from answerable.web.address import with_values
from answerable.web.csv_file import csv_response
from answerable.web.paging import page_of

BAD = 400
CHUNK = 1000  # lines read at a time for a download

HEAD = (
    "Number", "Action", "Owner", "Given", "At", "First due", "Now due", "State", "Since or by how much",
    "Kept", "Done on", "As of", "Address",
)  # fmt: skip
"""The columns of the download."""


def register(request: HttpRequest, office: str) -> HttpResponse:
    """The actions that the address asks for, fifty to a page, and what became of all of these."""
    told, found = office_at(office), snapshot_at(f"{office}/actions")
    if found is None:
        return page(request, "public/actions/nothing.html", {"office": told, "title": _("Actions")})
    if found.state == "withdrawn":
        return was_withdrawn(request, told, found)
    about = read(found)
    today = dt.date.fromisoformat(about["as_of"])
    want = asking(request, told, "action", STATUSES)
    rows = wanted(office, want, today)
    shown = page_of(request, rows)
    context = {
        "office": told,
        "title": _("Actions"),
        "want": want,
        "page": shown,
        "rows": [action_row(one.data) for one in shown.rows],
        "today": today,
        "first": day(about["first"]),
        "last": day(about["last"]),
        "meetings": about["meetings"],
        "figures": sentences(figures(lived(rows), today)),
        "download": with_values(request, page=None),
    }
    return page(request, "public/actions/register.html", context, BAD if want.asked.problems else 200)


def as_csv(request: HttpRequest, office: str) -> HttpResponseBase:
    """All the actions that the address asks for, as a spreadsheet."""
    rows, today = _asked(request, office)
    return csv_response(f"{office}-actions.csv", HEAD, (_cells(one, today) for one in _read(rows)))


def as_json(request: HttpRequest, office: str) -> HttpResponse:
    """The same with their lives, for programs."""
    rows, today = _asked(request, office)
    told = [
        {**one, "address": url_of(one["path"])}
        for one in rows.values_list("data", flat=True).iterator(chunk_size=CHUNK)
    ]
    said = {"office": office, "as_of": today, "count": len(told), "actions": told}
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


def wanted(office: str, want: Asking, today: dt.date) -> QuerySet[Line]:
    """The actions that the filters leave, the newest first."""
    rows = chosen(lines_of(office, "action"), want, office)
    if want["state"]:
        rows = rows.filter(has_status(want["state"], today))
    return rows.order_by("-date", "-path")


def _asked(request: HttpRequest, office: str) -> tuple[QuerySet[Line], dt.date]:
    """Raises Http404 where no register is public, or a filter is not known."""
    told, today = office_at(office), register_day(office)
    want = asking(request, told, "action", STATUSES)
    if today is None:
        raise Http404(NOTHING_HERE)
    if want.asked.problems:
        raise Http404(f"{want.asked.problems[0].message}.")
    return wanted(office, want, today), today


def _read(rows: QuerySet[Line]) -> Iterator[ActionRow]:
    for told in rows.values_list("data", flat=True).iterator(chunk_size=CHUNK):
        yield action_row(told)


def _cells(one: ActionRow, today: dt.date) -> list[Any]:
    at = one.at(today)
    return [
        one.number, one.text, ", ".join(one.owners), one.given, one.forum, one.first_due, one.due, at.word,
        at.detail, one.kept, one.done_on, today, url_of(one.path),
    ]  # fmt: skip
