"""Reads of people and posts, and of what is public about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from answerable.public.pages import NOTHING_HERE
from answerable.published.models import Line
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import line_at as at
from answerable.published.queries import lines_of

ENDED = ("closed", "withdrawn")
MOST_OWED = 50  # the register has the rest


@dataclass(frozen=True, slots=True)
class Owed:
    """What a post owes and owed: ``open`` are listed, the longest waiting first; of the others the number."""

    open: list[Line]
    open_count: int
    ended: int


def line_at(path: str, kind: str, over: Over = NOTHING) -> Line:
    """A person or post. Raises Http404. One query."""
    found = at(path, over)
    if found is None or found.kind != kind or found.gone:
        raise Http404(NOTHING_HERE)
    return found


def posts(office: str) -> list[Line]:
    """Every public post, as its part has them. One query."""
    return list(lines_of(office, "post").order_by("position"))


def people(office: str) -> list[Line]:
    """Every person by name. One query."""
    return list(lines_of(office, "person").order_by("position"))


def meetings(person: Line) -> QuerySet[Line]:
    """The published minutes that name somebody as present, the newest first."""
    rows = Line.objects.filter(kind="meeting", gone=False, tags__name="person", tags__value=person.path)
    return rows.order_by("-date", "path")


def owed(post: Mapping[str, Any], office: str) -> Owed:
    """The actions whose owner is printed as the post. Three queries."""
    names = [name for name in (post["abbreviation"], post["title"]) if name]
    rows = lines_of(office, "action").filter(tags__name="owner", tags__value__in=names)
    ended = Q(pk__in=_in_state(office, *ENDED))
    still = rows.exclude(ended).distinct()
    return Owed(
        list(still.order_by("date", "path")[:MOST_OWED]), still.count(), rows.filter(ended).distinct().count()
    )


def _in_state(office: str, *states: str) -> QuerySet[Any]:
    rows = lines_of(office, "action").filter(tags__name="state", tags__value__in=states)
    return rows.order_by().values("pk")
