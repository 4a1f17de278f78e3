"""Reads of publishing."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from answerable.meetings.models import Meeting
from answerable.publishing.models import HighestSeen, Publication, Redaction


def clock_waits() -> HighestSeen | None:
    """What was seen where the clock went ahead by more than a day and nobody has said that it is right."""
    return HighestSeen.objects.filter(jumped_to__isnull=False).first()


def notes_left_out(meeting: Meeting) -> set[int]:
    """Papers of a meeting that somebody left out, by their keys: any version of them, and so the newest."""
    rows = Redaction.objects.filter(what=Redaction.What.FILE, lifted_at=None)
    keys = rows.filter(document__note_versions__note__meeting=meeting)
    return set(keys.values_list("document__note_versions__note", flat=True))


def corrections_due(office_id: int) -> QuerySet[Meeting]:
    """Meetings whose minutes are public while something was left out of them, or taken in again, since.

    What is public says more, or less, than it is to say now: a correction is due.
    """
    told = Publication.objects.filter(
        meeting=OuterRef("pk"), subject=Publication.Subject.MINUTES, state=Publication.State.DECIDED
    )
    last = told.exclude(number=None).order_by("-number")
    since = Redaction.objects.filter(meeting=OuterRef("pk"))
    changed = Q(at__gt=OuterRef("told_at")) | Q(
        lifted_at__gt=OuterRef("told_at"), at__lte=OuterRef("told_at")
    )
    rows = Meeting.objects.filter(office_id=office_id).annotate(
        told_at=Subquery(last.values("put_forward_at")[:1]), told_doing=Subquery(last.values("doing")[:1])
    )
    public = rows.exclude(told_at=None).exclude(told_doing=Publication.Doing.WITHDRAW)
    return public.filter(Exists(since.filter(changed))).select_related("forum").order_by("date", "pk")
