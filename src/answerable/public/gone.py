"""Addresses at which nothing can be read any more: what was here, when, and why it went."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.public.pages import NOTHING_HERE, page
from answerable.published.models import Publication, Snapshot
from answerable.published.queries import snapshot_at, taken_away

GONE = 410


def gone(
    request: HttpRequest, office: dict[str, Any], was: Publication | None, ended: Publication | None
) -> HttpResponse:
    """The page of what was published by ``was`` and taken away by ``ended``."""
    context = {"office": office, "title": _("This is no longer published"), "was": was, "ended": ended}
    return page(request, "public/gone.html", context, GONE)


def gone_or_unknown(request: HttpRequest, office: dict[str, Any], path: str) -> HttpResponse:
    """410 where a part or a line stood at the address and went. Raises Http404 where nothing did."""
    held = snapshot_at(path)
    if held is not None and held.state == "withdrawn":
        return was_withdrawn(request, office, held)
    ended = taken_away(path)
    if ended is None:
        raise Http404(NOTHING_HERE)
    return gone(request, office, None, ended)


def was_withdrawn(request: HttpRequest, office: dict[str, Any], snapshot: Snapshot) -> HttpResponse:
    """The page of a snapshot that lost its bytes."""
    return gone(request, office, snapshot.publication, snapshot.ended_by)
