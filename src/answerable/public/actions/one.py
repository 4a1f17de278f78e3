"""One action with its life, as it stands and as it stood in earlier versions."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from answerable.components.lives import in_words, marks
from answerable.components.words import as_name
from answerable.public.actions.asking import area_names
from answerable.public.actions.rows import action_row, day
from answerable.public.actions.saying import steps
from answerable.public.gone import was_withdrawn
from answerable.public.pages import NOTHING_HERE, office_at, page, read
from answerable.public.told import url_of
from answerable.published.models import Line, Snapshot
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import lines_of, snapshot_at, versions
from answerable.published.register import register_day


def action(request: HttpRequest, office: str, number: str, over: Over = NOTHING) -> HttpResponse:
    """What is to be done, by whom and when, and what was said of it since."""
    return _shown(request, office, snapshot_at(f"{office}/actions/{number}", over=over))


def version(request: HttpRequest, office: str, number: str, version: int) -> HttpResponse:
    """The same as it stood in one publication."""
    return _shown(request, office, snapshot_at(f"{office}/actions/{number}", version))


def _shown(request: HttpRequest, office: str, found: Snapshot | None) -> HttpResponse:
    if found is None or found.kind != "action":
        raise Http404(NOTHING_HERE)
    told = office_at(office)
    if found.state == "withdrawn":
        return was_withdrawn(request, told, found)
    one = read(found)
    current = found.state == "current"
    as_of = day(one["as_of"])
    today = (register_day(office) if current else as_of) or as_of
    assert today is not None, "a part says the day that it is of"
    row = action_row(one)
    lines = steps(one["life"], still_open=row.state == "open")
    context = {
        "office": told,
        "title": f"{row.number}: {row.text}",
        "crumbs": [(told["name"], f"/{office}"), (_("Actions"), f"/{office}/actions")],
        "action": row,
        "told": one,
        "at": row.at(today),
        "today": today,
        "steps": lines,
        "marks": marks(lines, today, _("As of")),
        "in_words": in_words(lines),
        "topics": _topics(office, found.path),
        "people": _people(one["people"]),
        "areas": _areas(told, one["areas"]),
        "bodies": [(as_name(name), slugify(name)) for name in one["bodies"]],
        "versions": versions(found.path),
        "shown": found,
        "current": current,
        "address": url_of(found.path),
    }
    return page(request, "public/actions/action.html", context)


def _topics(office: str, path: str) -> list[Line]:
    """The topics that the action is about, by their names. Two queries at most."""
    held = Line.objects.filter(path=path).first()
    paths = [tag.value for tag in held.tags.filter(name="topic")] if held else []
    return list(lines_of(office, "topic").filter(path__in=paths).order_by("title")) if paths else []


def _people(paths: list[str]) -> list[Line]:
    return list(Line.objects.filter(path__in=paths, gone=False).order_by("title")) if paths else []


def _areas(office: dict[str, Any], slugs: list[str]) -> list[tuple[str, str]]:
    named = area_names(office)
    return [(slug, named[slug]) for slug in slugs if slug in named]
