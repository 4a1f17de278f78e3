"""Reads for API and bulk files: lines by what they can be chosen by, in an order that stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Max, Q, QuerySet

from answerable.published.models import Line, Publication, Snapshot

AT_A_TIME = 500  # lines of a bulk file that are held in memory at once


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which lines: None and "" choose everything. ``tags`` are values by name, ``after`` the key of a row."""

    kind: str = ""
    office: str = ""
    forum: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    text: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)
    modified_since: dt.datetime | None = None
    after: int = 0


def as_of() -> dt.datetime | None:
    """When the store was changed last: whatever changes from now on is modified then or later."""
    found: dt.datetime | None = Publication.objects.aggregate(last=Max("taken_at"))["last"]
    return found


def chosen_lines(which: Chosen) -> QuerySet[Line]:
    """The lines that were chosen, in the order in which they first came, which never changes.

    With ``modified_since`` what went since is among them, without words, whatever its tags and words were.
    """
    rows = Line.objects.filter(pk__gt=which.after)
    for name in ("kind", "office", "forum"):
        if value := getattr(which, name):
            rows = rows.filter(**{name: value})
    if which.since:
        rows = rows.filter(date__gte=which.since)
    if which.until:
        rows = rows.filter(date__lte=which.until)
    rows = _narrowed(rows, which)
    return rows.order_by("pk").prefetch_related("tags")


def _narrowed(rows: QuerySet[Line], which: Chosen) -> QuerySet[Line]:
    """By words, tags and time. A tombstone has neither words nor tags, and comes whatever these are."""
    fits = [Q(title__icontains=which.text) | Q(text__icontains=which.text)] if which.text else []
    for name, value in which.tags.items():
        fits.append(Q(pk__in=Line.objects.filter(tags__name=name, tags__value=value).values("pk")))
    if which.modified_since is None:
        return rows.filter(*fits, gone=False)
    return rows.filter(*(Q(gone=True) | one for one in fits), modified__gte=which.modified_since)


def tags_of(line: Line) -> dict[str, list[str]]:
    """The tags of a line by name, in the order of their words; asked for together with its line."""
    found: dict[str, list[str]] = {}
    for name, value in sorted((one.name, one.value) for one in line.tags.all()):
        found.setdefault(name, []).append(value)
    return found


def line_at(path: str) -> Line | None:
    """The line with this address, also where only its tombstone is left."""
    return Line.objects.filter(path=path).prefetch_related("tags").first()


def chosen_publications(
    office: str, since: dt.date | None, until: dt.date | None, after: int
) -> QuerySet[Publication]:
    """Publications in the order in which they were taken in."""
    rows = Publication.objects.filter(pk__gt=after)
    if office:
        rows = rows.filter(office=office)
    if since:
        rows = rows.filter(at__date__gte=since)
    if until:
        rows = rows.filter(at__date__lte=until)
    return rows.order_by("pk")


def publication_with_parts(office: str, number: int) -> tuple[Publication, list[Snapshot]] | None:
    """One publication, and the parts that it brought, without their bytes."""
    found = Publication.objects.filter(office=office, number=number).first()
    if found is None:
        return None
    return found, list(found.snapshots.defer("content").order_by("path"))


def in_bulk(office: str, kind: str) -> Iterator[Line]:
    """Every line of a kind that can be read, in the same order, a few hundred in memory at once."""
    after = 0
    while True:
        rows = list(chosen_lines(Chosen(kind=kind, office=office, after=after))[:AT_A_TIME])
        yield from rows
        if len(rows) < AT_A_TIME:
            return
        after = rows[-1].pk


def how_many(office: str) -> dict[str, int]:
    """How many lines of each kind can be read."""
    rows = Line.objects.filter(office=office, gone=False).order_by()
    return dict(rows.values_list("kind").annotate(count=Count("pk")))


def last_publication(office: str) -> tuple[int, str]:
    """Key and hash of the last publication of an office that is here; 0 and "" where there is none."""
    rows = Publication.objects.filter(office=office).order_by("-number")
    return rows.values_list("pk", "hash").first() or (0, "")


def something_went(office: str, last: tuple[int, str]) -> bool:
    """Did anything that could be read when this publication was the last one change or go since?

    Also where it is not known here: then nobody can say.
    """
    if not Publication.objects.filter(office=office, pk=last[0], hash=last[1]).exists():
        return True
    return Snapshot.objects.filter(office=office, ended_by__gt=last[0]).exists()
