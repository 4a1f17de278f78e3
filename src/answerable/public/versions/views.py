"""What one publication froze, as it was: the register, topics, people, measures, agendas, decisions."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.components import words
from answerable.core.publication.kind_names import KIND_NAMES
from answerable.public.gone import was_withdrawn
from answerable.public.pages import NOTHING_HERE, office_at, page, read
from answerable.published.queries import snapshot_at, versions

OURS = frozenset({"format", "path"})  # the page says where it is


def office_version(request: HttpRequest, office: str, number: int) -> HttpResponse:
    """What the office said of itself."""
    return _frozen(request, office, office, number)


def named_version(request: HttpRequest, office: str, folder: str, name: str, number: int) -> HttpResponse:
    """What was published of a topic, a measure or a decision."""
    return _frozen(request, office, f"{office}/{folder}/{name}", number)


def part_version(request: HttpRequest, office: str, rest: str, number: int) -> HttpResponse:
    """What stood at an address in a version, told plainly: every field that was frozen."""
    return _frozen(request, office, f"{office}/{rest}", number)


def _frozen(request: HttpRequest, office: str, path: str, number: int) -> HttpResponse:
    told = office_at(office)
    found = snapshot_at(path, number)
    if found is None or found.kind == "file":
        raise Http404(NOTHING_HERE)
    if found.state == "withdrawn":
        return was_withdrawn(request, told, found)
    content, kind = read(found), words.said(KIND_NAMES[found.kind])
    context = {
        "office": told,
        "title": _("%(what)s: version %(number)s") % {"what": _name(content, kind), "number": number},
        "kind": kind,
        "shown": found,
        "content": {name: one for name, one in content.items() if name not in OURS},
        "versions": versions(path),
    }
    return page(request, "public/versions/version.html", context)


def _name(content: dict[str, Any], kind: str) -> str:
    return str(content.get("name") or content.get("title") or kind.capitalize())
