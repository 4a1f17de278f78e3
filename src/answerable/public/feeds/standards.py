"""What was published in other people's formats: Popolo, Akoma Ntoso, and the accountability profile."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from answerable.core.publication.parts import Kind
from answerable.core.publication.standards.akoma_ntoso import MEDIA_TYPE, Edition, akoma_ntoso
from answerable.core.publication.standards.popolo import Gathering
from answerable.core.publication.standards.popolo import popolo as told_as_popolo
from answerable.core.publication.standards.profile import accountability as told_as_profile
from answerable.core.publication.standards.profile_schema import schema
from answerable.public.feeds.queries import actions_at, meetings_of
from answerable.public.gone import was_withdrawn
from answerable.public.pages import NOTHING_HERE, office_at, read
from answerable.published.models import Line, Snapshot
from answerable.published.queries import snapshot_at

READABLE = {"ensure_ascii": False, "indent": 1}


def popolo(request: HttpRequest, office: str) -> HttpResponse:
    """People, posts, memberships, organisations and meetings."""
    del request
    told: Any = office_at(office)
    held = snapshot_at(f"{office}/people")
    people: Any = read(held) if held is not None and held.state == "current" else None
    met = [_gathering(one) for one in meetings_of(office)]
    return JsonResponse(told_as_popolo(settings.SITE, told, people, met), json_dumps_params=READABLE)


def _gathering(line: Line) -> Gathering:
    said = line.data
    on = line.date.isoformat() if line.date else ""
    return Gathering(
        line.path, line.title, on, line.forum, said["kind"] or None, said["state"], said["venue"]
    )


def minutes(request: HttpRequest, office: str, forum: str, date: str) -> HttpResponse:
    """The minutes of a meeting as Akoma Ntoso."""
    about, found = office_at(office), _meeting(f"{office}/{forum}/{date}")
    if found.state != "current":
        return was_withdrawn(request, about, found)
    on = timezone.localdate(found.publication.at)
    edition = Edition(settings.SITE, about["name"], office, found.version, on)
    told: Any = read(found)
    return HttpResponse(akoma_ntoso(told, edition), content_type=f"{MEDIA_TYPE}; charset=utf-8")


def accountability(request: HttpRequest, office: str, forum: str, date: str) -> HttpResponse:
    """What a meeting asked for, was promised and judged, and what became of it."""
    about, found = office_at(office), _meeting(f"{office}/{forum}/{date}")
    if found.state != "current":
        return was_withdrawn(request, about, found)
    told: Any = read(found)
    given: Any = [one.data for one in actions_at(one["path"] for one in told["actions"] if one["path"])]
    return JsonResponse(told_as_profile(settings.SITE, told, given), json_dumps_params=READABLE)


def accountability_schema(request: HttpRequest, office: str) -> HttpResponse:
    """The shapes of the profile."""
    del request
    office_at(office)
    answer = JsonResponse(schema(), json_dumps_params=READABLE)
    answer.headers["Content-Type"] = "application/schema+json"
    return answer


def _meeting(path: str) -> Snapshot:
    """The minutes at an address, or what is left of them. Raises Http404."""
    found = snapshot_at(path)
    if found is None or found.kind != Kind.MEETING:
        raise Http404(NOTHING_HERE)
    return found
