"""What search can be filtered by, and where each hit leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from answerable.core.permissions.markings import Marking
from answerable.meetings.models import Meeting
from answerable.search.queries import Hit
from answerable.web.address import with_values

KINDS = {
    "meeting": "Meetings",
    "item": "Agenda items",
    "entry": "Lines of minutes",
    "action": "Actions",
    "topic": "Topics",
    "person": "People",
}
SINGULAR = {
    "meeting": "meeting",
    "item": "agenda item",
    "entry": "line of the minutes",
    "action": "action",
    "topic": "topic",
    "person": "person",
}
TABLES = {
    "meeting": "meetings.meeting",
    "item": "meetings.item",
    "entry": "meetings.entry",
    "action": "actions.action",
    "topic": "topics.topic",
}
PAGES = {"meeting": "meeting", "action": "action", "topic": "topic", "person": "person"}
"""Kinds with a page of their own, and its name; the others are found on their meeting's page."""

ORDERS = {"best": "Best first", "newest": "Newest first"}


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the page that it is on, and in words what and where it is."""

    hit: Hit
    href: str
    kind: str
    where: str

    @property
    def restricted(self) -> bool:
        return self.hit.marking != Marking.OPEN

    @property
    def about(self) -> tuple[str, int]:
        """What was found, as the audit trail names it."""
        return TABLES.get(self.hit.kind, self.hit.kind), self.hit.object_id


def places(hits: Sequence[Hit]) -> list[Found]:
    """The pages of the hits. One query for the meetings of them all."""
    meetings = Meeting.objects.select_related("forum").only("date", "forum__name")
    known = meetings.in_bulk({hit.meeting_id for hit in hits if hit.meeting_id})
    return [_found(hit, known.get(hit.meeting_id or 0)) for hit in hits]


def by_kind(request: HttpRequest, counts: Mapping[str, int]) -> list[tuple[str, int, str]]:
    """The kinds that were found: name, how many, and the address of those alone."""
    return [
        (name.lower(), counts[kind], with_values(request, kind=kind, page=None))
        for kind, name in KINDS.items()
        if kind in counts
    ]


def _found(hit: Hit, meeting: Meeting | None) -> Found:
    return Found(hit, _href(hit), SINGULAR.get(hit.kind, hit.kind), meeting.forum.name if meeting else "")


def _href(hit: Hit) -> str:
    if hit.kind in PAGES:
        return reverse(PAGES[hit.kind], args=[hit.object_id])
    if hit.meeting_id is None:
        return reverse("search")
    position = hit.anchor.removeprefix("entry-")
    at = f"?at={position}" if hit.anchor.startswith("entry-") and position.isdigit() else ""
    if hit.anchor.startswith("item-"):
        at = f"?item={int(hit.anchor.removeprefix('item-')) + 1}"  # numbers in an address count from 1
    return reverse("meeting", args=[hit.meeting_id]) + at + (f"#{hit.anchor}" if hit.anchor else "")
