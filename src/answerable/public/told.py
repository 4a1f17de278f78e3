"""Lines of the store as API and bulk files write them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote

from django.conf import settings

from answerable.core.publication.open_data.field import shaped
from answerable.core.publication.open_data.resources import BY_KIND
from answerable.published.models import Line
from answerable.published.open_data import tags_of


def url_of(path: str) -> str:
    """The whole address of a path of the site."""
    page, hash_mark, place = path.partition("#")
    return f"{settings.SITE}/{quote(page)}{hash_mark}{quote(place)}"


def moment(value: dt.datetime) -> str:
    """UTC, to the microsecond: nothing is lost when it is sent back."""
    return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def line_row(line: Line) -> dict[str, Any]:
    """A line, or its tombstone."""
    resource = BY_KIND.get(line.kind)
    fields = resource.fields if resource else ()
    return {
        "path": line.path,
        "url": url_of(line.path),
        "kind": line.kind,
        "office": line.office,
        "forum": line.forum or None,
        "date": line.date.isoformat() if line.date else None,
        "part": line.owner,
        "modified": moment(line.modified),
        "gone": line.gone,
        "tags": {} if line.gone else tags_of(line),
        "data": None if line.gone else shaped(fields, line.data),
    }
