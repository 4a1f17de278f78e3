"""Reads of what is to come back to a later meeting."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When

from answerable.actions.models import Revisit
from answerable.core.agenda.returning import Ahead, Returning, comes_to
from answerable.core.clash import version
from answerable.core.permissions.markings import Why
from answerable.meetings.models import Entry, Exchange, Forum, Meeting
from answerable.web.actor import Actor

AGAIN = "To come back: "
"""Before the title of an item that came back; one that comes back once more has it once."""

WAITING, PLANNED = Revisit.State.WAITING, Revisit.State.PLANNED
DONE, DROPPED = Revisit.State.DONE, Revisit.State.DROPPED


def revisit_version(one: Revisit) -> str:
    """Of what a form about it shows."""
    return version(one.text, one.question, one.due, one.state in (DONE, DROPPED), one.why)


def seen_revisits(actor: Actor, rows: QuerySet[Revisit]) -> QuerySet[Revisit]:
    """The rows that the actor may see: see ``marked_revisits``."""
    told = marked_revisits(rows)
    return told if actor.sees_restricted else told.filter(closed=False)  # type: ignore[misc]


def marked_revisits(rows: QuerySet[Revisit]) -> QuerySet[Revisit]:
    """``closed``: whether it is restricted, as what it was said in is, or the question that it quotes."""
    return rows.annotate(closed=Case(When(_is_closed(), then=True), default=False))


def _is_closed() -> Q:
    asked = Exchange.objects.filter(meeting=OuterRef("meeting"), question=OuterRef("question"))
    parts = Q(restricted=True) | Q(item__restricted=True) | Q(entry__restricted=True)
    return parts | Q(action__restricted=True) | Q(Exists(asked.filter(restricted=True)))


def open_revisits(rows: QuerySet[Revisit]) -> QuerySet[Revisit]:
    """Those that wait for a meeting or stand on an agenda, what comes first at the top.

    ``came_back``: its meeting was held and spoke of it, though nothing has said so of it yet.
    """
    spoken = Exists(Entry.objects.filter(item=OuterRef("planned_item")))
    told = rows.filter(state__in=[WAITING, PLANNED]).annotate(
        came_back=Case(When(spoken & Q(planned__state=Meeting.State.HELD), then=True), default=False)
    )
    return told.select_related("meeting__forum", "forum", "item", "planned", "action").order_by(
        F("due").asc(nulls_first=True), "pk"
    )


def destinations(office_id: int, rows: Sequence[Revisit]) -> dict[int, int]:
    """By the key of a revisit the key of the planned meeting that it comes to. Two queries."""
    if not rows:
        return {}
    planned = Meeting.objects.filter(office_id=office_id, state=Meeting.State.PLANNED).order_by("date", "pk")
    ahead = [Ahead(*one) for one in planned.values_list("pk", "forum_id", "date")]
    heirs: dict[int, list[int]] = defaultdict(list)
    succeeding = Forum.objects.filter(office_id=office_id).exclude(succeeds=None)
    for forum, earlier in succeeding.values_list("pk", "succeeds_id"):
        heirs[earlier or 0].append(forum)
    return goes_to(rows, ahead, heirs)


def goes_to(
    rows: Sequence[Revisit], ahead: Sequence[Ahead], heirs: Mapping[int, Sequence[int]]
) -> dict[int, int]:
    """The same from the planned meetings, in order of date, and the forums that took over. No query."""
    found: dict[int, int] = {}
    for one in rows:
        if _stands(one):
            found[one.pk] = one.planned_id or 0
        elif not getattr(one, "came_back", False):
            to = comes_to(Returning(one.forum_id, one.meeting.date, one.due, _passed(one)), ahead, heirs)
            if to is not None:
                found[one.pk] = to.key
    return found


def is_kept_close(one: Revisit) -> bool:
    """Whether what is made of it is restricted too: not where only minutes wait to be approved."""
    marked = [part for part in (one.item, one.entry) if part is not None and part.restricted]
    drafts = bool(marked) and all(part.marking_why == Why.DRAFT for part in marked)
    return bool(getattr(one, "closed", one.restricted) or marked) and not drafts


def came(one: Revisit) -> str:
    """From where it comes back, as the plan and the agenda say it."""
    title = one.item.title if one.item and one.item.title else one.text
    return title.removeprefix(AGAIN)


def _stands(one: Revisit) -> bool:
    """Whether it is on the agenda of a meeting that is not over yet."""
    at = one.planned
    if at is None or one.planned_item_id is None:
        return False
    return at.state == Meeting.State.PLANNED or (
        at.state == Meeting.State.HELD and at.minutes_state == "draft"
    )


def _passed(one: Revisit) -> dt.date | None:
    """The day of the meeting that did not take it: somebody took it off, or it was not come to."""
    if one.planned is None or one.planned.state == Meeting.State.CANCELLED:
        return None
    return one.planned.date
