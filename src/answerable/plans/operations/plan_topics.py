"""Topics that belong to parts of a plan: what is asked about them is holding that part to account."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.plans.models import PlanItem, PlanTopic
from answerable.plans.operations.plan_holding import hold_part
from answerable.topics.models import Topic

TIE, UNTIE = "plans.tie_topic", "plans.untie_topic"


@transaction.atomic
def tie_topic(*, part: PlanItem, topic: Topic, by: User, at: datetime) -> PlanTopic:
    """Raises Gone, Refusal."""
    held = hold_part(part)
    if not Topic.objects.filter(pk=topic.pk, office_id=held.plan.office_id).exists():
        raise Gone("the topic")
    made, new = PlanTopic.objects.get_or_create(item=held, topic=topic)
    if not new:
        raise Refusal("That topic is tied to it already.")
    _record(TIE, f"Tied a topic to part {held.number} of the plan {held.plan}.", held, topic, by, at)
    return made


@transaction.atomic
def untie_topic(*, tie: PlanTopic, by: User, at: datetime) -> None:
    """Raises Gone."""
    held = hold_part(tie.item)
    if not PlanTopic.objects.filter(pk=tie.pk).delete()[0]:
        raise Gone("the tie")
    words = f"Untied a topic from part {held.number} of the plan {held.plan}."
    _record(UNTIE, words, held, tie.topic, by, at)


def _record(operation: str, words: str, part: PlanItem, topic: Topic, by: User, at: datetime) -> None:
    """The event names no topic: its words are words of the minutes, which may be restricted."""
    audit.record(
        by=by, at=at, operation=operation, office_id=part.plan.office_id, about=[part, topic], summary=words
    )
