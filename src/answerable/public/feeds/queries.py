"""What feeds and calendars are told from: a page of lines, the last changed first; and public meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from answerable.published.models import GivenTag, Line, Publication, Snapshot
from answerable.published.searching.finding import search

A_PAGE = 50  # entries of one page of a feed
AT_A_TIME = 500  # lines of a whole feed that one query asks about
MOST_MEETINGS = 1000  # in one calendar: fifty years of a busy office
MOST_FOUND = 500  # lines of a search that are followed: the best ones
MOST_LETTERS = 200
MEETINGS = ("meeting", "agenda")


@dataclass(frozen=True, slots=True)
class Told:
    """A line with when it was last published or went, and with what note it was corrected."""

    line: Line
    at: datetime
    note: str


class Changes(NamedTuple):
    """How many publications changed what is told of a meeting, and when the last one did."""

    times: int
    last: datetime


def meetings(office: str) -> QuerySet[Line]:
    """Meetings by when their minutes, or their agenda, were last published, corrected or taken away."""
    now = Snapshot.objects.filter(path=OuterRef("owner"), state="current").order_by()
    rows = Line.objects.filter(office=office, kind__in=MEETINGS)
    at = Coalesce(Subquery(now.values("publication__at")[:1]), F("modified"))
    return rows.annotate(told_at=at).order_by("-told_at", "-pk")


def actions(office: str) -> QuerySet[Line]:
    return _by_change(Line.objects.filter(office=office, kind="action"))


def of_topic(office: str, topic: str) -> QuerySet[Line]:
    """What a topic's part gave its name to; what went from there since, too."""
    tagged = Q(tags__name="topic", tags__value=topic)
    given = GivenTag.objects.filter(path=OuterRef("path"), name="topic", value=topic)
    rows = Line.objects.filter(tagged | Q(Exists(given), gone=True), office=office)
    return _by_change(rows.distinct())


def found(office: str, words: str) -> list[Line]:
    """The lines that fit a search best, those first that changed last."""
    hits = search(words, office, size=MOST_FOUND).hits
    return sorted((hit.line for hit in hits), key=lambda one: (one.modified, one.pk), reverse=True)


def _by_change(rows: QuerySet[Line]) -> QuerySet[Line]:
    return rows.order_by("-modified", "-pk")


def paged(rows: QuerySet[Line] | list[Line]) -> Paginator[Line]:
    return Paginator(rows, A_PAGE)


def told(lines: list[Line]) -> list[Told]:
    """A page of lines with what their publications say of them. One query."""
    owners = {one.owner for one in lines}
    snapshots = Snapshot.objects.filter(path__in=owners, state="current").select_related("publication")
    notes = {one.path: one.publication.note for one in snapshots.defer("content")}
    return [Told(one, getattr(one, "told_at", one.modified), notes.get(one.owner, "")) for one in lines]


def all_told(rows: QuerySet[Line]) -> Iterator[Told]:
    """Every line of a feed, told."""
    lines = list(rows)
    for start in range(0, len(lines), AT_A_TIME):
        yield from told(lines[start : start + AT_A_TIME])


def publications(office: str) -> QuerySet[Publication]:
    return Publication.objects.filter(office=office).order_by("-at", "-number")


def meetings_of(office: str) -> list[Line]:
    """Meetings by their minutes, the newest first. One query."""
    rows = Line.objects.filter(office=office, kind="meeting", gone=False)
    return list(rows.order_by("-date", "-pk")[:MOST_MEETINGS])


def actions_at(paths: Iterable[str]) -> list[Line]:
    """The actions at these addresses that can be read. One query."""
    rows = Line.objects.filter(path__in=list(paths), kind="action", gone=False)
    return list(rows.order_by("path"))


def calendar_lines(office: str) -> list[Line]:
    """Public meetings, by their agendas and minutes, the newest ones. One query."""
    rows = Line.objects.filter(office=office, kind__in=MEETINGS, gone=False)
    return list(rows.order_by("-date", "kind", "pk")[: 2 * MOST_MEETINGS])


def changes_of(office: str) -> dict[str, Changes]:
    """By the path of a meeting: how often its agenda or minutes were published or withdrawn. One query."""
    rows = Snapshot.objects.filter(office=office, kind__in=MEETINGS).order_by()
    brought, ended = ("publication", "publication__at"), ("ended_by", "ended_by__at")
    found = defaultdict[str, dict[int, datetime]](dict)
    for path, *of in rows.values_list("path", *brought, *ended):
        held = found[path.removesuffix("/agenda")]
        held.update({key: at for key, at in (of[:2], of[2:]) if key is not None})
    return {path: Changes(len(held), max(held.values())) for path, held in found.items()}
