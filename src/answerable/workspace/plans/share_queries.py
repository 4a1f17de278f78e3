"""What of a year's record leads to each objective: by ties, by topics, through the parts that serve it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Max, Min, Q, QuerySet

from answerable.actions.models import Action, Commitment, PlanTie
from answerable.actions.tied import ties_seen_by
from answerable.core.plans.parts import OBJECTIVE
from answerable.core.plans.shares import Keys, Shares, none_yet, parts_below, shares
from answerable.meetings.models import Exchange, Item, Meeting, TopicLink
from answerable.meetings.seen import links_seen_by
from answerable.plans.models import Plan, PlanItem, PlanTopic
from answerable.workspace.here import Here

YEAR_BEGINS = (4, 1)
"""Month and day: a commissioner reports on the financial year (Police Reform and Social Responsibility Act
2011, section 12: the annual report is for each financial year)."""
MOST_OBJECTIVES = 100

Place = tuple[int, int]
"""A meeting's key and the position of a line in it."""


def year_of(day: dt.date) -> int:
    """The financial year that a day is in, by the year that it begins in."""
    return day.year if (day.month, day.day) >= YEAR_BEGINS else day.year - 1


def days_of(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a financial year."""
    first = dt.date(year, *YEAR_BEGINS)
    return first, dt.date(year + 1, *YEAR_BEGINS) - dt.timedelta(days=1)


def year_name(year: int) -> str:
    """2026/27"""
    return f"{year}/{(year + 1) % 100:02}"


def years(here: Here) -> list[int]:
    """The years that meetings were held in, the newest first. One query."""
    ends = _held(here).aggregate(first=Min("date"), last=Max("date"))
    if ends["first"] is None:
        return []
    return list(range(year_of(ends["last"]), year_of(ends["first"]) - 1, -1))


def plans_with_objectives(here: Here) -> list[Plan]:
    """Plans that something can be counted for: Police and Crime Plans first, the newest first."""
    found = list(Plan.objects.filter(office_id=here.office_id, items__kind=OBJECTIVE).distinct())
    return sorted(found, key=lambda one: one.kind != Plan.Kind.POLICE_AND_CRIME)


def objectives(plan: Plan) -> list[PlanItem]:
    """The objectives that stand under nothing, those that were dropped left out."""
    rows = plan.items.filter(kind=OBJECTIVE, parent=None).exclude(state=PlanItem.State.DROPPED)
    return list(rows.order_by("position", "pk")[:MOST_OBJECTIVES])


@dataclass(slots=True)
class _Year:
    """The year's record as the actor sees it: what stands under which item, and at which line."""

    every: Keys = field(default_factory=none_yet)
    meeting_of: dict[tuple[str, int], int] = field(default_factory=dict)
    under_item: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    at_line: dict[Place, list[tuple[str, int]]] = field(default_factory=dict)

    def add(self, kind: str, key: int, meeting: int, item: int | None, lines: Iterable[int] = ()) -> None:
        self.every[kind].add(key)
        self.meeting_of[kind, key] = meeting
        if item is not None:
            self.under_item.setdefault(item, []).append((kind, key))
        for line in lines:
            self.at_line.setdefault((meeting, line), []).append((kind, key))


def share(here: Here, parts: Sequence[PlanItem], year: int) -> Shares:
    """How much each of these objectives got in a financial year. Nine queries, at any size."""
    record = _year(here, *days_of(year))
    rows = PlanItem.objects.filter(plan__office_id=here.office_id)
    links = list(rows.values_list("pk", "parent", "serves"))
    ties, topics = _ties(here), _topics(here, year)
    reached: dict[int, Keys] = {}
    for objective in parts:
        found = none_yet()
        for key in parts_below(objective.pk, links):
            for kind, row in ties.get(key, ()):
                _take(record, found, kind, row)
            for item, place, meeting in topics.get(key, ()):
                _take_spoken(record, found, item, place, meeting)
        reached[objective.pk] = found
    return shares(reached, record.every)


def _take(record: _Year, found: Keys, kind: str, key: int) -> None:
    """One thing, with the meeting that it stands in; with an item all that stands under it."""
    meeting = record.meeting_of.get((kind, key))
    if meeting is None:
        return  # of another year
    found[kind].add(key)
    found["meetings"].add(meeting)
    if kind == "items":
        for under, one in record.under_item.get(key, ()):
            found[under].add(one)


def _take_spoken(record: _Year, found: Keys, item: int | None, place: Place | None, meeting: int) -> None:
    """Where a topic is spoken of: one line, where it says which, else the whole item."""
    found["meetings"].add(meeting)
    if place is None:
        if item is not None:
            _take(record, found, "items", item)
        return
    if item is not None and ("items", item) in record.meeting_of:
        found["items"].add(item)
    for kind, key in record.at_line.get(place, ()):
        found[kind].add(key)


def _held(here: Here) -> QuerySet[Meeting]:
    return Meeting.objects.filter(office_id=here.office_id, state=Meeting.State.HELD)


def _year(here: Here, first: dt.date, last: dt.date) -> _Year:
    """Five queries."""
    held = _held(here).filter(date__range=(first, last))
    record = _Year()
    record.every["meetings"] = set(held.values_list("pk", flat=True))
    within = {"meeting__office_id": here.office_id, "meeting__state": Meeting.State.HELD}
    within["meeting__date__range"] = (first, last)
    for key, meeting in here.sees(Item.objects.filter(**within)).values_list("pk", "meeting_id"):
        record.add("items", key, meeting, None)
    asked = here.sees(Exchange.objects.filter(**within)).values_list("pk", "meeting_id", "item_id", "entries")
    for key, meeting, item, lines in asked:
        record.add("questions", key, meeting, item, lines)
    given = here.sees(Action.objects.filter(draft=False, **within))
    promised = here.sees(Commitment.objects.filter(**within))
    for kind, seen in (("actions", given), ("promises", promised)):
        for key, meeting, item, line in seen.values_list("pk", "meeting_id", "item_id", "entry__position"):
            record.add(kind, key, meeting, item, () if line is None else (line,))
    return record


def _ties(here: Here) -> dict[int, list[tuple[str, int]]]:
    """By part, the kind and key of what is tied to it. One query."""
    rows = ties_seen_by(here.actor, PlanTie.objects.filter(office_id=here.office_id, plan_item__isnull=False))
    found: dict[int, list[tuple[str, int]]] = {}
    for part, action, item in rows.values_list("plan_item", "action", "item"):
        found.setdefault(part, []).append(("actions", action) if action else ("items", item))
    return found


def _topics(here: Here, year: int) -> dict[int, list[tuple[int | None, Place | None, int]]]:
    """By part, where its topics are spoken of in a year: item, line, meeting. Two queries."""
    tied: dict[int, list[int]] = {}
    rows = PlanTopic.objects.filter(item__plan__office_id=here.office_id)
    for part, topic, merged in rows.values_list("item", "topic", "topic__merged_into"):
        tied.setdefault(merged or topic, []).append(part)
    held = TopicLink.objects.filter(meeting__state=Meeting.State.HELD, meeting__date__range=days_of(year))
    spoken = links_seen_by(here.actor, held.filter(topic__office_id=here.office_id))
    of_parts = Q(topic__in=rows.values("topic")) | Q(topic__in=rows.values("topic__merged_into"))
    spoken = spoken.filter(of_parts)
    found: dict[int, list[tuple[int | None, Place | None, int]]] = {}
    for topic, item, line, meeting in spoken.values_list("topic", "item", "entry__position", "meeting"):
        place = None if line is None else (meeting, line)
        for part in tied.get(topic, ()):
            found.setdefault(part, []).append((item, place, meeting))
    return found
