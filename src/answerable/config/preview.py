"""Public pages as they will be, shown to those who publish: the very view and template, on other rows.

``workspace`` knows what is put forward and ``public`` how it looks; neither knows the other, so they are
brought together here. Nothing is written, and whoever asks needs a permission as on any page of the office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template import engines
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from answerable.core.publication.parts import Kind, Part, made
from answerable.core.refusal import Refusal
from answerable.published.models import Publication as Taken
from answerable.published.previewing import Over, over
from answerable.published.queries import publications, snapshot_at
from answerable.publishing.models import Publication
from answerable.publishing.operations.chaining import parts_of
from answerable.publishing.operations.forward import OPEN_MINUTES
from answerable.publishing.operations.previewing import preview_minutes
from answerable.workspace.here import here
from answerable.workspace.publishing import queries
from answerable.workspace.publishing.pages import pages_of

OK = 200
ASKED_WITH = ("SERVER_NAME", "SERVER_PORT", "QUERY_STRING")
HREF = re.compile(r'href="/([^"#?]+)')
HEADER = '<header class="pub-header">'
META = '<meta charset="utf-8">'
NO_INDEX = '<meta name="robots" content="noindex, nofollow">'


def of_publication(request: HttpRequest, key: int, path: str) -> HttpResponseBase:
    """A page of what was put forward, from its frozen bytes."""
    found = queries.publication_at(here(request), key)
    parts = parts_of(found)
    base, back = _base("publication_preview", key), reverse("publication", args=[key])
    return _shown(request, parts, path, _taken(found, found.opens_at or timezone.now()), base, back)


def of_minutes(request: HttpRequest, key: int, path: str = "") -> HttpResponseBase:
    """Minutes that nobody put forward yet, as they would be now."""
    meeting = queries.meeting_at(here(request), key)
    if meeting.minutes_state not in OPEN_MINUTES:
        raise Http404("These minutes are not approved yet.")
    now = timezone.now()
    try:
        content = preview_minutes(meeting, at=now)
    except Refusal as reason:
        raise Http404(str(reason)) from reason
    parts = [made(content["path"], Kind.MEETING, content)]
    would = Publication(office=meeting.office, title=str(meeting), doing=Publication.Doing.PUBLISH)
    base, back = _base("publish_preview", key), reverse("publish_meeting", args=[key])
    return _shown(request, parts, path or content["path"], _taken(would, now), base, back)


def _base(name: str, key: int) -> str:
    return reverse(name, args=[key, "-"])[:-1]


def _taken(found: Publication, at: datetime) -> Taken:
    """The publication as the store would have it, with the number that comes next."""
    slug = found.office.slug
    last = publications(slug).order_by("-number").values_list("number", flat=True).first() or 0
    return Taken(
        office=slug, number=found.number or last + 1, at=at, doing=found.doing, title=found.title,
        duty=found.duty, note=found.note,
    )  # fmt: skip


def _shown(
    request: HttpRequest, parts: Sequence[Part], path: str, taken: Taken, base: str, back: str
) -> HttpResponseBase:
    pages = {one for part in parts for one in pages_of(part)}
    if path not in pages:
        raise Http404("This publication has no such page.")
    answer = _public_answer(request, path, over(taken, parts, _versions(parts)))
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Cache-Control"] = "no-store, private"
    if isinstance(answer, HttpResponse) and answer.headers["Content-Type"].startswith("text/html"):
        around = {"back": back, "path": path, "cannot": answer.status_code != OK}
        answer.content = _around(answer.content.decode(), pages, base, around).encode()
    return answer


def _versions(parts: Sequence[Part]) -> dict[str, int]:
    """The last version of each path that stands in the store."""
    held = {one.path: snapshot_at(one.path) for one in parts}
    return {path: one.version for path, one in held.items() if one is not None}


def _public_answer(request: HttpRequest, path: str, rows: Over) -> HttpResponseBase:
    """What the public view answers to somebody of whom it knows nothing."""
    try:
        match = resolve(f"/{path}", urlconf="answerable.public.urls")
    except Resolver404 as nothing:
        raise Http404("There is no such public page.") from nothing
    asked = HttpRequest()
    asked.method, asked.path, asked.path_info = "GET", f"/{path}", f"/{path}"
    asked.META = {name: request.META[name] for name in ASKED_WITH if name in request.META}
    asked.GET = request.GET
    asked.resolver_match = match
    answer: HttpResponseBase = match.func(asked, *match.args, **match.kwargs, over=rows)
    return answer


def _around(text: str, pages: set[str], base: str, context: dict[str, Any]) -> str:
    """The page with a band that says what it is; its links to pages of the same publication lead to these."""
    band = engines["jinja2"].get_template("workspace/publishing/preview_band.html").render(context)
    led = HREF.sub(lambda found: f'href="{base}{found[1]}' if found[1] in pages else found[0], text)
    return led.replace(META, META + NO_INDEX, 1).replace(HEADER, band + HEADER, 1)
