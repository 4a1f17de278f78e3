"""What a person tied to a recommendation or to funded work, as far as the actor sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest

from answerable.accounts.doing import do
from answerable.actions.models import Action, PlanTie
from answerable.actions.operations.tying import Served, tie_to_plan, untie_from_plan
from answerable.actions.tied import ties_seen_by
from answerable.meetings.seen import topics_seen_by
from answerable.plans.models import Funding, Recommendation
from answerable.topics.models import Topic
from answerable.topics.queries import end_of, merges
from answerable.workspace.here import Here, here
from answerable.workspace.standing import Standing, standing

MOST_TIED = 100  # that are listed beside one thing
_NUMBER = re.compile(r"^\s*a?[\s-]*0*(\d{1,7})\s*$", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Tied:
    tie: PlanTie
    action: Action
    standing: Standing


def column_of(to: Model) -> str:
    return "recommendation" if isinstance(to, Recommendation) else "funding"


def tied_actions(at: Here, to: Recommendation | Funding) -> list[Tied]:
    """The actions tied to it, the newest first. One query."""
    ties = PlanTie.objects.filter(**{column_of(to): to}).exclude(action=None)
    rows = ties_seen_by(at.actor, ties).order_by("-action__given", "pk")[:MOST_TIED]
    return [Tied(one, one.action, standing(one.action, at.today)) for one in rows if one.action]


def action_called(at: Here, typed: str) -> Action | None:
    """The action of a number as somebody types it: "A-0123", "a123", "123". One query."""
    found = _NUMBER.match(typed)
    if found is None:
        return None
    rows = at.sees(Action.objects.filter(office_id=at.office_id, number__endswith=found[1]))
    alike = (one for one in rows if one.number and _NUMBER.match(one.number))
    return next((one for one in alike if int(_digits(one.number)) == int(found[1])), None)


def tie_typed(request: HttpRequest, to: Served) -> str:
    """Tie the action whose number was typed; the sentence where there is none, "" where it was tried."""
    typed = request.POST.get("action", "").strip()
    if not typed:
        return "Write the number of the action, such as A-0123"
    found = action_called(here(request), typed)
    if found is None:
        return f"There is no action “{typed[:20]}”: write its number, such as A-0123"
    do(request, f"Tied {found.number}.", tie_to_plan, to=to, what=found)
    return ""


def untie_sent(request: HttpRequest, to: Recommendation | Funding) -> None:
    """Take away the tie whose key was sent, of this thing's own."""
    key = request.POST.get("tie", "")
    usable = key.isascii() and key.isdigit() and len(key) < 19  # digits that a 64-bit key always holds
    ties = ties_seen_by(here(request).actor, PlanTie.objects.filter(**{column_of(to): to}))
    found = ties.filter(pk=int(key)).first() if usable else None
    if found is None:
        messages.error(request, "That is not tied to it any more.")
    else:
        do(request, "Untied.", untie_from_plan, tie=found)


def topic_shown(at: Here, topic: Topic | None) -> Topic | None:
    """The topic, or the one that it was merged into, where the actor may read of it: a topic's name is words
    of the minutes. At most two queries."""
    if topic is None:
        return None
    key = end_of(topic.pk, merges(at.office_id)) if topic.state == Topic.State.MERGED else topic.pk
    return topics_seen_by(at.actor, Topic.objects.filter(pk=key)).first()


def _digits(number: str | None) -> str:
    found = _NUMBER.match(number or "")
    return found[1] if found else "0"
