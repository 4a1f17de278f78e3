"""What a person says of a record that waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Model

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.intake.models import Candidate, ImportedFile
from answerable.intake.operations.filling import fill_planned
from answerable.intake.operations.finishing import settle_meetings
from answerable.intake.operations.placing import WRITTEN_HERE, Placed, to_store
from answerable.intake.operations.storing import store, store_again
from answerable.intake.queries import candidate_versions
from answerable.intake.reading import Checked
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations import ensure_forum
from answerable.meetings.rows import NewMeeting, StoredMeeting
from answerable.offices.operations import hold_office


@transaction.atomic
def accept_candidate(
    *,
    candidate: Candidate,
    date: dt.date | None = None,
    forum_name: str | None = None,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Meeting:
    """Take the record that waits: in place of the one held, or as a meeting of that date and forum.

    ``seen`` is the version that the person was shown, of the record and of what it takes the place of.
    Raises Clash, Refusal.
    """
    candidate = _held(candidate, seen, f"Take {candidate.file}")
    forum, day = _where(candidate, date, forum_name, by=by, at=at)
    placed = Placed(Checked(candidate.record, candidate.record_sha256), forum, day)
    new = to_store(candidate.office, [placed], candidate.file.document)[0]
    held = Meeting.objects.filter(forum=forum, date=day).first()
    if held is not None and held.minutes_state:
        raise Refusal(f"{WRITTEN_HERE} They are not replaced by a file: drop this one.")
    stored = _stored(held, new, by=by, at=at)
    candidate.meeting = stored.meeting
    _decide(candidate, Candidate.State.REPLACED, by=by, at=at)
    candidate.file.state = ImportedFile.State.IMPORTED
    candidate.file.save(update_fields=["state"])
    settle_meetings(office=candidate.office, by=by, at=at)
    done = "in place of what was held" if held else "as a new meeting"
    summary = f"Took {candidate.file} for {stored.meeting}, {done}."
    _record(candidate, [candidate.file, stored.meeting, forum], summary, "accept", by=by, at=at)
    return stored.meeting


def _stored(held: Meeting | None, new: NewMeeting, *, by: User, at: dt.datetime) -> StoredMeeting:
    if held is None:
        return store(new.forum.office, [new], by=by, at=at)[0]
    write = store_again if held.record_sha256 else fill_planned
    return write(held, new, by=by, at=at)


@transaction.atomic
def drop_candidate(*, candidate: Candidate, seen: str | None = None, by: User, at: dt.datetime) -> None:
    """Leave the meeting as it is held and drop the record that waits. Raises Clash, Refusal."""
    candidate = _held(candidate, seen, f"Drop {candidate.file}")
    _decide(candidate, Candidate.State.DROPPED, by=by, at=at)
    _record(candidate, [], f"Dropped {candidate.file} for {candidate}.", "drop", by=by, at=at)


def _held(candidate: Candidate, seen: str | None, yours: str) -> Candidate:
    """The record as it waits by now, which nobody else decides about meanwhile. Raises Clash, Refusal."""
    hold_office(candidate.office_id)
    rows = Candidate.objects.select_related(
        "file__document", "meeting__forum", "meeting__document", "office", "decided_by"
    )
    held = rows.filter(pk=candidate.pk).first()
    if held is None:
        raise Gone("this record")
    who = held.decided_by.name if held.decided_by else None
    if held.state != Candidate.State.WAITING:
        if seen is None:
            raise Refusal("Somebody has decided about this record already.")
        choice = Choice("answer", str(held.file), theirs=held.get_state_display(), yours=yours)
        raise Clash("this record", [choice], who=who, at=held.decided_at, final=True)
    now = candidate_versions([held])[held.pk]
    if seen and now != seen:
        theirs = f"The minutes of {held.meeting} were replaced or put right"
        choice = Choice("answer", str(held.file), theirs=theirs, yours=yours)
        raise Clash("what this record takes the place of", [choice], version=now)
    return held


def _where(
    candidate: Candidate, date: dt.date | None, forum_name: str | None, *, by: User, at: dt.datetime
) -> tuple[Forum, dt.date]:
    if candidate.meeting is not None:
        return candidate.meeting.forum, candidate.meeting.date
    day, name = date or candidate.date, forum_name or candidate.record["meeting"]["forum"]
    if day is None:
        raise Refusal("Say on which day the meeting was.")
    if not name:
        raise Refusal("Say which forum met.")
    return ensure_forum(office=candidate.office, name=name, by=by, at=at), day


def _decide(candidate: Candidate, state: str, *, by: User, at: dt.datetime) -> None:
    candidate.state, candidate.decided_at, candidate.decided_by = state, at, by
    candidate.save(update_fields=["state", "decided_at", "decided_by", "meeting"])


def _record(
    candidate: Candidate, others: Sequence[Model], summary: str, what: str, *, by: User, at: dt.datetime
) -> None:
    audit.record(
        by=by, at=at, operation=f"intake.{what}_candidate", summary=summary, about=[candidate, *others],
        office_id=candidate.office_id,
    )  # fmt: skip
