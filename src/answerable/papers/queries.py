"""Reads of papers that every page of the meeting cycle may ask: what was asked for, and what answers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from answerable.core.papers.coverage import propose
from answerable.meetings.models import Meeting
from answerable.papers.models import BriefingNote, Coverage, NoteVersion, Point, Terms


def sent_points(meeting: Meeting) -> QuerySet[Point]:
    """The points that a meeting's briefing note must answer, once they were sent, in their order."""
    return Point.objects.filter(terms__meeting=meeting, terms__sent_at__isnull=False).select_related("topic")


def newest_versions(meetings: Iterable[Meeting]) -> QuerySet[NoteVersion]:
    """The newest version of each briefing note of these meetings, with its note, judgement and document.

    Documents can be restricted: whoever shows this asks ``here.sees(rows, "document")``.
    """
    newest = NoteVersion.objects.filter(note=OuterRef("note")).order_by("-number").values("pk")[:1]
    rows = NoteVersion.objects.filter(note__meeting__in=list(meetings), pk=Subquery(newest))
    joined = rows.select_related("note", "judgement", "document", "sent_by").defer("document__text")
    return joined.order_by("note__meeting_id", "note_id")


def accepted_versions(meeting: Meeting) -> QuerySet[NoteVersion]:
    """The briefing notes that the office accepted for a meeting, the newest version of each."""
    return newest_versions([meeting]).filter(note__state=BriefingNote.State.ACCEPTED)


def coverage_of(version: NoteVersion) -> list[Coverage]:
    """What is said of every point that was sent, in order. Two queries.

    A point that was sent after the version came has a row that is not saved yet, with the heading that is
    like it.
    """
    points = list(sent_points(version.note.meeting))
    rows = {one.point_id: one for one in version.coverage.select_related("said_by", "confirmed_by")}
    titles = [str(one["title"]) for one in version.headings]
    late = [one for one in points if one.pk not in rows]
    numbered = dict(zip((one.pk for one in late), _proposed(points, late, titles), strict=True))
    found = []
    for point in points:
        row = rows.get(point.pk) or Coverage(version=version, part=numbered[point.pk])
        row.point = point
        found.append(row)
    return found


def _proposed(points: Sequence[Point], late: Sequence[Point], titles: Sequence[str]) -> list[str]:
    """The headings for some of the points, whose numbers count too; "" where none is like it."""
    if not late:
        return []
    found = propose([one.text for one in points], titles)
    by_point = {one.pk: at for one, at in zip(points, found, strict=True)}
    places = [by_point[one.pk] for one in late]
    return ["" if at is None else titles[at] for at in places]


def last_terms(meeting: Meeting) -> Terms | None:
    """The terms of reference of the last meeting before this one, of its forum or the one that it took over
    from; None where there were none."""
    forums = [key for key in (meeting.forum_id, meeting.forum.succeeds_id) if key]
    earlier = Terms.objects.filter(meeting__forum__in=forums, meeting__date__lt=meeting.date)
    with_points = earlier.filter(Exists(Point.objects.filter(terms=OuterRef("pk"))))
    return with_points.select_related("meeting__forum").order_by("-meeting__date").first()
