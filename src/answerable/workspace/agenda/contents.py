"""An agenda as it goes out: rows as the contents that are frozen, and contents as readers may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.actions.models import Action
from answerable.core.agenda.contents import FORMAT, Contents, FrozenAction, FrozenItem, FrozenRisk
from answerable.meetings.models import Item, Meeting
from answerable.workspace.agenda.queries import Arising, Groups, arising, with_words
from answerable.workspace.agenda.risks import closed_risks, risks_of
from answerable.workspace.here import Here


@dataclass(frozen=True, slots=True)
class Shown:
    """Something restricted of a frozen agenda, for the event that it was looked at."""

    about: tuple[str, int]
    restricted: bool = True


def contents_of(here: Here, meeting: Meeting) -> Contents:
    """What an agenda that is sent out now would say. Four queries."""
    items = meeting.items.order_by("position").defer("source")
    groups = with_words(here, arising(here, meeting), here.today)
    return as_contents(meeting, list(items), groups, risks_of(here.actor, meeting))


def as_contents(
    meeting: Meeting, items: Sequence[Item], groups: Groups, risks: Sequence[FrozenRisk] = ()
) -> Contents:
    return {
        "format": FORMAT,
        "forum": meeting.forum.name,
        "kind": meeting.get_kind_display() if meeting.kind else "",
        "theme": meeting.theme,
        "date": meeting.date.isoformat(),
        "start_time": meeting.start_time,
        "venue": meeting.venue,
        "items": [_item(one) for one in items],
        "arising": [_action(key, one) for key, some in groups for one in some],
        "risks": list(risks),
    }


def seen_contents(here: Here, contents: Contents) -> tuple[Contents, list[Shown]]:
    """The contents without what the actor may not see, and the restricted parts that are left in it.

    What was restricted after the agenda went out is restricted in it too. Three queries.
    """
    items = [one["item"] for one in contents["items"]]
    actions = [one["action"] for one in contents["arising"]]
    closed_items = set(Item.objects.filter(pk__in=items, restricted=True).values_list("pk", flat=True))
    closed_actions = set(Action.objects.filter(pk__in=actions, restricted=True).values_list("pk", flat=True))
    risks = contents.get("risks", [])
    closed_events = closed_risks([one["event"] for one in risks])
    marked: Contents = {
        **contents,
        "items": [
            {**one, "restricted": one["restricted"] or one["item"] in closed_items}
            for one in contents["items"]
        ],
        "arising": [
            {**one, "restricted": one["restricted"] or one["action"] in closed_actions}
            for one in contents["arising"]
        ],
        "risks": [{**one, "restricted": one["restricted"] or one["event"] in closed_events} for one in risks],
    }
    if here.actor.sees_restricted:
        shown = [Shown(("meetings.item", one["item"])) for one in marked["items"] if one["restricted"]]
        shown += [Shown(("actions.action", one["action"])) for one in marked["arising"] if one["restricted"]]
        return marked, shown + shown_risks(marked["risks"])
    return without_restricted(marked), []


def without_restricted(contents: Contents) -> Contents:
    return {
        **contents,
        "items": [one for one in contents["items"] if not one["restricted"]],
        "arising": [one for one in contents["arising"] if not one["restricted"]],
        "risks": [one for one in contents.get("risks", []) if not one["restricted"]],
    }


def shown_risks(risks: Sequence[FrozenRisk]) -> list[Shown]:
    """The restricted ones of what is waited for, for the event that they were looked at."""
    return [Shown(("actions.awaitedevent", one["event"])) for one in risks if one["restricted"]]


def _item(one: Item) -> FrozenItem:
    return {
        "item": one.pk,
        "number": one.number,
        "label": one.label,
        "title": one.title,
        "note": one.note,
        "lead": one.lead,
        "level": one.level,
        "kind": one.kind,
        "restricted": one.restricted,
    }


def _action(group: str, one: Arising) -> FrozenAction:
    action, last = one.action, one.last
    standing = one.standing
    said, said_on = one.last_words
    return {
        "action": action.pk,
        "number": action.number,
        "text": action.text,
        "owner": action.owners_printed,
        "given": action.given.isoformat(),
        "due": action.due.isoformat() if action.due else None,
        "group": group,
        "stands": f"{standing.word}, {standing.detail}" if standing.detail else standing.word,
        "said": said,
        "said_on": said_on.isoformat() if said_on else None,
        "restricted": action.restricted or bool(last and last.restricted),
    }
