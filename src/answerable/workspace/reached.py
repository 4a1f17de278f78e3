"""What of the record leads to an objective or a topic: by ties, by topics, through parts that serve it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet

from answerable.actions.models import Action, Commitment, PlanTie
from answerable.actions.tied import ties_seen_by
from answerable.core.plans.shares import Keys, none_yet, parts_below
from answerable.core.subjects.thread import Row, Spot, Spots
from answerable.meetings.models import Exchange, Item, Meeting, TopicLink
from answerable.meetings.seen import links_seen_by
from answerable.plans.models import PlanItem, PlanTopic
from answerable.topics.models import Topic
from answerable.workspace.here import Here

Under = tuple[str, int, Row]
"""Something that stands under an item: its kind, its key, and where it stands."""


@dataclass(slots=True)
class Record:
    """What was held in a time, as the actor sees it: all of each kind, and what stands under which item.

    Kinds are those of ``core.plans.shares``.
    """

    every: Keys = field(default_factory=none_yet)
    meeting_of: dict[tuple[str, int], int] = field(default_factory=dict)
    under: dict[int, list[Under]] = field(default_factory=dict)

    def add(self, kind: str, key: int, meeting: int, row: Row | None = None) -> None:
        self.every[kind].add(key)
        self.meeting_of[kind, key] = meeting
        if row is not None and row.item is not None:
            self.under.setdefault(row.item, []).append((kind, key, row))


@dataclass(slots=True)
class Spoken:
    """Where topics are spoken of: the items, the meetings, and the places in them."""

    items: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    spots: list[Spot] = field(default_factory=list)


def record_of(here: Here, first: dt.date, last: dt.date) -> Record:
    """The record of a time, both days included. Five queries."""
    record = Record()
    held = Meeting.objects.filter(
        office_id=here.office_id, state=Meeting.State.HELD, date__range=(first, last)
    )
    record.every["meetings"] = set(held.values_list("pk", flat=True))
    within = {"meeting__office_id": here.office_id, "meeting__state": Meeting.State.HELD}
    within["meeting__date__range"] = (first, last)
    for key, meeting in here.sees(Item.objects.filter(**within)).values_list("pk", "meeting_id"):
        record.add("items", key, meeting)
    asked = here.sees(Exchange.objects.filter(**within))
    for key, meeting, item, heading, lines in asked.values_list(
        "pk", "meeting_id", "item_id", "heading", "entries"
    ):
        record.add("questions", key, meeting, Row(item, heading, tuple(lines)))
    given = here.sees(Action.objects.filter(draft=False, **within))
    promised = here.sees(Commitment.objects.filter(**within))
    for kind, seen, over in (("actions", given, "heading"), ("promises", promised, "entry__heading")):
        columns = ("pk", "meeting_id", "item_id", "entry__position", over)
        for key, meeting, item, line, heading in seen.values_list(*columns):
            record.add(kind, key, meeting, Row(item, heading, () if line is None else (line,)))
    return record


def by_objective(
    here: Here, record: Record, objectives: Sequence[PlanItem], parts: Iterable[PlanItem]
) -> dict[int, Keys]:
    """What leads to each of these objectives; ``parts`` are all of the office's plans. Three queries."""
    links = [(one.pk, one.parent_id, one.serves_id) for one in parts]
    ties, spoken = _ties(here), _spoken_by_part(here)
    reached: dict[int, Keys] = {}
    for objective in objectives:
        found = none_yet()
        for key in parts_below(objective.pk, links):
            for kind, row in ties.get(key, ()):
                _take(record, found, kind, row)
            if key in spoken:
                _take_spoken(record, found, spoken[key])
        reached[objective.pk] = found
    return reached


def by_topic(here: Here, record: Record, topic: Topic) -> Keys:
    """What is about a topic. One query."""
    found, spoken = none_yet(), Spoken()
    for row in _links(here, Q(topic=topic)):
        _add_spot(spoken, row)
    _take_spoken(record, found, spoken)
    return found


def _take(record: Record, found: Keys, kind: str, key: int) -> None:
    """One thing, with the meeting that it stands in; with an item all that stands under it."""
    meeting = record.meeting_of.get((kind, key))
    if meeting is None:
        return  # of another time
    found[kind].add(key)
    found["meetings"].add(meeting)
    if kind == "items":
        for under, one, _ in record.under.get(key, ()):
            found[under].add(one)


def _take_spoken(record: Record, found: Keys, spoken: Spoken) -> None:
    """What stands where topics are spoken of: in those lines, under that heading, in all of the item."""
    spots = Spots(spoken.spots)
    found["meetings"] |= spoken.meetings & record.every["meetings"]
    for item in spoken.items & record.every["items"]:
        found["items"].add(item)
        for kind, key, row in record.under.get(item, ()):
            if spots.have(row):
                found[kind].add(key)


def _ties(here: Here) -> dict[int, list[tuple[str, int]]]:
    """By part, the kind and key of what is tied to it. One query."""
    rows = ties_seen_by(here.actor, PlanTie.objects.filter(office_id=here.office_id, plan_item__isnull=False))
    found: dict[int, list[tuple[str, int]]] = {}
    for part, action, item in rows.values_list("plan_item", "action", "item"):
        found.setdefault(part, []).append(("actions", action) if action else ("items", item))
    return found


def _spoken_by_part(here: Here) -> dict[int, Spoken]:
    """By part, where its topics are spoken of. Two queries."""
    tied: dict[int, list[int]] = {}
    rows = PlanTopic.objects.filter(item__plan__office_id=here.office_id)
    for part, topic, merged in rows.values_list("item", "topic", "topic__merged_into"):
        tied.setdefault(merged or topic, []).append(part)
    found: dict[int, Spoken] = {}
    for row in _links(here, Q(topic__in=tied.keys())):
        for part in tied[row[0]]:
            _add_spot(found.setdefault(part, Spoken()), row)
    return found


Link = tuple[int, int, int | None, str | None, str | None, int | None, str | None]
"""Topic, meeting, item and its kind; the line's heading, position and kind."""


def _links(here: Here, about: Q) -> QuerySet[TopicLink, Link]:
    held = TopicLink.objects.filter(about, meeting__state=Meeting.State.HELD, topic__office_id=here.office_id)
    rows = links_seen_by(here.actor, held).annotate(heading=F("entry__heading"), line=F("entry__position"))
    return rows.values_list(
        "topic_id", "meeting_id", "item_id", "item__kind", "heading", "line", "entry__kind"
    )


def _add_spot(spoken: Spoken, row: Link) -> None:
    _, meeting, item, kind, heading, line, line_kind = row
    spoken.meetings.add(meeting)
    if item is not None:
        spoken.items.add(item)
        spoken.spots.append(Spot(item, kind or "", heading, line, line_kind == "heading"))
