"""What the pages of publication show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from answerable.core.publication.states import State
from answerable.core.publication.versions import Book
from answerable.meetings.models import Entry, Item, Meeting
from answerable.papers.models import NoteVersion
from answerable.publishing.book import book_of, how_far, same_subject
from answerable.publishing.checking import findings
from answerable.publishing.due import corrections_due
from answerable.publishing.models import HighestSeen, Publication, Redaction
from answerable.publishing.queries import clock_waits
from answerable.publishing.renewal import Behind, behind
from answerable.workspace.here import Here

MOST_SHOWN = 50  # meetings that are not public yet, and corrections that are due

STATE = Publication.State


@dataclass(frozen=True, slots=True)
class Told:
    """A publication, and how far it has come."""

    publication: Publication
    state: State


@dataclass(frozen=True, slots=True)
class Desk:
    """``proposed`` waits for a decision, ``waiting`` for its embargo, ``unpublished`` for a person.

    ``behind`` is told from minutes, and says less than those that are public now.
    """

    proposed: list[Publication]
    waiting: list[Publication]
    due: list[Meeting]
    unpublished: list[Meeting]
    unpublished_count: int
    clock: HighestSeen | None
    behind: list[Behind]


def desk(here: Here, held: Book) -> Desk:
    """What is to be done; ``held`` is the book of the office. A fixed number of queries."""
    rows = publications(here).filter(Q(state=STATE.PROPOSED) | Q(state=STATE.DECIDED, number=None))
    open_ones = list(rows.order_by("put_forward_at", "pk"))
    unpublished = list(not_public(here)[: MOST_SHOWN + 1])
    return Desk(
        proposed=[one for one in open_ones if one.state == STATE.PROPOSED],
        waiting=sorted((one for one in open_ones if one.state == STATE.DECIDED), key=_opens),
        due=list(corrections_due(here.office, held)[:MOST_SHOWN]) if here.office else [],
        unpublished=unpublished[:MOST_SHOWN],
        unpublished_count=not_public(here).count() if len(unpublished) > MOST_SHOWN else len(unpublished),
        clock=clock_waits(),
        behind=behind(here.office, held) if here.office else [],
    )


def _opens(one: Publication) -> tuple[dt.datetime, int]:
    assert one.opens_at
    return one.opens_at, one.pk


def book_here(here: Here) -> Book:
    """Every version of every address of the office. Two queries."""
    return book_of(here.office) if here.office else {}


def publications(here: Here) -> QuerySet[Publication]:
    rows = Publication.objects.filter(office_id=here.office_id)
    return rows.select_related("meeting__forum", "office", "put_forward_by", "decided_by", "because_of")


def not_public(here: Here) -> QuerySet[Meeting]:
    """Meetings with minutes that can be published and that nobody has put forward, the oldest first."""
    asked = Publication.objects.filter(meeting=OuterRef("pk"), subject=Publication.Subject.MINUTES)
    held = Meeting.objects.filter(
        Q(minutes_state=Meeting.Minutes.APPROVED) | Q(minutes_state="", state=Meeting.State.HELD),
        office_id=here.office_id,
    ).exclude(record_sha256="", minutes_state="")
    open_ones = held.exclude(Exists(asked.exclude(state=Publication.State.DROPPED)))
    return open_ones.select_related("forum").order_by("date", "pk")


def decided(here: Here) -> QuerySet[Publication]:
    """What was decided, one way or the other, the last first."""
    rows = publications(here).exclude(state=Publication.State.PROPOSED)
    return rows.exclude(state=Publication.State.DECIDED, number=None).order_by("-decided_at", "-pk")


def states(here: Here, rows: Iterable[Publication], held: Book | None = None) -> list[Told]:
    """How far each of them has come; ``held`` is the book of the office."""
    shown = list(rows)
    if here.office is None or not shown:
        return []
    held = book_of(here.office) if held is None else held
    return [Told(one, state) for one, state in zip(shown, how_far(shown, held), strict=True)]


def publication_at(here: Here, key: int) -> Publication:
    """Raises Http404."""
    found = publications(here).filter(pk=key).first()
    if found is None:
        raise Http404("There is no such publication.")
    return found


def meeting_at(here: Here, key: int) -> Meeting:
    """Raises Http404."""
    rows = Meeting.objects.filter(office_id=here.office_id, pk=key).select_related(
        "forum__office", "office", "document"
    )
    found = rows.first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def entry_at(here: Here, key: int) -> Entry:
    """A line of minutes that the actor may see. Raises Http404."""
    rows = Entry.objects.filter(meeting__office_id=here.office_id, pk=key)
    found = here.sees(rows).select_related("meeting__forum", "item").first()
    if found is None:
        raise Http404("There is no such line.")
    return found


def item_at(here: Here, key: int) -> Item:
    """Raises Http404."""
    rows = Item.objects.filter(meeting__office_id=here.office_id, pk=key)
    found = here.sees(rows).select_related("meeting__forum").first()
    if found is None:
        raise Http404("There is no such item.")
    return found


def paper_at(here: Here, key: int) -> NoteVersion:
    """A version of a paper whose file the actor may see. Raises Http404."""
    rows = NoteVersion.objects.filter(note__meeting__office_id=here.office_id, pk=key)
    found = here.sees(rows, "document").select_related("note__meeting__forum", "document").first()
    if found is None:
        raise Http404("There is no such paper.")
    return found


def redaction_at(here: Here, key: int) -> Redaction:
    """Raises Http404."""
    rows = Redaction.objects.filter(office_id=here.office_id, pk=key)
    found = rows.select_related("meeting__forum", "entry", "item", "document", "by").first()
    if found is None:
        raise Http404("There is no such thing that is left out.")
    return found


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is left out of a meeting now, and what was and is not any more."""

    now: list[Redaction] = field(default_factory=list)
    before: list[Redaction] = field(default_factory=list)


def left_out(meeting: Meeting) -> LeftOut:
    rows = list(
        Redaction.objects.filter(meeting=meeting).select_related(
            "entry", "item", "document", "by", "lifted_by"
        )
    )
    return LeftOut([one for one in rows if one.lifted_at is None], [one for one in rows if one.lifted_at])


def of_meeting(meeting: Meeting, subject: str = Publication.Subject.MINUTES) -> list[Publication]:
    """Every publication of its minutes, or of another subject of it, the last first."""
    rows = Publication.objects.filter(meeting=meeting, subject=subject)
    return list(rows.select_related("put_forward_by", "decided_by", "office"))


def history(publication: Publication) -> list[Publication]:
    """Everything about the same, the last first."""
    rows = same_subject(publication).select_related("put_forward_by", "decided_by", "office")
    return list(rows[:MOST_SHOWN])


def findings_of(publication: Publication) -> list[dict[str, Any]]:
    """What the checks found, each with the ``row`` of the line of minutes that it is about, if it is one."""
    rows: dict[str, int] = {}
    if publication.meeting_id and publication.findings:
        places = Entry.objects.filter(meeting=publication.meeting_id).values_list("position", "pk")
        rows = {f"#entry-{position + 1}": pk for position, pk in places}
    return [{**one, "row": rows.get(f"#{one['path'].partition('#')[2]}")} for one in findings(publication)]
