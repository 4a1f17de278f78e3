"""What a person puts right, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.corrections import FIELDS, LineKey, lay_over, line_key
from answerable.core.corrections import Correction as CoreCorrection
from answerable.core.minutes.record import MeetingRecord
from answerable.core.records import RecordError, check
from answerable.core.refusal import Refusal
from answerable.intake.models import Correction
from answerable.intake.operations.finishing import settle_meetings
from answerable.intake.operations.storing import store_again
from answerable.intake.queries import key_of_meeting, record_of
from answerable.meetings.models import Meeting
from answerable.meetings.rows import NewMeeting
from answerable.offices.operations import hold_office

WRITTEN_HERE = "These minutes are written here: change the line itself."


@transaction.atomic
def correct_line(
    *, meeting: Meeting, part: str, position: int, field: str, new: Any, by: User, at: datetime
) -> None:
    """Put one field of one line right, at once and whenever its file is read again.

    ``part`` is the record's list ("actions", "entries" …, "meeting"), ``position`` the line's index in it,
    ``field`` and ``new`` as in the meeting record. An entry that is made an action becomes one.
    """
    changes = {field: new}
    made = put_line_right(meeting=meeting, part=part, position=position, changes=changes, by=by, at=at)[0]
    audit.record(
        by=by, at=at, operation="intake.correct_line", about=[meeting, made], office_id=meeting.office_id,
        summary=f"Corrected {field} of {part} {position + 1} of {meeting}.",
        details={"part": part, "position": position, "field": field, "old": made.old, "new": new},
    )  # fmt: skip


@transaction.atomic
def put_line_right(
    *, meeting: Meeting, part: str, position: int, changes: Mapping[str, Any], by: User, at: datetime
) -> list[Correction]:
    """Correct fields of one line, see ``correct_line``. Part of a larger write.

    The whole meeting is written again, so it is read behind the office's lock: what somebody else corrected
    in it a moment ago stays.
    """
    hold_office(meeting.office_id)
    meeting = _as_held(meeting)
    if meeting.minutes_state:
        raise Refusal(WRITTEN_HERE)
    record = record_of(meeting)
    line = _line(record, part, position, changes)
    if any(line[field] == new for field, new in changes.items()):
        raise Refusal("That is what it says already.")
    key = line_key(line)
    corrected = _corrected(record, [CoreCorrection(part, key, *change) for change in changes.items()])
    made = [
        _keep(meeting, part, key, field, line[field], new, by=by, at=at) for field, new in changes.items()
    ]
    again = NewMeeting(
        corrected, meeting.forum, meeting.date, meeting.record_sha256, meeting.state, meeting.document
    )
    store_again(meeting, again, by=by, at=at)
    settle_meetings(office=meeting.office, by=by, at=at)
    return made


def _as_held(meeting: Meeting) -> Meeting:
    """The meeting as it is by now. Raises Refusal."""
    found = Meeting.objects.select_related("forum", "document", "office").filter(pk=meeting.pk).first()
    if found is None:
        raise Refusal("This meeting is not there any more.")
    return found


def _line(record: MeetingRecord, part: str, position: int, fields: Mapping[str, Any]) -> dict[str, Any]:
    for field in fields:
        if field not in FIELDS.get(part, ()):
            raise Refusal(f"The {field} of {part} cannot be corrected.")
    lines = cast(Any, [record["meeting"]] if part == "meeting" else cast(dict[str, Any], record)[part])
    if not 0 <= position < len(lines):
        raise Refusal("This line is not there any more: look at the page again.")
    return cast(dict[str, Any], lines[position])


def _corrected(record: MeetingRecord, corrections: Sequence[CoreCorrection]) -> MeetingRecord:
    corrected, unplaced = lay_over(record, corrections)
    assert not unplaced
    try:
        return check(corrected)
    except RecordError as error:
        raise Refusal(f"That cannot be: {error}.") from error


def _keep(
    meeting: Meeting, part: str, key: LineKey, field: str, old: Any, new: Any, *, by: User, at: datetime
) -> Correction:
    return Correction.objects.create(
        office=meeting.office,
        source_sha256=key_of_meeting(meeting),
        part=part,
        start=key.start,
        end=key.end,
        quote_sha256=key.quote_sha256,
        field=field,
        old=old,
        new=new,
        at=at,
        by=by,
    )
