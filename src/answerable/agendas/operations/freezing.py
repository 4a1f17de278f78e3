"""Sending an agenda out: what its readers see from then on, whatever changes afterwards."""

from __future__ import annotations

from datetime import datetime

from answerable.accounts.models import User
from answerable.agendas.models import FrozenAgenda
from answerable.agendas.operations.placing import changeable
from answerable.core.agenda.contents import Contents
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.meetings.operations import meet_deadline


def freeze_agenda(*, meeting: Meeting, contents: Contents, by: User, at: datetime) -> FrozenAgenda:
    """Keep an agenda as it goes out, under the next number; its deadline is met. Part of a larger write.

    Raises Gone, Refusal: where it holds nothing, or is what was sent out last.
    """
    changeable(meeting.pk)
    last = meeting.frozen_agendas.order_by("-number").first()
    if not contents["items"]:
        raise Refusal("There is nothing on the agenda yet: write it first.")
    if last is not None and last.contents == contents:
        raise Refusal(f"Nothing has changed since agenda {last.number} was sent out.")
    number = last.number + 1 if last else 1
    made = FrozenAgenda.objects.create(meeting=meeting, number=number, contents=contents, at=at, by=by)
    meet_deadline(meeting=meeting, kind="agenda", by=by, at=at)
    return made
