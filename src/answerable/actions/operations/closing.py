"""Ties what a meeting closes by number ("Actions 1, 2 and 4 from June can be closed") to the actions.

Each becomes an update beside those that the record has; their positions start where no record's reach.
Where a number can mean several actions, the likeliest is offered to a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Q, QuerySet

from answerable.actions.models import Action, ActionUpdate
from answerable.actions.queries import CLOSURES, followed_in
from answerable.core.actions.closures import Closure, Numbered, closures, likely, named
from answerable.meetings.models import Entry, Forum, Meeting

WORDS = ("closed", "discharged", "signed off", "done", "complete")
"""One of these is in every sentence that closes actions."""

SURE = 1.0
"""The score of a number that can mean one action only."""

Scored = tuple[int, float]
"""An action's id, and how surely it is meant."""

Wanted = dict[tuple[str | None, str], dict[str, Any]]


def renew_closures(office_id: int, meetings: QuerySet[Meeting]) -> set[int]:
    """Make the closures of these meetings anew where they differ; returns the actions they touch."""
    wanted = _wanted(office_id, meetings)
    held: dict[int, dict[tuple[str | None, str], ActionUpdate]] = defaultdict(dict)
    for update in ActionUpdate.objects.filter(meeting__in=meetings, position__gte=CLOSURES):
        held[update.meeting_id][update.about_month, update.about_item or ""] = update
    touched: set[int] = set()
    for meeting in wanted.keys() | held.keys():
        touched |= _renew(office_id, meeting, wanted.get(meeting, {}), held.get(meeting, {}))
    return touched


def _renew(
    office_id: int, meeting: int, wanted: Wanted, held: dict[tuple[str | None, str], ActionUpdate]
) -> set[int]:
    touched: set[int] = set()
    for key, update in held.items():
        if update.decided_at is None and not _same(update, wanted.get(key)):
            touched |= {update.action_id} if update.action_id else set()
            update.delete()
    free = max([CLOSURES - 1, *(one.position for one in held.values())]) + 1
    for key, values in wanted.items():
        before = held.get(key)
        if before is not None and (before.decided_at or _same(before, values)):
            continue
        ActionUpdate.objects.create(office_id=office_id, meeting_id=meeting, position=free, **values)
        touched.add(values["action_id"])
        free += 1
    return touched


def _same(update: ActionUpdate, values: dict[str, Any] | None) -> bool:
    compared = ("action_id", "link", "score", "why")
    return values is not None and all(getattr(update, name) == values[name] for name in compared)


def _wanted(office_id: int, meetings: QuerySet[Meeting]) -> dict[int, Wanted]:
    """By meeting, and by the month and number that it names, the columns of each closure."""
    said = Q()
    for word in WORDS:
        said |= Q(text__icontains=word)
    entries = Entry.objects.filter(said, meeting__in=meetings).exclude(kind__in=["action", "heading"])
    found: dict[int, Wanted] = defaultdict(dict)
    families = _families(office_id)
    rows = entries.order_by("meeting_id", "position").values_list(
        "meeting_id", "meeting__date", "meeting__forum_id", "text", "source"
    )
    for meeting, day, forum, text, source in rows.iterator():
        for closure in closures(text):
            for n, named_action in enumerate(_actions(office_id, closure, day, families.get(forum, [forum]))):
                item = closure.number if n == 0 else f"{closure.number} ({n + 1})"
                found[meeting].setdefault((closure.month, item), _values(closure, named_action, item, source))
    return found


def _values(closure: Closure, named_action: Scored, item: str, source: object) -> dict[str, Any]:
    action, score = named_action
    sure = score == SURE
    why = "number and month" if closure.month else "number"
    return {
        "about_month": closure.month,
        "about_item": item,
        "action_text": f"Action {closure.number}",
        "text": closure.said,
        "status": "complete",
        "source": source,
        "action_id": action,
        "score": round(score, 3),
        "why": why if sure else f"{why}, which can mean others too",
        "link": ActionUpdate.Link.LINKED if sure else ActionUpdate.Link.WAITING,
    }


def _actions(office_id: int, closure: Closure, day: date, family: Sequence[int]) -> list[Scored]:
    """The actions that a closure names: the family's of that month, else any forum's of that month.

    What is certain anywhere goes before what is only likely.
    """
    before = Action.objects.filter(office_id=office_id, given__lt=day).order_by("given", "position")
    if closure.month is not None:
        first = date.fromisoformat(f"{closure.month}-01")
        before = before.filter(given__gte=first, given__lt=first + relativedelta(months=1))
    elif closure.number.upper().startswith("A-"):
        before = before.filter(number=closure.number.upper())
    else:
        before = before.filter(label=closure.number)
    places = [list(_numbered(actions)) for actions in (before.filter(followed_in(family)), before)]
    for actions in places:
        if found := named(closure, actions):
            return [(key, SURE) for key in found]
    return next(filter(None, (likely(closure, actions) for actions in places)), [])


def _numbered(actions: QuerySet[Action]) -> Iterator[Numbered]:
    for row in actions.values_list("pk", "number", "label", "item__number", "text"):
        yield Numbered(*row)


def _families(office_id: int) -> dict[int, list[int]]:
    """Each forum with those that it took over from."""
    before = dict(Forum.objects.filter(office_id=office_id).values_list("id", "succeeds_id"))
    families: dict[int, list[int]] = {}
    for forum in before:
        line = [forum]
        while (earlier := before.get(line[-1])) is not None and earlier not in line:
            line.append(earlier)
        families[forum] = line
    return families
