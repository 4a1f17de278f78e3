"""Reads of the intake: a held meeting as a record again, its corrections, and what waits for a person."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django.db.models import Count, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from answerable.actions.models import ActionUpdate
from answerable.actions.queries import CLOSURES
from answerable.core.clash import version
from answerable.core.corrections import Correction as CoreCorrection
from answerable.core.corrections import LineKey
from answerable.core.minutes.record import FORMAT, MeetingRecord
from answerable.intake.models import Candidate, Correction, ImportedFile
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.offices.models import Office


def waiting_candidates(office: Office) -> QuerySet[Candidate]:
    """The records that wait for a person, in the order in which they came."""
    waiting = Candidate.objects.filter(office=office, state=Candidate.State.WAITING)
    joined = waiting.select_related("file", "meeting__forum", "meeting__document")
    return joined.defer("record", "meeting__document__text")


def candidate_versions(some: Sequence[Candidate]) -> dict[int, str]:
    """By id, the version of each record that waits, with that of what it would take the place of.

    One query, of how often people have put right what is held.
    """
    held = {one.pk: one.meeting for one in some if one.meeting}
    keys = {pk: key_of_meeting(meeting) for pk, meeting in held.items()}
    rows = Correction.objects.filter(source_sha256__in=set(keys.values())).order_by()
    counted = dict(rows.values_list("source_sha256").annotate(n=Count("pk")))
    versions = {}
    for one in some:
        meeting = held.get(one.pk)
        of_meeting = [meeting.pk, meeting.record_sha256, counted.get(keys[one.pk], 0)] if meeting else []
        versions[one.pk] = version(one.state, of_meeting)
    return versions


def left_to_review(office: Office) -> dict[str, int]:
    """How much waits for a person: candidates, updates without a sure action, warnings. One query."""
    return counted_together(office, to_review(office))


def to_review(office: Office) -> dict[str, QuerySet[Any]]:
    """What waits for a person, by name. No query."""
    return {
        "candidates": waiting_candidates(office),
        "updates": ActionUpdate.objects.filter(office=office, link=ActionUpdate.Link.WAITING),
        "warnings": MeetingWarning.objects.filter(office=office, settled_at=None),
    }


def counted_together(office: Office, rows: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """How many rows of each the office has, of kinds that name their office. One query."""
    ours = {f"n_{name}": _count(some.filter(office=office)) for name, some in rows.items()}
    counts = {name: Coalesce(Subquery(some), 0) for name, some in ours.items()}
    found: dict[str, Any] = {**Office.objects.filter(pk=office.pk).values(**counts).get()}
    return {name: found[f"n_{name}"] for name in rows}


def _count(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The number of rows as a query of one value; no row where there are none."""
    return rows.order_by().values("office_id").annotate(n=Count("pk")).values("n")


def warnings_by_code(office: Office) -> list[tuple[str, int]]:
    """Unsettled warnings, the commonest code first."""
    unsettled = MeetingWarning.objects.filter(office=office, settled_at=None).order_by()
    counted = unsettled.values_list("code").annotate(n=Count("id"))
    return sorted(counted, key=lambda one: (-one[1], one[0]))


def known_files(office: Office) -> frozenset[str]:
    """The SHA-256 of every file that is held or waits."""
    files = ImportedFile.objects.filter(office=office).exclude(state=ImportedFile.State.REFUSED)
    return frozenset(files.values_list("sha256", flat=True))


def refused_files(office: Office) -> QuerySet[ImportedFile]:
    """The files that could not be read, each with its reason."""
    return ImportedFile.objects.filter(office=office, state=ImportedFile.State.REFUSED)


def correction_key(document_sha256: str | None, forum_slug: str, date: object) -> str:
    """What corrections of a meeting are kept under: its original, else forum and date."""
    return document_sha256 or hashlib.sha256(f"{forum_slug} {date}".encode()).hexdigest()


def key_of_meeting(meeting: Meeting) -> str:
    document = meeting.document
    return correction_key(document.sha256 if document else None, meeting.forum.slug, meeting.date)


def corrections_of(office: Office, keys: Iterable[str]) -> Mapping[str, Sequence[CoreCorrection]]:
    """The corrections kept under each key, the oldest first."""
    found: dict[str, list[CoreCorrection]] = defaultdict(list)
    rows = Correction.objects.filter(office=office, source_sha256__in=list(keys)).select_related("by")
    for row in rows.order_by("pk"):
        key = LineKey(row.start, row.end, row.quote_sha256)
        who = (str(row.by), timezone.localdate(row.at))
        found[row.source_sha256].append(CoreCorrection(row.part, key, row.field, row.new, row.old, *who))
    return found


def record_of(meeting: Meeting) -> MeetingRecord:
    """A held meeting as a record again; furniture is not kept, nor what stayed when a reading lost it."""
    document = meeting.document
    record = {
        "format": FORMAT,
        "source": {
            "name": meeting.source_name,
            "media_type": document.media_type if document else "application/json",
            "sha256": meeting.source_sha256,
            "pages": document.pages if document else None,
        },
        "meeting": {
            "title": meeting.title or None,
            "forum": meeting.forum.name,
            "date": meeting.date.isoformat(),
            **_plain(meeting, "kind", "start_time", "end_time", "chair", "minutes_by", "venue", "source"),
        },
        "next_meeting": _next_meeting(meeting),
        "furniture": [],
        **_lines(meeting),
    }
    return cast(MeetingRecord, record)


def _next_meeting(meeting: Meeting) -> dict[str, Any] | None:
    parts = {
        "date": meeting.next_date.isoformat() if meeting.next_date else None,
        "start_time": meeting.next_start_time,
        "venue": meeting.next_venue,
        "type": meeting.next_type,
        "source": meeting.next_source,
    }
    return parts if any(parts.values()) else None


def _lines(meeting: Meeting) -> dict[str, list[dict[str, Any]]]:
    attendance = ("name", "capacity", "abbreviation", "status", "from_item", "to_item", "source")
    figure = ("measure", "area", "value", "to", "approximate", "unit", "kind", "text", "source")
    exchange = ("heading", "asked_by", "question", "answered_by", "response", "stance", "entries")
    item = ("number", "label", "title", "level", "kind", "assurance", "source")
    entry = ("heading", "paragraph", "kind", "text", "speakers", "source")
    with_item = {"select": ["item"]}
    return {
        "attendance": [_plain(one, *attendance) for one in meeting.attendance.all()],
        "items": [_plain(one, *item) for one in meeting.items.all()],
        "entries": [_in_item(one, *entry) for one in _joined(meeting.entries, **with_item)],
        "exchanges": [_in_item(one, *exchange) for one in _joined(meeting.exchanges, **with_item)],
        "actions": [_action(one) for one in _joined(meeting.actions, select=["item", "entry"]) if one.entry],
        "updates": [_update(one) for one in meeting.updates.filter(position__lt=CLOSURES)],
        "commitments": [
            _commitment(one) for one in _joined(meeting.commitments, select=["item", "entry"]) if one.entry
        ],
        "figures": [_in_item(one, *figure) for one in _joined(meeting.figures, **with_item)],
        "warnings": [_plain(one, "code", "message", "source") for one in meeting.warnings.all()],
    }


def _joined(manager: Any, *, select: Sequence[str]) -> Any:
    rows = manager.select_related(*select).order_by("position")
    return rows.prefetch_related("owners", "dues") if manager.model.__name__ == "Action" else rows


def _plain(row: object, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _in_item(row: Any, *names: str) -> dict[str, Any]:
    return {"item": row.item.position if row.item else None, **_plain(row, *names)}


def _action(row: Any) -> dict[str, Any]:
    dues = [
        {"text": due.text, "date": due.date.isoformat() if due.date else None, "precision": due.precision}
        for due in row.dues.all()
    ]
    return {
        **_in_item(row, "heading", "label", "text", "owners_source", "source"),
        "owners": [owner.printed for owner in row.owners.all()],
        "due": dues,
        "entry": row.entry.position,
    }


def _update(row: ActionUpdate) -> dict[str, Any]:
    return {
        "meeting": row.about_month,
        "item": row.about_item,
        "action": row.action_text,
        "update": row.text,
        "status": row.status,
        "source": row.source,
    }


def _commitment(row: Any) -> dict[str, Any]:
    return {**_in_item(row, "by", "text", "source"), "due": row.dues, "entry": row.entry.position}
