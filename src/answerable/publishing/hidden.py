"""What is restricted or left out, as one fingerprint: whether it changed since something was put forward."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.core.chain.canonical import canonical, digest
from answerable.documents.models import Document
from answerable.measures.models import Measure
from answerable.meetings.models import Entry, Exchange, Figure, Item
from answerable.minuting.models import Assurance
from answerable.publishing.models import Address, DecisionRecord, Publication, Redaction

MARKED = (Item, Entry, Exchange, Action, ActionUpdate, Commitment, Figure, Assurance)
"""What somebody can restrict of a meeting that publications are made of."""

WITH_FILES = (Publication.Subject.AGENDA, Publication.Subject.ORIGINAL)
"""Subjects that give out files which somebody sent in."""


def fingerprint(publication: Publication) -> str:
    """Of the meeting that it is about, or of the whole office where it is about no one meeting."""
    found = _of_meeting(publication) if publication.meeting_id else _of_office(publication)
    return digest(canonical(found))


def anything_hidden(publication: Publication) -> bool:
    """Is anything restricted, exempt or left out in the meeting or decisions that it is about?"""
    if publication.subject == Publication.Subject.DECISION:
        ready = DecisionRecord.objects.filter(office_id=publication.office_id, ready=True)
        return ready.exclude(exempt="").exists()
    return publication.meeting_id is not None and any(_of_meeting(publication))


def _of_meeting(publication: Publication) -> list[list[Any]]:
    redactions = Redaction.objects.filter(meeting=publication.meeting_id, lifted_at=None)
    restricted = [rows.objects.filter(meeting=publication.meeting_id, restricted=True) for rows in MARKED]
    return [*map(_keys, [redactions, *restricted]), _files(publication)]


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
