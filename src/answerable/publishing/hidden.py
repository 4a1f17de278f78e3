"""What is restricted or left out, as one fingerprint: whether it changed since something was put forward."""

from __future__ import annotations

from typing import Any

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.core.chain.canonical import canonical, digest
from answerable.meetings.models import Entry, Exchange, Figure, Item
from answerable.publishing.models import DecisionRecord, Publication, Redaction

MARKED = (Item, Entry, Exchange, Action, ActionUpdate, Commitment, Figure)
"""What somebody can restrict that publications are made of."""


def fingerprint(publication: Publication) -> str:
    """Of the meeting that it is about, or of the whole office where it is about no one meeting."""
    where: dict[str, Any] = (
        {"meeting_id": publication.meeting_id}
        if publication.meeting_id
        else {"meeting__forum__office_id": publication.office_id}
    )
    restricted = [_keys(rows.objects.filter(restricted=True, **where)) for rows in MARKED]
    redactions = Redaction.objects.filter(office_id=publication.office_id, lifted_at=None)
    if publication.meeting_id:
        redactions = redactions.filter(meeting_id=publication.meeting_id)
    return digest(canonical([_keys(redactions), *restricted]))


def anything_hidden(publication: Publication) -> bool:
    """Is anything restricted, exempt or left out in the meeting or decisions that it is about?"""
    if publication.subject == Publication.Subject.DECISION:
        ready = DecisionRecord.objects.filter(office_id=publication.office_id, ready=True)
        return ready.exclude(exempt="").exists()
    meeting = publication.meeting
    if meeting is None:
        return False
    if Redaction.objects.filter(meeting=meeting, lifted_at=None).exists():
        return True
    return any(rows.objects.filter(meeting=meeting, restricted=True).exists() for rows in MARKED)


def _keys(rows: Any) -> list[int]:
    return sorted(rows.values_list("pk", flat=True))
