"""What every write about terms of reference begins with, and how a change after sending is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from answerable.accounts.models import User
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.offices.operations import hold_office
from answerable.papers.models import Amendment, Point, Terms


def hold_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is now, with nobody else writing. Raises Gone, and Refusal where it was cancelled."""
    hold_office(meeting.office_id)
    held = Meeting.objects.select_related("forum").filter(pk=meeting.pk).first()
    if held is None:
        raise Gone("the meeting")
    if held.state == Meeting.State.CANCELLED:
        raise Refusal("This meeting was cancelled: what was due at it goes on at another one.")
    return held


def hold_terms(meeting: Meeting) -> Terms:
    """The terms of reference of a meeting, begun where there are none. Raises Gone, Refusal."""
    held, _ = Terms.objects.get_or_create(meeting=hold_meeting(meeting))
    return held


def hold_point(point: Point) -> Point:
    """The point as it is now. Raises Gone, Refusal."""
    hold_meeting(point.terms.meeting)
    held = Point.objects.select_related("terms__meeting__forum", "topic").filter(pk=point.pk).first()
    if held is None:
        raise Gone("the point")
    return held


def amend(terms: Terms, what: Amendment.What, by: User, at: datetime, **how: Any) -> None:
    """Tell a change that the force can see: one that was made after the terms were sent."""
    if terms.sent_at is not None:
        Amendment.objects.create(terms=terms, what=what, at=at, by=by, **how)
