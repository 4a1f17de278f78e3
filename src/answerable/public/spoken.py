"""Everything public that names one thing, an area or a partner body, laid out by meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet
from django.utils.translation import gettext as _

from answerable.published.models import Line, Tag
from answerable.published.register import tagged

SAID = ("entry", "action")
"""Kinds that a meeting is told by; a promise is words of an entry, and marked there."""

NOT_SAID = ("action", "heading", "update")
"""Kinds of entries that are no words about something: an action has a line of its own."""

NEAR = 40
"""Letters at the beginning of a line that say who speaks."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as it is read: ``who`` said it, ``what`` it is in a word, "" of plain words."""

    path: str
    kind: str
    who: str
    text: str
    what: str
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with its lines; ``path`` of the minutes."""

    on: dt.date
    forum: str
    path: str
    lines: Sequence[Spoken]


@dataclass(slots=True)
class Amount:
    """How much there is about something, by kind of line, and from which days."""

    counts: dict[str, int]
    first: dt.date | None = None
    last: dt.date | None = None


def naming(name: str, values: Collection[str]) -> Q:
    """Of lines: those that one of these values of a tag is on."""
    return Q(pk__in=Tag.objects.filter(name=name, value__in=values).values("line"))


def said_of(office: str, about: Q) -> QuerySet[Line]:
    """The lines that meetings are told by, the newest meeting first, each meeting in its order."""
    rows = Line.objects.filter(about, office=office, gone=False, kind__in=SAID)
    for kind in NOT_SAID:
        rows = rows.exclude(tagged("entry", kind))
    return rows.order_by("-date", "forum", "kind", "owner", "position")


def counted(office: str, name: str) -> dict[str, Amount]:
    """How much there is for each value of a tag. One query."""
    rows = Tag.objects.filter(name=name, line__office=office, line__gone=False).order_by()
    found: dict[str, Amount] = {}
    for value, kind, count, first, last in rows.values_list("value", "line__kind").annotate(
        Count("pk"), Min("line__date"), Max("line__date")
    ):
        one = found.setdefault(value, Amount({}))
        one.counts[kind] = count
        one.first = min((day for day in (one.first, first) if day), default=None)
        one.last = max((day for day in (one.last, last) if day), default=None)
    return found


def promised_in(lines: Iterable[Line]) -> set[str]:
    """The addresses of the entries among these that hold a promise. One query."""
    owners = {one.owner for one in lines if one.kind == "entry"}
    rows = Line.objects.filter(owner__in=owners, kind="promise", gone=False)
    return {str(entry) for entry in rows.values_list("data__entry", flat=True) if entry}


def sittings(lines: Sequence[Line], forums: Mapping[str, str]) -> list[Sitting]:
    """Lines in their order, those of one meeting together. One query."""
    promises = promised_in(lines)
    grouped = groupby(lines, key=lambda one: (one.date, one.forum, one.data["meeting"]))
    return [
        Sitting(on, forums.get(forum, ""), path, [_spoken(one, promises) for one in some])
        for (on, forum, path), some in grouped
        if on is not None
    ]


def _spoken(one: Line, promises: Collection[str]) -> Spoken:
    if one.kind == "action":
        return Spoken(one.path, "action", ", ".join(one.data["owners"]), one.text, one.title, one.data)
    what = _("Promise") if one.path in promises else ""
    speakers = one.data["speakers"]
    told = any(name in one.text[:NEAR] for name in speakers)  # "The PCC asked if …" says who it was
    return Spoken(one.path, one.data["kind"], "" if told else ", ".join(speakers), one.text, what, one.data)
