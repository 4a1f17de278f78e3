"""What was found, as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.db.models.functions import ExtractYear
from django.http import HttpRequest

from answerable.components.words import said
from answerable.published.queries import lines_of
from answerable.published.searching.finding import Hit
from answerable.web.address import with_values

KINDS = {
    "meeting": "meetings",
    "agenda": "agendas",
    "item": "items",
    "entry": "lines of minutes",
    "action": "actions",
    "promise": "promises",
    "topic": "topics",
    "person": "people",
    "post": "posts",
    "measure": "measures",
    "decision": "decisions",
}
NAMES = {
    "meeting": "minutes", "agenda": "agenda", "item": "item", "entry": "line of the minutes",
    "action": "action", "promise": "promise", "topic": "topic", "person": "person", "post": "post",
    "measure": "measure", "decision": "decision",
}  # fmt: skip


class Place(NamedTuple):
    """A hit with where it stands: "Assurance meeting", and of what kind it is."""

    hit: Hit
    href: str
    where: str
    kind: str


def place_of(hit: Hit, forums: Mapping[str, str]) -> Place:
    line = hit.line
    where = forums.get(line.forum) or str(line.data.get("forum", ""))
    return Place(hit, f"/{line.path}", where, said(NAMES.get(line.kind, line.kind)))


def by_kind(request: HttpRequest, kinds: Mapping[str, int]) -> list[tuple[str, int, str]]:
    """How many are of each kind, and the address that shows only these."""
    return [
        (said(name), kinds[kind], with_values(request, kind=kind, page=None))
        for kind, name in KINDS.items()
        if kinds.get(kind)
    ]


def years_of(office: str) -> list[int]:
    """The years of which minutes are public, the latest first."""
    rows = lines_of(office, "meeting").exclude(date=None).order_by()
    return sorted(
        rows.annotate(year=ExtractYear("date")).values_list("year", flat=True).distinct(), reverse=True
    )
