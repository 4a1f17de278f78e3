"""What the panel's report tells, gathered by objective or for one subject: a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from answerable.actions.models import Action, Commitment, PlanTie
from answerable.core.plans.shares import parts_below
from answerable.core.reports.panel import Asked, Given, Judged, PanelReport, Promised, Section
from answerable.meetings.models import Exchange, TopicLink
from answerable.meetings.seen import links_seen_by, topics_seen_by
from answerable.minuting.models import Assurance
from answerable.plans.models import Plan, PlanItem
from answerable.topics.models import Topic
from answerable.workspace.agenda.reader import Reader
from answerable.workspace.promises.standing import standing
from answerable.workspace.standing import outcome_on

MOST = 5_000  # rows of a kind: the report of a year has some hundreds
NO_OBJECTIVE = "What belongs to no objective"
EVERYTHING = "All that was asked, given and promised"


@dataclass(slots=True)
class Reached:
    """The agenda items and the actions that belong to one section."""

    name: str
    items: set[int | None] = field(default_factory=set)
    actions: set[int] = field(default_factory=set)

    def __contains__(self, action: Action) -> bool:
        return action.pk in self.actions or (action.item_id is not None and action.item_id in self.items)


def reached_by_objective(reader: Reader) -> list[Reached]:
    """What belongs to each objective of the Police and Crime Plans: through ties, and through topics.

    What belongs to a part under an objective, or to a part of another plan that serves it, belongs to it too.
    Three queries.
    """
    office = reader.here.office_id
    parts = list(PlanItem.objects.filter(plan__office_id=office).select_related("plan"))
    links = [(one.pk, one.parent_id, one.serves_id) for one in parts]
    ties = list(PlanTie.objects.filter(office_id=office).exclude(plan_item=None))
    topics = TopicLink.objects.filter(topic__plan_items__item__plan__office_id=office).exclude(item=None)
    spoken = list(links_seen_by(reader.actor, topics).values_list("topic__plan_items__item", "item_id"))
    found = []
    for one in parts:
        if one.kind == PlanItem.Kind.OBJECTIVE and one.plan.kind == Plan.Kind.POLICE_AND_CRIME:
            below = parts_below(one.pk, links)
            own = [tie for tie in ties if tie.plan_item_id in below]
            items = {tie.item_id for tie in own} | {item for part, item in spoken if part in below}
            found.append(
                Reached(f"{one.number} {one.text}", items - {None}, {t.action_id for t in own if t.action_id})
            )
    return found


def topic_asked(reader: Reader, key: int | None) -> Topic | None:
    """The topic of an address, where the reader may see it."""
    if key is None:
        return None
    rows = Topic.objects.filter(office_id=reader.here.office_id, pk=key)
    return topics_seen_by(reader.actor, rows).exclude(state="dropped").first()


def panel_report(reader: Reader, start: dt.date, end: dt.date, topic: Topic | None = None) -> PanelReport:
    """The report of a time, by objective, or about one topic. Nine queries at most."""
    found = _gathered(reader, start, end)
    if topic is not None:
        links = links_seen_by(reader.actor, TopicLink.objects.filter(topic=topic)).exclude(item=None)
        reached = [Reached(topic.name, set(links.values_list("item_id", flat=True)))]
    else:
        reached = reached_by_objective(reader)
    sections = [_section(one, found) for one in reached]
    if topic is None:
        sections.append(_section(_rest(reached, found), found))
    reader.shows(*found.rows(reached if topic else None))
    office = reader.here.office
    assert office is not None
    return PanelReport(
        office=office.name, commissioner=office.commissioner_label, start=start, end=end, sections=sections,
        about=topic.name if topic else "", left_out=reader.left_out,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was done in the time, of every objective; ``stands`` says of each promise how it stands."""

    exchanges: Sequence[Exchange]
    actions: Sequence[Any]
    promises: Sequence[Commitment]
    judged: Sequence[Assurance]
    stands: Mapping[int, str]

    def rows(self, only: Sequence[Reached] | None) -> list[Any]:
        """Every row, or those of some sections."""
        under: list[Any] = [*self.exchanges, *self.promises, *self.judged]
        if only is None:
            return [*under, *self.actions]
        items = {key for one in only for key in one.items}
        given = [one for one in self.actions if any(one in part for part in only)]
        return [*(one for one in under if one.item_id in items), *given]


def _gathered(reader: Reader, start: dt.date, end: dt.date) -> Gathered:
    """Four queries."""
    within = {"meeting__date__gte": start, "meeting__date__lte": end}
    ours = {"meeting__office_id": reader.here.office_id, **within}
    exchanges = reader.sees(Exchange.objects.filter(**ours)).select_related("meeting__forum")
    actions = Action.objects.filter(
        office_id=reader.here.office_id, draft=False, given__gte=start, given__lte=end
    )
    told = reader.sees(actions).annotate(outcome=outcome_on(reader.here.today))
    promises = reader.sees(Commitment.objects.filter(**ours)).select_related("meeting", "action")
    judged = reader.sees(Assurance.objects.filter(replaced_at=None, **ours)).select_related("meeting", "item")
    found = list(promises.order_by("meeting__date", "position")[:MOST])
    return Gathered(
        exchanges=list(exchanges.order_by("meeting__date", "meeting_id", "position")[:MOST]),
        actions=list(told.order_by("given", "pk").defer("source", "owners_source")[:MOST]),
        promises=found,
        judged=list(judged.order_by("meeting__date", "item__position")[:MOST]),
        stands={one.pk: _stands(one, reader) for one in found},
    )


def _stands(one: Commitment, reader: Reader) -> str:
    said = standing(one, reader.here.today)
    return f"{said.word.lower()}, {said.detail}" if said.detail else said.word.lower()


def _rest(reached: Sequence[Reached], found: Gathered) -> Reached:
    """What belongs to none of the sections."""
    items = {key for one in reached for key in one.items}
    actions = {one.pk for one in found.actions if not any(one in part for part in reached)}
    under: list[Any] = [*found.exchanges, *found.promises, *found.judged]
    left = {one.item_id for one in under if one.item_id not in items}
    return Reached(NO_OBJECTIVE if reached else EVERYTHING, left, actions)


def _section(reached: Reached, found: Gathered) -> Section:
    asked = [one for one in found.exchanges if one.item_id in reached.items]
    actions = [one for one in found.actions if one in reached]
    promises = [one for one in found.promises if one.item_id in reached.items]
    judged = [one for one in found.judged if one.item_id in reached.items]
    return Section(
        name=reached.name,
        meetings=len({one.meeting_id for one in [*asked, *actions, *promises, *judged]}),
        asked=[_asked(one) for one in asked],
        actions=[_given(one) for one in actions],
        promises=[_promised(one, found.stands[one.pk]) for one in promises],
        judged=[_judgement(one) for one in judged],
    )


def _asked(one: Exchange) -> Asked:
    place = f"?at={one.entries[0]}#entry-{one.entries[0]}" if one.entries else ""
    return Asked(
        on=one.meeting.date, forum=one.meeting.forum.name, question=one.question, answer=one.response,
        asked_by=one.asked_by, answered_by=one.answered_by,
        href=reverse("meeting", args=[one.meeting_id]) + place, restricted=one.restricted,
    )  # fmt: skip


def _given(one: Any) -> Given:
    return Given(
        key=one.pk, number=one.number or "", text=one.text, owner=one.owners_printed, given=one.given,
        outcome=one.outcome, restricted=one.restricted,
    )  # fmt: skip


def _promised(one: Commitment, stands: str) -> Promised:
    return Promised(one.pk, one.meeting.date, one.text, one.by, stands, one.restricted)


def _judgement(one: Assurance) -> Judged:
    said, basis = one.get_judgement_display(), one.get_basis_display()
    return Judged(one.meeting.date, str(one.item), said, basis, one.restricted)
