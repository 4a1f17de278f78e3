"""Reads of people and posts, and of what is public about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from answerable.published.models import Line, Tag
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import line_at, lines_of

ENDED = ("closed", "withdrawn")
MOST_OWED = 50  # the register has the rest


@dataclass(frozen=True, slots=True)
class Owed:
    """What a post owes and owed: ``open`` are listed, the longest waiting first; of the others the number.

    ``names`` are those of the post that actions print as their owner.
    """

    open: list[Line]
    open_count: int
    ended: int
    names: list[str]


def one_at(path: str, kind: str, over: Over = NOTHING) -> Line | None:
    """A person or post; None where none is public. One query."""
    found = line_at(path, over)
    return found if found is not None and found.kind == kind and not found.gone else None


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
    """The actions whose owner is printed as the post. Four queries."""
    names = [name for name in (post["abbreviation"], post["title"]) if name]
    printed = Tag.objects.filter(name="owner", value__in=names, line__in=lines_of(office, "action"))
    rows = lines_of(office, "action").filter(tags__name="owner", tags__value__in=names)
    ended = Q(pk__in=_in_state(office, *ENDED))
    still = rows.exclude(ended).distinct()
    return Owed(
        list(still.order_by("date", "path")[:MOST_OWED]), still.count(),
        rows.filter(ended).distinct().count(),
        list(printed.order_by("value").values_list("value", flat=True).distinct()),
    )  # fmt: skip


def _in_state(office: str, *states: str) -> QuerySet[Any]:
    rows = lines_of(office, "action").filter(tags__name="state", tags__value__in=states)
    return rows.order_by().values("pk")
