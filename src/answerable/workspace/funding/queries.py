"""What the pages of funded work show, as far as the actor sees it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from answerable.core.funding.reporting import months_after
from answerable.meetings.models import Exchange, TopicLink
from answerable.meetings.seen import links_seen_by
from answerable.plans.models import Funding, FundingReport, PlanItem
from answerable.plans.queries.funding import Told, fundings, told
from answerable.topics.models import Topic
from answerable.workspace.choices import MOST_CHOICES, NAME_LENGTH, Choices
from answerable.workspace.here import Here

SHOWN = {"": "All", "running": "Running now", "ended": "Ended", "overdue": "With an overdue report",
         "empty": "Posts that are not filled"}  # fmt: skip
MOST_LINKS = 400  # places where a topic is spoken of that are looked through, the newest
MOST_EXCHANGES = 20  # that are listed, the newest
SOON = 6  # months before the money ends in which it has to be known what follows


@dataclass(frozen=True, slots=True)
class ReportSeen:
    """A report with whether the actor may read it: one whose paper is restricted is as restricted."""

    report: FundingReport
    readable: bool


def every(at: Here) -> list[Told]:
    """All funded work of the office. Two queries."""
    return [told(one, at.today) for one in fundings(at.office_id)]


def shown(rows: Sequence[Told], show: str, kind: str, text: str, today: dt.date) -> list[Told]:
    """Those that the filters let through; ``text`` is looked for in title, recipient and purpose."""
    wanted = text.casefold().split()
    return [
        one
        for one in rows
        if _is(one, show, today)
        and (not kind or one.funding.kind == kind)
        and all(word in _words(one.funding) for word in wanted)
    ]


def _is(one: Told, show: str, today: dt.date) -> bool:
    if show == "overdue":
        return one.silence is not None
    if show == "empty":
        return one.filling is not None and not one.filling.filled
    ended = one.funding.end is not None and one.funding.end < today
    if show == "running":
        return one.funding.start <= today and not ended
    return ended if show == "ended" else True


def _words(one: Funding) -> str:
    return f"{one.title} {one.recipient} {one.purpose}".casefold()


def ending(rows: Sequence[Told], today: dt.date) -> list[Funding]:
    """What ends soon with nothing said of what follows, the first one first."""
    until = months_after(today, SOON)
    found = [one.funding for one in rows if one.funding.end and today <= one.funding.end <= until]
    return sorted((one for one in found if not one.follows), key=lambda one: (one.end or today, one.pk))


def funding_at(at: Here, key: int) -> Funding:
    """Raises Http404. Two queries."""
    found = (
        fundings(at.office_id)
        .select_related("office", "objective__plan", "topic", "post")
        .filter(pk=key)
        .first()
    )
    if found is None:
        raise Http404("There is no such funded work.")
    return found


def reports_of(at: Here, funding: Funding) -> list[ReportSeen]:
    """Its reports, the newest first. One query."""
    rows = FundingReport.objects.filter(funding=funding).select_related("document", "by")
    return [
        ReportSeen(one, at.actor.sees_restricted or not (one.document and one.document.restricted))
        for one in rows.defer("document__text").order_by("-on", "-pk")
    ]


def asked_about(at: Here, topic: Topic | None) -> list[Exchange]:
    """What was asked and answered about a topic, the newest first. Two queries, none where there is none."""
    if topic is None:
        return []
    links = links_seen_by(at.actor, TopicLink.objects.filter(topic=topic).exclude(item=None))
    places = list(
        links.order_by("-meeting__date", "-pk").values_list("item_id", "entry__position")[:MOST_LINKS]
    )
    whole = {item for item, position in places if position is None}
    rows = at.sees(Exchange.objects.filter(item__in={item for item, _ in places}))
    rows = rows.select_related("meeting__forum", "item").order_by("-meeting__date", "position")
    narrow = {(item, position) for item, position in places}
    found = (
        one
        for one in rows.defer("item__source")
        if one.item_id in whole or any((one.item_id, position) in narrow for position in one.entries)
    )
    return [one for _, one in zip(range(MOST_EXCHANGES), found, strict=False)]


def objective_choices(at: Here) -> Choices:
    """The objectives of the office's plans, those of the newest plan first. One query."""
    rows = PlanItem.objects.filter(plan__office_id=at.office_id, kind=PlanItem.Kind.OBJECTIVE)
    rows = rows.select_related("plan").order_by("-plan__start", "plan__name", "position")[:MOST_CHOICES]
    return [("", "None"), *((one.pk, f"{one.number} {one.text}"[:NAME_LENGTH]) for one in rows)]
