"""Importing one file: its meetings and what hangs on them, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.batches import batches
from answerable.documents.models import Document
from answerable.documents.operations import READER, keep_document
from answerable.intake.models import Candidate, ImportedFile
from answerable.intake.operations.filling import fill_planned
from answerable.intake.operations.placing import Placed, Placer, to_store
from answerable.intake.operations.storing import store, store_again
from answerable.intake.reading import Checked, ReadMinutes
from answerable.meetings.rows import StoredMeeting
from answerable.offices.models import Office
from answerable.offices.operations import hold_office

BATCH = 50
"""Meetings written at a time: enough to make one statement of many rows, few enough for flat memory."""


@dataclass(slots=True)
class Outcome:
    """What became of one file."""

    name: str
    state: Literal["imported", "read again", "waiting", "known", "refused"]
    reason: str = ""
    meetings: int = 0
    actions: int = 0
    candidates: int = 0
    warnings: Counter[str] = field(default_factory=Counter)
    rows: dict[tuple[str, int], None] = field(default_factory=dict)
    """Types and ids of what it wrote, in order: meetings with their forums, candidates."""

    def count(self, stored: Sequence[StoredMeeting]) -> None:
        for one in stored:
            self.rows["meetings.forum", one.meeting.forum_id] = None
            self.rows["meetings.meeting", one.meeting.pk] = None
            self.meetings += 1
            self.actions += len(one.record["actions"])
            self.warnings.update(warning["code"] for warning in one.record["warnings"])


@transaction.atomic
def import_minutes(
    *,
    office: Office,
    minutes: ReadMinutes,
    forum_name: str | None = None,
    again: bool = False,
    by: User,
    at: datetime,
) -> Outcome:
    """Import a file of minutes with its original. The same bytes a second time change nothing.

    ``again`` reads a known file anew into the meeting that it made, with people's corrections laid over.
    """
    hold_office(office.pk)
    file = _file(office, minutes.name, minutes.sha256, by=by, at=at)
    if file.pk and file.state != ImportedFile.State.REFUSED and not again:
        return Outcome(minutes.name, "known")
    file.document = keep_document(
        office=office, name=minutes.name, media_type=minutes.media_type, sha256=minutes.sha256,
        pages=minutes.pages, text=minutes.text, content=minutes.content, read_with=READER, by=by, at=at,
    )  # fmt: skip
    placer = Placer(office, forum_name, by=by, at=at)
    return _import(file, [minutes.checked], placer, again=again, by=by, at=at)


@transaction.atomic
def import_records(
    *,
    office: Office,
    name: str,
    sha256: str,
    records: Iterable[Checked],
    forum_name: str | None = None,
    again: bool = False,
    by: User,
    at: datetime,
) -> Outcome:
    """Import a file of meeting records. What ``records`` raises while it is read undoes it all."""
    hold_office(office.pk)
    file = _file(office, name, sha256, by=by, at=at)
    if file.pk and file.state != ImportedFile.State.REFUSED and not again:
        return Outcome(name, "known")
    placer = Placer(office, forum_name, by=by, at=at)
    return _import(file, records, placer, again=again, by=by, at=at)


@transaction.atomic
def refuse_file(*, office: Office, name: str, sha256: str, reason: str, by: User, at: datetime) -> Outcome:
    """Keep that a file could not be read, and why. One that is held already stays as it is."""
    hold_office(office.pk)
    file = _file(office, name, sha256, by=by, at=at)
    if not file.pk or file.state == ImportedFile.State.REFUSED:
        file.state, file.reason = ImportedFile.State.REFUSED, reason
        file.imported_at, file.imported_by = at, by
        file.save()
        _record(file, f"Refused {name}: {reason}", [], by=by, at=at)
    return Outcome(name, "refused", reason)


def _file(office: Office, name: str, sha256: str, *, by: User, at: datetime) -> ImportedFile:
    known = ImportedFile.objects.filter(office=office, sha256=sha256).first()
    return known or ImportedFile(
        office=office, sha256=sha256, name=name[-255:], imported_at=at, imported_by=by
    )


def _import(
    file: ImportedFile, records: Iterable[Checked], placer: Placer, *, again: bool, by: User, at: datetime
) -> Outcome:
    known = bool(file.pk) and file.state != ImportedFile.State.REFUSED
    file.state, file.reason = ImportedFile.State.IMPORTED, ""
    file.save()
    outcome = Outcome(file.name, "read again" if known else "imported")
    for batch in batches(records, BATCH):
        for some in _apart(placer.place(batch)):
            _import_batch(file, placer.place(some), outcome, again=again, by=by, at=at)
    waiting = file.candidates.filter(state=Candidate.State.WAITING).first()
    if waiting is not None and not outcome.meetings:
        outcome.state, outcome.reason = "waiting", waiting.reason
        file.state, file.reason = ImportedFile.State.WAITING, waiting.reason
        file.save()
    counted = {"meetings": outcome.meetings, "actions": outcome.actions, "candidates": outcome.candidates}
    _record(file, _sentence(outcome), outcome.rows, by=by, at=at, details=counted)
    return outcome


def _apart(placed: Sequence[Placed]) -> Iterable[list[Checked]]:
    """Runs of records that are all of different meetings: a second one has to find the first stored."""
    run: list[Checked] = []
    keys: set[object] = set()
    for one in placed:
        if one.key in keys:
            yield run
            run, keys = [], set()
        run.append(one.checked)
        keys.add(one.key)
    yield run


def _import_batch(
    file: ImportedFile, placed: Sequence[Placed], outcome: Outcome, *, again: bool, by: User, at: datetime
) -> None:
    fresh = [one for one in placed if not one.reason and one.held is None]
    outcome.count(store(file.office, to_store(file.office, fresh, file.document), by=by, at=at))
    for one in placed:
        if not one.reason and one.held is None:
            continue
        if not one.reason and one.held is not None:
            new = to_store(file.office, [one], file.document)[0]
            outcome.count([fill_planned(one.held, new, by=by, at=at)])
            continue
        if again and one.held is not None and _came_from(file, one):
            new = to_store(file.office, [one], file.document)[0]
            outcome.count([store_again(one.held, new, by=by, at=at)])
        elif one.held is None or one.held.record_sha256 != one.checked.fingerprint:
            _wait(file, one, outcome)


def _came_from(file: ImportedFile, placed: Placed) -> bool:
    """Whether the meeting that is held was made from this file."""
    held: Document | None = placed.held.document if placed.held else None
    if file.document is not None or held is not None:
        return held == file.document
    return not file.candidates.filter(meeting=placed.held, state=Candidate.State.WAITING).exists()


def _wait(file: ImportedFile, placed: Placed, outcome: Outcome) -> None:
    """Keep a record for a person to decide about; what was decided once is not asked again."""
    same = Candidate.objects.filter(office=file.office, record_sha256=placed.checked.fingerprint)
    if same.exists():
        return
    file.candidates.filter(meeting=placed.held, date=placed.date, state=Candidate.State.WAITING).delete()
    head = placed.checked.record["meeting"]
    name = placed.forum.name if placed.forum else head["forum"] or head["title"] or ""
    made = Candidate.objects.create(
        office=file.office,
        file=file,
        meeting=placed.held,
        forum_name=name[:200],
        date=placed.date,
        reason=placed.reason,
        record=placed.checked.record,
        record_sha256=placed.checked.fingerprint,
    )
    outcome.candidates += 1
    outcome.rows["intake.candidate", made.pk] = None


def _sentence(outcome: Outcome) -> str:
    parts = [f"{outcome.meetings} meetings, {outcome.actions} actions"]
    if outcome.candidates:
        parts.append(f"{outcome.candidates} waiting for a person")
    return f"{outcome.state.capitalize()}: {outcome.name} ({', '.join(parts)})."


def _record(
    file: ImportedFile,
    summary: str,
    rows: Iterable[tuple[str, int]],
    *,
    by: User,
    at: datetime,
    details: dict[str, int] | None = None,
) -> None:
    kept = [file.document] if file.document else []
    audit.record(
        by=by, at=at, operation="intake.import_file", summary=summary, about=[file, *kept, *rows],
        office_id=file.office_id, details=details,
    )  # fmt: skip
