"""What a person says on the review page: lower operations together, in one transaction each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.intake.models import Correction
from answerable.intake.operations import put_line_right
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.meetings.operations import mark_settled, settle_warning
from answerable.offices.operations import hold_office
from answerable.workspace.review.fields import Line, Unusable, changes
from answerable.workspace.review.queries import doubt_of, meeting_held
from answerable.workspace.review.versions import clash_about, clash_of, line_of_form


@transaction.atomic
def put_right(
    *,
    meeting: Meeting,
    part: str,
    position: int,
    typed: Mapping[str, str],
    seen: str | None,
    warning: int | None,
    by: User,
    at: datetime,
) -> None:
    """Correct the fields of a line that were typed otherwise, and settle the warning that led to it.

    ``seen`` is the version of the line that the form showed. Raises Clash where another stands there by
    now, Unusable, Refusal.
    """
    hold_office(meeting.office_id)
    held = meeting_held(meeting.pk)
    one = line_of_form(held, part, position, seen)
    if seen and one.version != seen and (clash := clash_of(held, one, seen, typed)):
        raise clash
    new, problems = changes(one, typed)
    if problems:
        raise Unusable(problems)
    told = held.warnings.filter(pk=warning).first() if warning else None
    if not new and told is None:
        raise Refusal("Nothing was changed: that is what it says already.")
    made: list[Correction] = []
    if new:
        made = put_line_right(meeting=held, part=part, position=one.position, changes=new, by=by, at=at)
    settled = _settle(told, needed=not made, by=by, at=at) if told else []
    _record(held, one, made, settled, by=by, at=at)


@transaction.atomic
def look_at(*, warning: MeetingWarning, seen: str | None, by: User, at: datetime) -> None:
    """Say that a doubt was looked at, and that its lines are right as the page showed them.

    Raises Clash where they say something else by now, Refusal.
    """
    hold_office(warning.office_id)
    held = meeting_held(warning.meeting_id)
    fresh = held.warnings.filter(pk=warning.pk).select_related("entry", "item").first()
    if fresh is None:
        raise Gone("this doubt")
    doubt = doubt_of(held, fresh)
    if fresh.settled_at is None and seen and doubt.version != seen:
        raise clash_about(held, doubt)
    settle_warning(warning=fresh, by=by, at=at)


def _settle(warning: MeetingWarning, *, needed: bool, by: User, at: datetime) -> list[MeetingWarning]:
    """Settle what led to a correction, unless that took the warning away; the warning that was settled."""
    left = MeetingWarning.objects.filter(pk=warning.pk, settled_at=None).first()
    if left is None and not needed:
        return []
    mark_settled(warning=left or warning, by=by, at=at)
    return [left or warning]


def _record(
    meeting: Meeting,
    one: Line,
    made: list[Correction],
    settled: list[MeetingWarning],
    *,
    by: User,
    at: datetime,
) -> None:
    fields = ", ".join(each.field for each in made)
    done = f"Corrected {fields} of {one.part} {one.position + 1} of {meeting}." if made else ""
    audit.record(
        by=by, at=at, operation="review.put_right", about=[meeting, *made, *settled],
        office_id=meeting.office_id,
        summary=" ".join([done, *(f"Settled: {each.message}" for each in settled)]).strip(),
        details={
            "part": one.part, "position": one.position,
            "fields": {each.field: {"old": each.old, "new": each.new} for each in made},
        },
    )  # fmt: skip
