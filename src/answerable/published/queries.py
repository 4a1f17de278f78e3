"""Reads of the public store."""

from __future__ import annotations

from django.db import connections, router
from django.db.models import Q, QuerySet

from answerable.core.publication.parts import Kind, Part
from answerable.published.half_written import of_a_whole_file
from answerable.published.models import Line, Publication, Revision, Snapshot
from answerable.published.previewing import NOTHING, Over

STATE = """
    SELECT number, (SELECT hash FROM published_publication ORDER BY id DESC LIMIT 1)
    FROM published_revision WHERE id = 1
"""


def state() -> tuple[int, str]:
    """How often the store was changed, and the last decision: the same of both, the same pages.

    The decision's hash tells a store that was put back from one that went on. Asked before every public
    answer, also those that are kept, so it goes past the ORM.
    """
    connection = connections[router.db_for_read(Revision)]

    def asked() -> tuple[int, str]:
        with connection.cursor() as cursor:
            cursor.execute(STATE)
            row = cursor.fetchone()
        return (row[0], row[1] or "") if row else (0, "")

    return of_a_whole_file(connection, asked)


def revision() -> int:
    """How often the store was changed."""
    return state()[0]


def offices() -> list[Snapshot]:
    """The offices that have published anything, each by what it says of itself."""
    return list(Snapshot.objects.filter(kind="office", state="current").order_by("path"))


def snapshot_at(path: str, version: int | None = None, over: Over = NOTHING) -> Snapshot | None:
    """What stands at an address, or stood there in that version; the last one where all are withdrawn."""
    if version is None and path in over.snapshots:
        return over.snapshots[path]
    held = Snapshot.objects.filter(path=path).select_related("publication", "ended_by")
    if version is not None:
        return held.filter(version=version).first()
    return held.order_by("-version").first()


def part_of(snapshot: Snapshot) -> Part:
    """A frozen part again."""
    return Part(snapshot.path, Kind(snapshot.kind), bytes(snapshot.content), snapshot.media_type)


def versions(path: str) -> list[Snapshot]:
    """Every version of what stands at an address, the first one first, without their bytes."""
    held = Snapshot.objects.filter(path=path).select_related("publication", "ended_by")
    return list(held.defer("content").order_by("version"))


def line_at(path: str, over: Over = NOTHING) -> Line | None:
    """The line at an address, also one that is gone."""
    return over.lines.get(path) or Line.objects.filter(path=path).first()


def lines_of(office: str, kind: str) -> QuerySet[Line]:
    """The lines of a kind that can be read now, the newest first."""
    return Line.objects.filter(office=office, kind=kind, gone=False)


def publications(office: str) -> QuerySet[Publication]:
    """The decisions of an office, the newest first."""
    return Publication.objects.filter(office=office)


def taken_away(path: str) -> Publication | None:
    """The publication that took away what stood at a place: which changed its page when its line went.

    Of several that were taken in at that moment, the first.
    """
    line = Line.objects.filter(path=path, gone=True).first()
    if line is None:
        return None
    stood = Snapshot.objects.filter(path=line.owner)
    changed = Q(pk__in=stood.values("ended_by")) | Q(pk__in=stood.filter(version__gt=1).values("publication"))
    rows = Publication.objects.filter(changed, office=line.office, taken_at=line.modified)
    return rows.order_by("number").first()
