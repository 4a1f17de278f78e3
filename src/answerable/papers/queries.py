"""Reads of papers that every page of the meeting cycle may ask: what was asked for, and what answers it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from answerable.meetings.models import Meeting
from answerable.papers.models import BriefingNote, NoteVersion, Point, Terms


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


def last_terms(meeting: Meeting) -> Terms | None:
    """The terms of reference of the last meeting before this one, of its forum or the one that it took over
    from; None where there were none."""
    forums = [key for key in (meeting.forum_id, meeting.forum.succeeds_id) if key]
    earlier = Terms.objects.filter(meeting__forum__in=forums, meeting__date__lt=meeting.date)
    with_points = earlier.filter(Exists(Point.objects.filter(terms=OuterRef("pk"))))
    return with_points.select_related("meeting__forum").order_by("-meeting__date").first()
