"""Meetings of which the public reads what is not to be read any more, or less than it may."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from answerable.core.publication.versions import Book, current
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.papers.models import NoteVersion
from answerable.publishing.book import decided
from answerable.publishing.following import ORIGINAL
from answerable.publishing.hidden import told_half, told_now
from answerable.publishing.models import Address, Publication, Redaction

Subject = Publication.Subject
KINDS = {Subject.MINUTES: "meeting", Subject.AGENDA: "agenda"}
"""Kinds of the addresses at which they are told."""
CLOSED = Q(document__restricted=True) | ~Q(document__kept_for="")


def corrections_due(office: Office, held: Book) -> QuerySet[Meeting]:
    """Meetings whose public minutes, agenda or files are not as the markings and what is left out are now.

    Something was restricted or left out since, or is so no more: a correction is due. ``held`` is the book of
    the office. Up to six queries, however much there is.
    """
    due = {*_told_otherwise(office, held), *_papers(office, held), *_originals(office, held)}
    return Meeting.objects.filter(pk__in=due).select_related("forum").order_by("date", "pk")


def _told_otherwise(office: Office, held: Book) -> set[int]:
    """Minutes and agendas that were put forward when something else was hidden."""
    rows = decided(office).filter(subject__in=KINDS).exclude(doing=Publication.Doing.WITHDRAW)
    told = {(one[0], one[1]): one[2] for one in rows.values_list("meeting_id", "subject", "hidden")}
    now = told_now(office.pk)
    otherwise = {
        (meeting, str(KINDS[Subject(subject)]))
        for (meeting, subject), hidden in told.items()
        if meeting is not None and told_half(hidden) != now(meeting, subject)
    }
    places = Address.objects.filter(office=office, kind__in=KINDS.values())
    standing = places.filter(about__in={meeting for meeting, _ in otherwise})
    return {
        meeting
        for path, meeting, kind in standing.values_list("path", "about", "kind")
        if (meeting, kind) in otherwise and meeting is not None and current(held.get(path, []))
    }


def _papers(office: Office, held: Book) -> set[int]:
    """Papers that are public and whose newest version is restricted, taken away or left out."""
    later = NoteVersion.objects.filter(note=OuterRef("note"), number__gt=OuterRef("number"))
    left_out = Redaction.objects.filter(
        what=Redaction.What.FILE, lifted_at=None, document__note_versions__note=OuterRef("note")
    )
    rows = NoteVersion.objects.filter(note__meeting__office=office).exclude(Exists(later))
    closed = rows.filter(CLOSED | Exists(left_out), note=OuterRef("about")).values("note__meeting")
    places = Address.objects.filter(office=office, kind="file").exclude(about=None)
    found = places.annotate(meeting=Subquery(closed[:1])).exclude(meeting=None)
    return {meeting for path, meeting in found.values_list("path", "meeting") if current(held.get(path, []))}


def _originals(office: Office, held: Book) -> set[int]:
    """Originals of minutes that are public and restricted, taken away or left out."""
    public = {path.partition(ORIGINAL)[0] for path in held if ORIGINAL in path and current(held[path])}
    if not public:
        return set()
    left_out = Redaction.objects.filter(
        what=Redaction.What.FILE, lifted_at=None, document=OuterRef("document"), meeting=OuterRef("pk")
    )
    closed = Meeting.objects.filter(CLOSED | Exists(left_out), office=office, document__isnull=False)
    places = Address.objects.filter(office=office, kind="meeting", about__in=closed.values("pk"))
    return {about for path, about in places.values_list("path", "about") if path in public and about}
