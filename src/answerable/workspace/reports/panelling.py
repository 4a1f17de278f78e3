"""What the panel's report tells, gathered by objective or for one subject: a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from answerable.actions.models import Action, Commitment
from answerable.core.plans.shares import Keys
from answerable.core.reports.panel import Asked, Given, Judged, PanelReport, Promised, Section
from answerable.meetings.models import Exchange
from answerable.meetings.seen import topics_seen_by
from answerable.minuting.models import Assurance
from answerable.plans.models import Plan, PlanItem
from answerable.topics.models import Topic
from answerable.workspace.agenda.reader import Reader
from answerable.workspace.promises.standing import standing
from answerable.workspace.reached import Record, by_objective, by_topic, record_of
from answerable.workspace.standing import outcome_on

MOST = 5_000  # rows of a kind: the report of a year has some hundreds
NO_OBJECTIVE = "What belongs to no objective"
EVERYTHING = "All that was asked, given and promised"


def topic_asked(reader: Reader, key: int | None) -> Topic | None:
    """The topic of an address, where the reader may see it."""
    if key is None:
        return None
    rows = Topic.objects.filter(office_id=reader.here.office_id, pk=key)
    return topics_seen_by(reader.actor, rows).exclude(state="dropped").first()


def panel_report(reader: Reader, start: dt.date, end: dt.date, topic: Topic | None = None) -> PanelReport:
    """The report of a time, by objective, or about one topic. Fourteen queries at most."""
    here = reader.here
    record, found = record_of(here, start, end), _gathered(reader, start, end)
    if topic is not None:
        reached = [(topic.name, by_topic(here, record, topic))]
    else:
        every = list(PlanItem.objects.filter(plan__office_id=here.office_id).select_related("plan"))
        parts = _objectives(every)
        of_parts = by_objective(here, record, parts, every)
        reached = [(f"{one.number} {one.text}", of_parts[one.pk]) for one in parts]
        reached.append(_rest(reached, record))
    sections = [_section(name, keys, found) for name, keys in reached]
    reader.shows(*found.rows(keys for _, keys in reached))
    assert here.office is not None
    return PanelReport(
        office=here.office.name, commissioner=here.office.commissioner_label, start=start, end=end,
        sections=sections, about=topic.name if topic else "", left_out=reader.left_out,
    )  # fmt: skip


def _objectives(parts: Sequence[PlanItem]) -> list[PlanItem]:
    """Those of the Police and Crime Plans, in the order of the plan."""
    found = [
        one
        for one in parts
        if one.kind == PlanItem.Kind.OBJECTIVE
        and one.parent_id is None
        and one.plan.kind == Plan.Kind.POLICE_AND_CRIME
        and one.state != PlanItem.State.DROPPED
    ]
    return sorted(found, key=lambda one: (one.plan_id, one.position))


def _rest(reached: Sequence[tuple[str, Keys]], record: Record) -> tuple[str, Keys]:
    """What belongs to none of the sections."""
    left = {
        kind: every.difference(*(keys[kind] for _, keys in reached)) for kind, every in record.every.items()
    }
    return (NO_OBJECTIVE if reached else EVERYTHING, left)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was done in the time, of every objective; ``stands`` says of each promise how it stands."""

    exchanges: Sequence[Exchange]
    actions: Sequence[Any]
    promises: Sequence[Commitment]
    judged: Sequence[Assurance]
    stands: Mapping[int, str]

    def rows(self, told: Iterable[Keys]) -> list[Any]:
        """Every row that is told in one of the sections."""
        chosen = [self.of(keys) for keys in told]
        return list({id(one): one for some in chosen for kind in some for one in kind}.values())

    def of(self, keys: Keys) -> tuple[list[Exchange], list[Any], list[Commitment], list[Assurance]]:
        """The questions, actions, promises and judgements of one section."""
        return (
            [one for one in self.exchanges if one.pk in keys["questions"]],
            [one for one in self.actions if one.pk in keys["actions"]],
            [one for one in self.promises if one.pk in keys["promises"]],
            [one for one in self.judged if one.item_id in keys["items"]],
        )


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


def _section(name: str, keys: Keys, found: Gathered) -> Section:
    asked, actions, promises, judged = found.of(keys)
    told: list[Any] = [*asked, *actions, *promises, *judged]
    return Section(
        name=name,
        meetings=len({one.meeting_id for one in told}),
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
