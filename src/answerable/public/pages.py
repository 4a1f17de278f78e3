"""How a public page is answered: without a session, a cookie or anything else of who asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template import engines
from django.utils.translation import override

from answerable.public.frame import frame
from answerable.public.languages import led_on
from answerable.published.models import Snapshot
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import part_of, snapshot_at
from answerable.web.language import language_of

NOTHING_HERE = "There is no such page."
NUL = "\x00"  # PostgreSQL takes none in a text, so nothing can stand at an address with one


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the public store. Its ETag, 304 and packing are ``keeping.KeptPagesMiddleware``'s."""
    language = language_of(request)
    with override(language):  # also of a page that another view was asked for
        around = frame(request, context.get("office"))
        text = engines["jinja2"].get_template(template).render({"around": around, **context})
    return HttpResponse(led_on(text, language), status=status)


def office_at(slug: str, over: Over = NOTHING) -> dict[str, Any]:
    """What an office says of itself. Raises Http404."""
    if NUL in slug:
        raise Http404(NOTHING_HERE)
    found = snapshot_at(slug, over=over)
    if found is None or found.kind != "office" or found.state != "current":
        raise Http404(NOTHING_HERE)
    return read(found)


def forum_names(office: Mapping[str, Any]) -> dict[str, str]:
    """The names of an office's series of meetings, by their paths."""
    return {one["path"]: one["name"] for one in office["forums"]}


def read(snapshot: Snapshot) -> dict[str, Any]:
    """The content of a snapshot that is no file."""
    return part_of(snapshot).read()
