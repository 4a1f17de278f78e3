"""What is restricted or left out, as one fingerprint: whether it changed since something was put forward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet, Value

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.core.chain.canonical import canonical, digest
from answerable.core.permissions.markings import Why
from answerable.documents.models import Document
from answerable.measures.models import Measure
from answerable.meetings.models import Entry, Exchange, Figure, Item
from answerable.minuting.models import Assurance
from answerable.publishing.models import Address, DecisionRecord, Publication, Redaction

MARKED = (Item, Entry, Exchange, Action, ActionUpdate, Commitment, Figure, Assurance)
"""What somebody can restrict of a meeting that publications are made of."""

WITH_FILES = (Publication.Subject.AGENDA, Publication.Subject.ORIGINAL)
"""Subjects that give out files which somebody sent in."""


What = Redaction.What
Marks = list[list[int]]
"""The keys of what is closed in a meeting, a list for each of ``_closed``."""

HALF = 32
ABOUT_AGENDAS = slice(1, 3)
"""Of ``Marks``, what an agenda tells: what is left out by item or name, and its items, but for drafts."""


def fingerprint(publication: Publication) -> str:
    """Of the meeting that it is about, or of the whole office where it is about no one meeting.

    Of a meeting the first half is of what the minutes or the agenda themselves say (``told_half``), the
    second of everything that goes with them.
    """
    if not publication.meeting_id:
        return digest(canonical(_of_office(publication)))
    marks = _marks(Q(meeting=publication.meeting_id))[publication.meeting_id]
    more = [_keys(_left_out_files(publication)), _files(publication)]
    return _half(_told(publication.subject, marks)) + _half([*marks, *more])


def told_half(stored: str) -> str:
    """Of a fingerprint, what the minutes or the agenda themselves say."""
    return stored[:HALF]


def told_now(office_id: int) -> Callable[[int, str], str]:
    """What the first half of a meeting's fingerprint is now, for a subject. One query for the office."""
    marks = _marks(Q(meeting__office=office_id))
    none = _none()
    return lambda meeting, subject: _half(_told(subject, marks.get(meeting, none)))


def anything_hidden(publication: Publication) -> bool:
    """Is anything restricted, exempt or left out in the meeting or decisions that it is about?"""
    if publication.subject == Publication.Subject.DECISION:
        ready = DecisionRecord.objects.filter(office_id=publication.office_id, ready=True)
        return ready.exclude(exempt="").exists()
    if publication.meeting_id is None:
        return False
    marks = _marks(Q(meeting=publication.meeting_id))
    return bool(marks) or _left_out_files(publication).exists() or bool(_files(publication))


def _half(found: Any) -> str:
    return digest(canonical(found))[:HALF]


def _told(subject: str, marks: Marks) -> Marks:
    return marks[ABOUT_AGENDAS] if subject == Publication.Subject.AGENDA else marks


def _closed() -> list[QuerySet[Any]]:
    """What is left out by hand, in a line and otherwise, and what is restricted; drafts of items apart."""
    by_hand = Redaction.objects.filter(lifted_at=None)
    items = Item.objects.filter(restricted=True)
    return [
        by_hand.filter(what__in=(What.WORDS, What.ENTRY)),
        by_hand.filter(what__in=(What.ITEM, What.NAME)),
        items.exclude(marking_why=Why.DRAFT),
        items.filter(marking_why=Why.DRAFT),
        *(rows.objects.filter(restricted=True) for rows in MARKED if rows is not Item),
    ]


def _none() -> Marks:
    return [[] for _ in range(len(MARKED) + 3)]


def _marks(where: Q) -> defaultdict[int, Marks]:
    """Of each meeting in which anything is closed, what. One query."""
    first, *others = (
        rows.filter(where).order_by().annotate(place=Value(at)).values_list("meeting_id", "pk", "place")
        for at, rows in enumerate(_closed())
    )
    found: defaultdict[int, Marks] = defaultdict(_none)
    for meeting, pk, place in sorted(first.union(*others, all=True)):
        found[meeting][place].append(pk)
    return found


def _left_out_files(publication: Publication) -> QuerySet[Redaction]:
    return Redaction.objects.filter(meeting=publication.meeting_id, lifted_at=None, what=What.FILE)


def _of_office(publication: Publication) -> list[list[Any]]:
    office = publication.office_id
    redactions = Redaction.objects.filter(office=office, lifted_at=None)
    restricted = [rows.objects.filter(meeting__forum__office=office, restricted=True) for rows in MARKED]
    measures = Measure.objects.filter(office=office, restricted=True)
    return [*map(_keys, [redactions, *restricted, measures]), *_of_subject(publication)]


def _of_subject(publication: Publication) -> list[list[Any]]:
    """What one subject alone leaves out."""
    office = publication.office_id
    if publication.subject == Publication.Subject.DECISION:
        rows = DecisionRecord.objects.filter(office=office)
        parts = rows.exclude(exempt="").order_by("pk").values_list("pk", "exempt")
        told = Address.objects.filter(office=office, kind="decision").values("about")
        return [[[pk, digest(exempt)] for pk, exempt in parts], _keys(rows.filter(ready=False, pk__in=told))]
    if publication.subject == Publication.Subject.MEASURES:
        smallest = Measure.objects.filter(office=office).order_by("pk").values_list("pk", "smallest")
        return [[list(one) for one in smallest]]
    return []


def _files(publication: Publication) -> list[int]:
    """Files that would go out with it, if they were not restricted or taken away."""
    if publication.subject not in WITH_FILES:
        return []
    of_meeting = Q(note_versions__note__meeting=publication.meeting_id) | Q(meetings=publication.meeting_id)
    return _keys(Document.objects.filter(of_meeting).exclude(restricted=False, kept_for="").distinct())


def _keys(rows: Any) -> list[int]:
    return sorted(rows.values_list("pk", flat=True))
