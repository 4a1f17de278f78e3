"""Which forum and which day a record belongs to, and whether that meeting is held already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.accounts.models import User
from answerable.core.cancelled import was_cancelled
from answerable.core.corrections import lay_over, unplaced_warnings
from answerable.documents.models import Document
from answerable.intake.queries import correction_key, corrections_of
from answerable.intake.reading import Checked
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations import ensure_forum
from answerable.meetings.rows import NewMeeting
from answerable.offices.models import Office

NO_DATE = "The minutes have no date: say on which day the meeting was."
NO_FORUM = "The minutes do not name their forum: say which it is."
HELD = "Another record of this meeting is held already."
WRITTEN_HERE = "Minutes of this meeting are being written here."
CANCELLED = "The plan says that this meeting was cancelled."


@dataclass(slots=True)
class Placed:
    """A record with its forum and date; None where the record does not say, with the reason.

    ``held`` is the meeting of that forum and day; without a reason it is a planned one that has no minutes.
    """

    checked: Checked
    forum: Forum | None
    date: dt.date | None
    reason: str = ""
    held: Meeting | None = None

    @property
    def key(self) -> tuple[int, dt.date] | None:
        return (self.forum.pk, self.date) if self.forum and self.date else None


class Placer:
    """Finds places for the records of one file; each forum is looked up once."""

    def __init__(self, office: Office, forum_name: str | None, *, by: User, at: dt.datetime) -> None:
        self._office, self._forum_name, self._by, self._at = office, forum_name, by, at
        self._forums: dict[str, Forum] = {}

    def place(self, some: Sequence[Checked]) -> list[Placed]:
        """The records of one batch, each with the meeting that is held in its place, if any."""
        placed = [self._place(one) for one in some]
        held = self._held(placed)
        for one in placed:
            if one.key in held:
                one.held = held[one.key]
                one.reason = _why_it_waits(one.held)
        return placed

    def _place(self, checked: Checked) -> Placed:
        head = checked.record["meeting"]
        name = self._forum_name or head["forum"]
        day = dt.date.fromisoformat(head["date"]) if head["date"] else None
        forum = self._forum(name) if name and day else None
        reason = NO_DATE if day is None else NO_FORUM if forum is None else ""
        return Placed(checked, forum, day, reason)

    def _forum(self, name: str) -> Forum:
        if name not in self._forums:
            self._forums[name] = ensure_forum(office=self._office, name=name, by=self._by, at=self._at)
        return self._forums[name]

    def _held(self, placed: Sequence[Placed]) -> dict[tuple[int, dt.date] | None, Meeting]:
        forums = {one.key[0] for one in placed if one.key}
        days = {one.key[1] for one in placed if one.key}
        meetings = Meeting.objects.filter(forum__in=forums, date__in=days).select_related("forum", "document")
        return {(one.forum_id, one.date): one for one in meetings}


def _why_it_waits(held: Meeting) -> str:
    """Why minutes do not simply become those of a meeting that is there; "" where they do."""
    if held.minutes_state:
        return WRITTEN_HERE
    if held.state == Meeting.State.PLANNED:
        return ""
    planned_only = held.state == Meeting.State.CANCELLED and not held.record_sha256
    return CANCELLED if planned_only else HELD


def to_store(office: Office, placed: Sequence[Placed], document: Document | None) -> list[NewMeeting]:
    """The records as meetings, with the corrections that people made of them laid over.

    A correction that finds its line no more is a warning of the meeting.
    """
    keys = [_key(one, document) for one in placed]
    corrections = corrections_of(office, keys)
    new = []
    for one, key in zip(placed, keys, strict=True):
        assert one.forum is not None
        assert one.date is not None
        record = one.checked.record
        if key in corrections:
            record, unplaced = lay_over(record, corrections[key])
            record["warnings"] += unplaced_warnings(unplaced)
        state = Meeting.State.CANCELLED if was_cancelled(record) else Meeting.State.HELD
        new.append(NewMeeting(record, one.forum, one.date, one.checked.fingerprint, state, document))
    return new


def _key(placed: Placed, document: Document | None) -> str:
    assert placed.forum is not None
    return correction_key(document.sha256 if document else None, placed.forum.slug, placed.date)
