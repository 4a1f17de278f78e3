"""The pages that an edition has of its own: where to start, and a search that needs no server."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from answerable.public.edition.asking import in_language, request_for
from answerable.public.pages import forum_names, office_at, page
from answerable.published.models import Line
from answerable.published.open_data import how_many
from answerable.published.queries import lines_of, publications

LISTED = (
    ("topic", lazy("Topics")),
    ("measure", lazy("Measures")),
    ("person", lazy("People")),
    ("decision", lazy("Decisions")),
)


def search_page(where: str) -> HttpResponse:
    """Search by a script that reads files; without one all meetings by year, the rest from A to Z."""
    office = office_at(in_language(where)[1].split("/")[1])
    context = {
        "office": office, "title": _("Search"), "depth": where.count("/") - 1,
        "years": _by_year(office["slug"]), "lists": _from_a_to_z(office["slug"]),
        "names": forum_names(office),
    }  # fmt: skip
    return page(request_for(where), "public/edition/search.html", context)


def start_page(office: str, *, at: datetime, known: Mapping[str, str]) -> str:
    """What this folder is, and the ways into it."""
    told, of = office_at(office), how_many(office)
    context = {
        "office": told, "title": _("Start here"), "at": at, "count": of, "last": publications(office).first(),
        "known": known,
    }  # fmt: skip
    return page(request_for("/"), "public/edition/start.html", context).content.decode()


def _by_year(office: str) -> list[tuple[Any, list[Line]]]:
    rows = lines_of(office, "meeting").exclude(date=None).order_by("-date", "path").defer("text")
    years = groupby(rows, key=lambda one: one.date.year if one.date else 0)
    return [(year, list(some)) for year, some in years]


def _from_a_to_z(office: str) -> list[tuple[str, list[Line]]]:
    found = [(name, lines_of(office, kind).order_by("title", "path").defer("text")) for kind, name in LISTED]
    return [(str(name), list(rows)) for name, rows in found if rows]
