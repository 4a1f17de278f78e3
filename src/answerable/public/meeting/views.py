"""The minutes of one meeting, whole, one item or one line of them, and as they were."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from answerable.components.words import said
from answerable.core.publication.redaction import CATEGORY_NAMES, Category
from answerable.core.publication.standards.schema_org import meeting_said
from answerable.public.gone import gone_or_unknown, was_withdrawn
from answerable.public.meeting.queries import actions_at, neighbours, original_at
from answerable.public.meeting.told import Section, other_places, sections_of
from answerable.public.pages import NOTHING_HERE, office_at, page
from answerable.published.models import Snapshot
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import line_at, part_of, snapshot_at, versions
from answerable.published.register import register_day

AGENDA = "agenda"


def meeting(request: HttpRequest, office: str, forum: str, date: str, over: Over = NOTHING) -> HttpResponse:
    """The minutes as they are now; the agenda for as long as there are none."""
    path, told = f"{office}/{forum}/{date}", office_at(office)
    found = snapshot_at(path, over=over)
    if found is None:
        planned = snapshot_at(f"{path}/{AGENDA}")
        if planned is None:
            return gone_or_unknown(request, told, path)
        return _agenda(request, told, planned)
    if found.state != "current":
        return was_withdrawn(request, told, found)
    return _whole(request, told, found, over)


def agenda(request: HttpRequest, office: str, forum: str, date: str, over: Over = NOTHING) -> HttpResponse:
    """The agenda and papers, which stay at this address when the minutes follow."""
    told, path = office_at(office), f"{office}/{forum}/{date}/{AGENDA}"
    found = snapshot_at(path, over=over)
    if found is None:
        return gone_or_unknown(request, told, path)
    return _agenda(request, told, found)


def version(request: HttpRequest, office: str, forum: str, date: str, number: int) -> HttpResponse:
    """The minutes as one publication froze them."""
    told = office_at(office)
    found = snapshot_at(f"{office}/{forum}/{date}", number)
    if found is None or found.kind != "meeting":
        raise Http404(NOTHING_HERE)
    if found.state == "withdrawn":
        return was_withdrawn(request, told, found)
    return _whole(request, told, found, of_old=True)


def item(
    request: HttpRequest, office: str, forum: str, date: str, number: str, over: Over = NOTHING
) -> HttpResponse:
    """One item, with what came before and after it."""
    path, told = f"{office}/{forum}/{date}", office_at(office)
    return _piece(request, told, path, f"{path}/item/{number}", over)


def entry(request: HttpRequest, office: str, forum: str, date: str, number: str) -> HttpResponse:
    """One line, in its place."""
    path, told = f"{office}/{forum}/{date}", office_at(office)
    return _piece(request, told, path, f"{path}#entry-{number}")


def _whole(
    request: HttpRequest, office: dict[str, Any], found: Snapshot, over: Over = NOTHING, of_old: bool = False
) -> HttpResponse:
    part = part_of(found)
    sections = sections_of(part)
    line = None if of_old else line_at(found.path, over)
    before, after = neighbours(line) if line is not None and line.date else (None, None)
    context = {
        **_around(office, found, sections),
        "original": original_at(found.path),
        "of_old": of_old,
        "before": before,
        "after": after,
        "other_places": other_places(part, sections),
        "linked": None if of_old else meeting_said(settings.SITE, office, part.read()),  # type: ignore[arg-type]
    }
    return page(request, "public/meeting/meeting.html", context)


def _piece(
    request: HttpRequest, office: dict[str, Any], path: str, wanted: str, over: Over = NOTHING
) -> HttpResponse:
    """The item that has the address, or that holds the line which has it."""
    found = snapshot_at(path, over=over)
    if found is None or found.kind != "meeting":
        return gone_or_unknown(request, office, wanted)
    if found.state != "current":
        return was_withdrawn(request, office, found)
    sections = sections_of(part_of(found))
    at = next((place for place, one in enumerate(sections) if holds(one, wanted)), None)
    if at is None:
        return gone_or_unknown(request, office, wanted)
    chosen = next((row for row in sections[at].rows if row.entry["path"] == wanted), None)
    context = {
        **_around(office, found, sections[at : at + 1]),
        "section": sections[at],
        "chosen": chosen,
        "before": _item_at(sections, at - 1),
        "after": _item_at(sections, at + 1),
    }
    return page(request, "public/meeting/item.html", context)


def holds(section: Section, wanted: str) -> bool:
    if section.item is not None and section.item["path"] == wanted:
        return True
    return any(row.entry["path"] == wanted for row in section.rows)


def _item_at(sections: list[Section], at: int) -> Any:
    """The item of a section that is there."""
    return sections[at].item if 0 <= at < len(sections) else None


def _around(office: dict[str, Any], found: Snapshot, sections: list[Section]) -> dict[str, Any]:
    content = part_of(found).read()
    given = [one for section in sections for one in section.every_action]
    updates = [one["about"] for section in sections for row in section.rows for _, one in row.updates]
    paths = {path for path in [*(one["path"] for one in given), *updates] if path}
    return {
        "office": office,
        "meeting": content,
        "snapshot": found,
        "versions": versions(found.path),
        "sections": sections,
        "actions": actions_at(paths, register_day(office["slug"]) or timezone.localdate()),
        "left_out": [
            (said(CATEGORY_NAMES[Category(one["category"])]), one["times"]) for one in content["left_out"]
        ],
    }


def _agenda(request: HttpRequest, office: dict[str, Any], found: Snapshot) -> HttpResponse:
    if found.state != "current":
        return was_withdrawn(request, office, found)
    context = {"office": office, "agenda": part_of(found).read(), "snapshot": found}
    return page(request, "public/meeting/agenda.html", context)
