"""The areas of the force: all of them, and what was said, given and measured about one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.core.publication.figures import figures
from answerable.public.actions.rows import action_row, day
from answerable.public.actions.saying import sentences
from answerable.public.areas.measured import measured
from answerable.public.pages import NOTHING_HERE, forum_names, office_at, page
from answerable.public.spoken import Amount, counted, naming, said_of, sittings
from answerable.published.models import Line
from answerable.published.queries import lines_of
from answerable.published.register import lived, register_day, tagged, years_of
from answerable.web.address import Asked, asked
from answerable.web.paging import page_of

BAD = 400
SHOWN = {"action": "Actions", "promise": "Promises", "question": "Questions"}


@dataclass(slots=True)
class Area:
    """A name that areas of the office's forces have had, with the times that each was there."""

    name: str
    slug: str
    times: list[tuple[str, dt.date | None, dt.date | None]] = field(default_factory=list)
    amount: Amount = field(default_factory=lambda: Amount({}))

    @property
    def ended(self) -> bool:
        return all(end is not None for _, _, end in self.times)


def areas(request: HttpRequest, office: str) -> HttpResponse:
    """Every area with when it began and ended, and how much is public about it."""
    told = office_at(office)
    amounts = counted(office, "area")
    found = sorted(areas_of(told).values(), key=lambda one: (one.ended, one.name))
    for one in found:
        one.amount = amounts.get(one.slug, one.amount)
    return page(request, "public/areas/areas.html", {"office": told, "title": _("Areas"), "areas": found})


def area(request: HttpRequest, office: str, area: str) -> HttpResponse:
    """What public minutes and figures say about one area."""
    told, values = office_at(office), asked(request)
    one = areas_of(told).get(area)
    if one is None:
        raise Http404(NOTHING_HERE)
    about = naming("area", [one.slug])
    actions = lines_of(office, "action").filter(about)
    today = register_day(office)
    rows = _chosen(office, about, values)
    shown = page_of(request, rows)
    context = {
        "office": told,
        "title": one.name,
        "crumbs": [(told["name"], f"/{office}"), (_("Areas"), f"/{office}/areas")],
        "area": one,
        "today": today,
        "kept": sentences(figures(lived(actions), today)) if today else [],
        "actions": actions.count(),
        "promised": lines_of(office, "promise").filter(about).exists(),
        "measures": measured(office, [one.slug, one.name]),
        "page": shown,
        "meetings": sittings(shown.rows, forum_names(told)),
        "row": action_row,
        "asked": values,
        "kinds": [("", _("Everything")), *((key, words.said(name)) for key, name in SHOWN.items())],
        "years": [(str(year), str(year)) for year in years_of(said_of(office, about))],
    }
    return page(request, "public/areas/area.html", context, BAD if values.problems else 200)


def areas_of(office: Mapping[str, Any]) -> dict[str, Area]:
    """The areas of an office's forces by their slugs; two of one name are one page."""
    found: dict[str, Area] = {}
    for force in office["forces"]:
        for one in force["areas"]:
            held = found.setdefault(one["slug"], Area(one["name"], one["slug"]))
            held.times.append((force["name"], day(one["start"]), day(one["end"])))
    return found


def _chosen(office: str, about: Q, values: Asked) -> QuerySet[Line]:
    """The lines of the kind and year that the address asks for."""
    rows = said_of(office, about)
    kind, year = values.choice("kind", SHOWN, _("what to show")), values.number("year", _("a year"))
    if year and year > dt.MAXYEAR:
        values.refuse("year", _("Choose a year from the list"))
        return rows
    if kind == "action":
        rows = rows.filter(kind="action")
    elif kind == "question":
        rows = rows.filter(tagged("entry", "question"))
    elif kind == "promise":
        promised = lines_of(office, "promise").filter(about).values_list("data__entry", flat=True)
        rows = rows.filter(path__in=[entry for entry in promised if entry])
    if year:
        rows = rows.filter(date__year=year)
    return rows
