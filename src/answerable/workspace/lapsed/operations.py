"""To ask again about what has lapsed: a question for the next agenda of the forum that follows it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action, Commitment
from answerable.agendas.models import Question
from answerable.agendas.operations.asking import take_question
from answerable.components import words
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum
from answerable.offices.operations import hold_office

WAITS = [Question.State.TAKEN, Question.State.CHOSEN, Question.State.PARKED]
LONGEST_QUOTE = 600  # characters: a question that can be read out


@transaction.atomic
def ask_again(*, about: Action | Commitment, by: User, at: dt.datetime) -> Question:
    """Put the question into the forum's backlog, as restricted as what it asks about. Raises Refusal."""
    hold_office(about.office_id)
    forum = forum_of(about)
    text = wording(about)
    if Question.objects.filter(forum=forum, text=text, state__in=WAITS).exists():
        raise Refusal(f"This question waits in the backlog of {forum} already.")
    return take_question(
        forum=forum, text=text, origin=Question.Origin.OFFICE, restricted=about.restricted, by=by, at=at
    )


def forum_of(about: Action | Commitment) -> Forum:
    """The forum that should hear of it: the last of those that took over from the one that follows it."""
    forum = about.forum if isinstance(about, Action) else about.meeting.forum
    been = {forum.pk}
    while (after := forum.successors.order_by("pk").first()) is not None and after.pk not in been:
        been.add(after.pk)
        forum = after
    return forum


def wording(about: Action | Commitment) -> str:
    """The question: what was said, by whom and when, and what came of it."""
    quote = words.shortened(about.text, LONGEST_QUOTE)
    day = words.date(about.meeting.date)
    if isinstance(about, Action):
        owners = f" ({about.owners_printed})" if about.owners_printed else ""
        return f"On {day} action {about.number}{owners} was given: “{quote}” What came of it?"
    who = words.listed(about.by) or "somebody"
    return f"On {day} this was promised by {who}: “{quote}” What came of it?"
