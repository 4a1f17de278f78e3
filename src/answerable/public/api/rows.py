"""Rows of the store as the API writes them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest

from answerable.core.publication.open_data.cursor import cursor_after
from answerable.public.told import moment, url_of
from answerable.published.models import Publication, Snapshot

CURSOR = "cursor"


def publication_row(one: Publication) -> dict[str, Any]:
    """A decision."""
    names = ("office", "number", "doing", "title", "duty", "note", "hash")
    return {
        **{name: getattr(one, name) for name in names},
        "url": f"{settings.SITE}/api/v1/publications/{one.office}/{one.number}",
        "at": moment(one.at),
        "taken_at": moment(one.taken_at),
    }


def part_row(one: Snapshot) -> dict[str, Any]:
    """A frozen part, without its content."""
    names = ("path", "kind", "version", "media_type", "state", "size", "sha256")
    return {**{name: getattr(one, name) for name in names}, "url": url_of(one.path)}


def next_of(request: HttpRequest, key: int) -> str:
    """The address of the page that goes on after a row."""
    asked = [(name, value) for name, value in request.GET.items() if name != CURSOR]
    return f"{settings.SITE}{request.path}?{urlencode([*asked, (CURSOR, cursor_after(key))])}"
