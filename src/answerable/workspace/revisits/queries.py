"""What is to come back, and to which meeting: read for its pages and for the forward plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.http import Http404

from answerable.actions.models import Revisit
from answerable.actions.returning import DONE, DROPPED, came, destinations, open_revisits, seen_revisits
from answerable.meetings.models import Exchange, Item, Meeting
from answerable.workspace.here import Here

SETTLED = "settled"
MOST_ON_PLAN = 300  # things to come back that the forward plan looks at


@dataclass(frozen=True, slots=True)
class Coming:
    """Something to come back, what it is called, and the planned meeting that it comes to."""

    revisit: Revisit
    title: str
    meeting: Meeting | None = None

    @property
    def restricted(self) -> bool:
        return bool(getattr(self.revisit, "closed", self.revisit.restricted))

    @property
    def about(self) -> Revisit:
        """What an event names, where somebody is shown what is restricted."""
        return self.revisit


def revisits(here: Here, shown: str | None) -> QuerySet[Revisit]:
    """Those that are open, or with "settled" those that came back or were dropped, the last first."""
    rows = _seen(here)
    if shown == SETTLED:
        settled = rows.filter(state__in=[DONE, DROPPED]).select_related("meeting__forum", "item", "planned")
        return settled.order_by(F("decided_at").desc(nulls_last=True), "-pk")
    return open_revisits(rows)


def coming(here: Here, rows: Sequence[Revisit]) -> list[Coming]:
    """Each with the meeting that it comes to. Three queries."""
    to = destinations(here.office_id, [one for one in rows if one.state not in (DONE, DROPPED)])
    meetings = Meeting.objects.select_related("forum").in_bulk(list(set(to.values()))) if to else {}
    return [Coming(one, came(one), meetings.get(to.get(one.pk, 0), one.planned)) for one in rows]


def by_meeting(here: Here) -> dict[int, list[Coming]]:
    """By planned meeting what comes back to it, for the forward plan. At most three queries."""
    rows = list(open_revisits(_seen(here))[:MOST_ON_PLAN])
    to = destinations(here.office_id, rows)
    found: dict[int, list[Coming]] = {}
    for one in rows:
        if one.pk in to:
            found.setdefault(to[one.pk], []).append(Coming(one, came(one)))
    return found


def revisit_at(here: Here, key: int) -> Coming:
    """Raises Http404."""
    rows = _seen(here).select_related("meeting__forum", "item", "entry", "action", "planned", "decided_by")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404("There is no such thing to come back.")
    return coming(here, [found])[0]


def item_at(here: Here, key: int) -> Item:
    """An item of a meeting, to bring back. Raises Http404."""
    rows = here.sees(Item.objects.filter(meeting__office_id=here.office_id, pk=key))
    found = rows.select_related("meeting__forum").first()
    if found is None:
        raise Http404("There is no such agenda item.")
    return found


def asked_of(here: Here, item: Item) -> str:
    """The last question that was asked of an item, "" where none was."""
    rows = here.sees(Exchange.objects.filter(item=item)).order_by("-position")
    found = rows.values_list("question", flat=True).first()
    return found or ""


def _seen(here: Here) -> QuerySet[Revisit]:
    return seen_revisits(here.actor, Revisit.objects.filter(office_id=here.office_id))
