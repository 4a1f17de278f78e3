"""Promises for the tests of what is decided about them."""

from __future__ import annotations

from answerable.actions.models import Commitment
from tests import factories as make

WORDS = "Every farm would be visited by June."


def promised(text: str = WORDS, by: str = "ACC", due: str | None = "2019-06-30") -> Commitment:
    """A promise of 12 March 2019; today is 2 May 2019."""
    held = make.Meeting.objects.filter(office=make.office(), date="2019-03-12")
    meeting = held.first() or make.meeting("2019-03-12")
    item = meeting.items.first() or make.item(meeting, "2", "Rural burglary")
    return make.promise(make.entry(item, "response", text, [by]), [by], text, due)


def now(promise: Commitment) -> Commitment:
    return Commitment.objects.get(pk=promise.pk)
