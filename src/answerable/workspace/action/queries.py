"""One action and everything that was said of it: a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q
from django.http import Http404

from answerable.actions.models import Action, ActionOwner, ActionStep, ActionUpdate, Commitment, Report
from answerable.actions.telling import steps_of, went_into
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.seen import topics_seen_by
from answerable.people.models import Tenure
from answerable.topics.models import Topic
from answerable.workspace.action.life import MOST_SITTINGS
from answerable.workspace.here import Here

COUNTED = ("linked", "accepted")
MOST_UPDATES = 200
MOST_PROMISES = 10


def action_at(here: Here, key: int) -> Action:
    """Raises Http404. Three queries: the action, its owners, its dues."""
    rows = here.sees(Action.objects.filter(office_id=here.office_id, pk=key))
    rows = rows.select_related("office", "meeting__forum", "meeting__document", "item", "forum").defer(
        "meeting__document__text"
    )
    owners = ActionOwner.objects.select_related("post", "person", "body")
    found = rows.prefetch_related(Prefetch("owners", owners), "dues").first()
    if found is None:
        raise Http404("There is no such action.")
    return found


def updates_of(here: Here, action: Action) -> list[ActionUpdate]:
    """What later meetings said of it, oldest first; those that wait for a person too."""
    rows = here.sees(ActionUpdate.objects.filter(action=action)).exclude(link__in=("rejected", "none"))
    return list(rows.select_related("meeting__forum").order_by("meeting__date", "position")[:MOST_UPDATES])


def updates_that_count(
    here: Here, action: Action, updates: Sequence[ActionUpdate], steps: Mapping[int, Sequence[ActionStep]]
) -> list[ActionUpdate]:
    """What minutes said of it, and of those that were merged into it since they were."""
    others = [key for key in steps if key != action.pk]
    merged = (
        here.sees(ActionUpdate.objects.filter(action__in=others)) if others else ActionUpdate.objects.none()
    )
    joined = merged.select_related("meeting__forum").order_by("meeting__date", "position")[:MOST_UPDATES]
    return [
        one
        for one in (*updates, *joined)
        if one.link in COUNTED
        and (went_into(steps.get(one.action_id or 0, ()), one.meeting.date) or one.action_id) == action.pk
    ]


def steps_at(action: Action) -> Mapping[int, list[ActionStep]]:
    """The steps of an action and of those merged into it, with what their words need. One query."""
    return steps_of([action.pk], ("report", "forum", "other", "person", "by", "meeting"))


def reports_at(here: Here, action: Action) -> list[Report]:
    """What its owners reported, oldest first, with files. Two queries."""
    rows = here.sees(Report.objects.filter(action=action, state=Report.State.RELEASED), "action")
    rows = rows.select_related("released_by", "drafted_by", "answered_by").prefetch_related("documents")
    return list(rows.order_by("released_on", "released_at", "pk")[:MOST_UPDATES])


def sittings_after(action: Action, steps: Sequence[ActionStep], today: dt.date) -> list[Meeting]:
    """Meetings, cancelled ones too, of the action's forums and their successors since it was given.

    One that is only planned passed nothing over, though its day may be past.
    """
    forums = _followed(action, steps)
    rows = Meeting.objects.filter(forum__in=forums, date__gte=action.given, date__lte=action.ended or today)
    rows = rows.exclude(state=Meeting.State.PLANNED).select_related("forum")
    return list(rows.only("date", "state", "forum").order_by("date", "pk")[:MOST_SITTINGS])


def _followed(action: Action, steps: Sequence[ActionStep]) -> set[int]:
    """The forum that gave it, those it was referred to since, and their successors. One query."""
    after: dict[int, list[int]] = {}
    pairs = Forum.objects.filter(office_id=action.office_id).exclude(succeeds=None)
    for key, before in pairs.values_list("pk", "succeeds_id"):
        after.setdefault(before, []).append(key)
    found: set[int] = set()
    referred = (step.forum_id for step in steps)
    waiting = [action.meeting.forum_id, action.forum_id, *(key for key in referred if key)]
    while waiting:
        forum = waiting.pop()
        if forum not in found:
            found.add(forum)
            waiting += after.get(forum, [])
    return found


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held a post on the day the action was given, and who holds it today; acting ones say so."""

    then: list[str]
    now: list[str]


def holders(action: Action, today: dt.date) -> dict[int, Holders]:
    """The holders of the owning posts, by the owner's place: a person who was told apart stands alone."""
    owners = [owner for owner in action.owners.all() if owner.post_id]
    rows = Tenure.objects.filter(post__in=[owner.post_id for owner in owners]).select_related("person")
    tenures = list(rows.filter(_held(action.given) | _held(today)).order_by("start", "pk"))
    found = {}
    for owner in owners:
        own = [one for one in tenures if one.post_id == owner.post_id]
        held = [one for one in own if _covers(one, action.given)]
        then = _names(one for one in held if owner.person_id in (None, one.person_id))
        if not then and owner.person:
            then = [owner.person.name]
        found[owner.position] = Holders(then, _names(one for one in own if _covers(one, today)))
    return found


def _held(day: dt.date) -> Q:
    return Q(start__lte=day) & (Q(end=None) | Q(end__gte=day))


def _covers(tenure: Tenure, day: dt.date) -> bool:
    return tenure.start <= day and (tenure.end is None or tenure.end >= day)


def _names(tenures: Iterable[Tenure]) -> list[str]:
    named = (f"{one.person.name} (acting)" if one.acting else one.person.name for one in tenures)
    return list(dict.fromkeys(named))


def promises_beside(here: Here, action: Action) -> list[Commitment]:
    """Promises made under the same item of the same meeting."""
    if not action.item_id:
        return []
    rows = Commitment.objects.filter(meeting_id=action.meeting_id, item_id=action.item_id)
    return list(here.sees(rows).order_by("position")[:MOST_PROMISES])


def topics_of(here: Here, action: Action) -> list[Topic]:
    if not action.item_id:
        return []
    rows = Topic.objects.filter(links__item_id=action.item_id, office_id=action.office_id)
    return list(topics_seen_by(here.actor, rows).exclude(state="dropped").distinct()[:MOST_PROMISES])
