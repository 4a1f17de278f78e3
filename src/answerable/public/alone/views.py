"""What the public site needs where it is served by itself: a first page, and what machines ask."""

from __future__ import annotations

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from answerable.public.pages import page, read
from answerable.published.queries import offices, revision

PLAIN = "text/plain; charset=utf-8"
NOT_READY = 503
NEVER_KEPT = {"Cache-Control": "no-store"}


def first(request: HttpRequest) -> HttpResponse:
    """The offices that have published anything; straight to the only one."""
    found = [read(one) for one in offices()]
    if len(found) == 1:
        return HttpResponseRedirect(f"/{found[0]['slug']}")
    return page(
        request, "public/alone/offices.html", {"office": None, "title": _("Offices"), "offices": found}
    )


def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    del request
    return HttpResponse("alive\n", content_type=PLAIN, headers=NEVER_KEPT)


def ready(request: HttpRequest) -> HttpResponse:
    """The public store can be read; 503 where it cannot."""
    del request
    try:
        revision()
    except (DatabaseError, InterfaceError, OSError):
        return HttpResponse("not ready\n", content_type=PLAIN, headers=NEVER_KEPT, status=NOT_READY)
    return HttpResponse("ready\n", content_type=PLAIN, headers=NEVER_KEPT)
