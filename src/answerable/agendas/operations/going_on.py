"""What was due at a meeting that is not held goes on: its items and its questions."""

from __future__ import annotations

from datetime import datetime

from answerable.accounts.models import User
from answerable.agendas.models import Question
from answerable.agendas.operations.carrying import carry_item
from answerable.components.words import date as in_words
from answerable.meetings.models import Item, Meeting

GOES_ON = (Item.Origin.WRITTEN, Item.Origin.CARRIED)
"""Items that somebody put on the agenda. The others come back by themselves: an agenda is written from
standing items, matters arising, points and questions."""

UNDECIDED = (Question.State.TAKEN, Question.State.CHOSEN)


def carry_items(*, meeting: Meeting, onto: Meeting, by: User, at: datetime) -> int:
    """Carry the items that were written for a meeting on to another; how many. Part of a larger write."""
    there = onto.items.exclude(carried_from=None).values_list("carried_from_id", flat=True)
    items = meeting.items.filter(origin__in=GOES_ON).exclude(pk__in=list(there)).order_by("position")
    for item in items:
        carry_item(item=item, to=onto, by=by, at=at)
    return len(items)


def move_questions(*, meeting: Meeting, onto: Meeting | None, by: User, at: datetime) -> int:
    """Let the questions that wait for a meeting wait for another, or without one in the forum's backlog.

    Returns how many. Part of a larger write.
    """
    questions = Question.objects.filter(meeting=meeting, state__in=UNDECIDED)
    if onto is not None:
        return questions.update(meeting=onto, item=None)
    why = f"The meeting on {in_words(meeting.date)} was cancelled."
    return questions.update(meeting=None, item=None, state=Question.State.PARKED, why=why)
