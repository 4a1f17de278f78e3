"""Meetings in a list: all of an office, and those of one forum."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.public.gone import gone_or_unknown
from answerable.public.meeting.queries import meetings
from answerable.public.pages import office_at, page
from answerable.published.models import Line
from answerable.web.address import asked
from answerable.web.paging import page_of

A_PAGE = 200  # meetings: ten years of most offices


class Held(NamedTuple):
    """A meeting of a list. ``path`` is the meeting's own, whatever of it is public."""

    path: str
    line: Line
    minutes: bool


def all_meetings(request: HttpRequest, office: str) -> HttpResponse:
    """Every meeting of which something is public, by year, with filters for forum and year."""
    told, values = office_at(office), asked(request)
    everything = held(meetings(office))
    names = forum_names(told, everything)
    years = sorted({one.line.date.year for one in everything if one.line.date}, reverse=True)
    forum = values.choice("forum", names, _("a forum")) or ""
    year = values.choice("year", {str(one): "" for one in years}, _("a year"))
    chosen = [
        one for one in everything
        if (not forum or one.line.forum == forum) and (not year or str(one.line.date)[:4] == year)
    ]  # fmt: skip
    context = {
        **_listed(request, told, chosen, names),
        "title": _("Meetings"),
        "asked": values,
        "forums": list(names.items()),
        "years_to_choose": [(str(one), str(one)) for one in years],
        "forum": forum,
        "year": year or "",
        "total": len(everything),
    }
    return page(request, "public/meeting/meetings.html", context, 400 if values.problems else 200)


def forum(request: HttpRequest, office: str, forum: str) -> HttpResponse:
    """The meetings of one forum."""
    told, path = office_at(office), f"{office}/{forum}"
    chosen = held(meetings(office, path))
    names = forum_names(told, chosen)
    if path not in names:
        return gone_or_unknown(request, told, path)
    known = {one["path"]: one for one in told["forums"]}
    context = {
        **_listed(request, told, chosen, names),
        "title": names[path],
        "before": known.get(known.get(path, {}).get("succeeds")),
        "after": next((one for one in told["forums"] if one["succeeds"] == path), None),
    }
    return page(request, "public/meeting/forum.html", context)


def held(lines: Sequence[Line]) -> list[Held]:
    """A meeting once, by its minutes where they are public, else by its agenda; the newest first."""
    found: dict[str, Held] = {}
    for one in lines:
        minutes = one.kind == "meeting"
        path = one.path if minutes else str(one.data.get("meeting", one.path))
        if minutes or path not in found:
            found[path] = Held(path, one, minutes)
    return sorted(found.values(), key=lambda one: (one.line.date is not None, one.line.date), reverse=True)


def forum_names(office: dict[str, Any], chosen: Sequence[Held]) -> dict[str, str]:
    """The forums that hold something, by path."""
    here = {one.line.forum: one.line.data.get("forum", "") for one in chosen}
    known = {one["path"]: one["name"] for one in office["forums"]}
    return {path: known.get(path) or name for path, name in here.items()} | {
        path: name for path, name in known.items() if path in here
    }


def _listed(
    request: HttpRequest, office: dict[str, Any], chosen: Sequence[Held], names: dict[str, str]
) -> dict[str, Any]:
    """Those to come stand on the first page of the others. Raises Http404 for a page that is not there."""
    today = timezone.localdate()
    coming = [one for one in chosen if not one.minutes and one.line.date and one.line.date >= today]
    past = page_of(request, [one for one in chosen if one not in coming], A_PAGE)
    years = groupby(past.rows, key=lambda one: one.line.date.year if one.line.date else None)
    return {
        "office": office,
        "names": names,
        "coming": sorted(coming, key=lambda one: str(one.line.date)) if past.number == 1 else [],
        "page": past,
        "years": [(year, list(rows)) for year, rows in years],
        "count": len(chosen),
    }
