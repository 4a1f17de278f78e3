"""What the forms of the steps take: what was typed, as the operation wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from answerable.actions import operations
from answerable.actions.models import Action
from answerable.actions.operations.parting import Part
from answerable.core.actions.listed import listed_numbers
from answerable.core.actions.steps import BASES, CAUSES
from answerable.core.minutes.due import find_dues
from answerable.meetings.models import Forum, Meeting
from answerable.web.address import Asked
from answerable.workspace.action.operations import split
from answerable.workspace.choices import MOST_CHOICES, Choices

if TYPE_CHECKING:
    from answerable.workspace.action.stepping import At

Wanted = tuple[Callable[..., Any], dict[str, Any]]


def suggested(at: At) -> dict[str, str]:
    """What stands in the inputs at first."""
    shown = {f"due-{n}": day.isoformat() for n, day in enumerate(at.standing.dates)}
    return {**shown, "event": at.standing.waits_for, "on": at.here.today.isoformat()}


def next_meeting(at: At) -> Meeting | None:
    """The next planned meeting of the forum that follows the action."""
    rows = Meeting.objects.filter(
        forum_id=at.action.forum_id, state=Meeting.State.PLANNED, date__gte=at.here.today
    )
    return rows.order_by("date", "pk").first()


def forums(at: At) -> Choices:
    """The other forums that could follow it."""
    rows = Forum.objects.filter(office_id=at.action.office_id).exclude(pk=at.action.forum_id).order_by("name")
    return [("", "Choose a forum"), *rows.values_list("pk", "name")[:MOST_CHOICES]]


def words(values: Asked, missing: str = "") -> str:
    text = values.values.get("reason", "").strip()
    if not text and missing:
        values.refuse("reason", missing)
    return "".join(one for one in text if one.isprintable() or one == "\n")


def _close(at: At, values: Asked) -> Wanted:
    basis = values.text("basis")
    if basis not in BASES:
        values.refuse("basis", "Choose what you saw: were you told, were you shown, or did you test it?")
    return operations.close_action, {
        "action": at.action, "basis": basis, "on": values.date("on", "the day"),
        "reason": words(values, "Say in a few words what you were told or shown, or how you tested it"),
    }  # fmt: skip


def _refuse(at: At, values: Asked) -> Wanted:
    reason = words(values, "Say in a few words what is missing")
    return operations.refuse_report, {"report": at.report, "reason": reason}


def _withdraw(at: At, values: Asked) -> Wanted:
    reason = words(values, "Say in a few words why it is withdrawn")
    return operations.withdraw_action, {"action": at.action, "reason": reason}


def _reopen(at: At, values: Asked) -> Wanted:
    reason = words(values, "Say in a few words why it is opened again")
    return operations.reopen_action, {"action": at.action, "reason": reason}


def _move(at: At, values: Asked) -> Wanted:
    count = max(len(at.standing.dates), 1)
    days = [values.date(f"due-{n}", "the new date") for n in range(count)]
    event = values.text("event")
    if not any(days) and not event and not values.problems:
        values.refuse("due-0", "Say by when it is due now, or what it waits for")
    cause = values.text("cause")
    if cause not in CAUSES:
        values.refuse("cause", "Choose why its date moves")
    return operations.move_due, {
        "action": at.action, "dues": [day for day in days if day], "waits_for": event, "cause": cause,
        "reason": words(values, "Say in a few words why its date moves"),
    }  # fmt: skip


def _happen(at: At, values: Asked) -> Wanted:
    due = needed(values, "due", "the day that it is due by now")
    return operations.record_happened, {
        "action": at.action, "on": values.date("on", "the day that it happened"), "due": due,
        "reason": words(values),
    }  # fmt: skip


def _meet(at: At, values: Asked) -> Wanted:
    due = needed(values, "due", "which of its dates was met")
    return operations.meet_due, {
        "action": at.action, "due": due, "on": values.date("on", "the day"), "reason": words(values),
    }  # fmt: skip


def _carry(at: At, values: Asked) -> Wanted:
    reason = words(values, "Say in a few words why it is carried forward")
    return operations.carry_forward, {"action": at.action, "reason": reason, "meeting": next_meeting(at)}


def _refer(at: At, values: Asked) -> Wanted:
    key = values.number("forum", "the forum")
    forum = Forum.objects.filter(pk=key, office_id=at.action.office_id).first() if key else None
    if forum is None and not values.problems:
        values.refuse("forum", "Choose the forum that is to follow it")
    return operations.refer_action, {
        "action": at.action, "forum": forum,
        "reason": words(values, "Say in a few words why the other forum should follow it"),
    }  # fmt: skip


def _return(at: At, values: Asked) -> Wanted:
    reason = words(values, "Say in a few words why it comes back")
    return operations.return_action, {"action": at.action, "reason": reason}


def _merge(at: At, values: Asked) -> Wanted:
    listed = listed_numbers(values.text("into"))
    rows = at.here.sees(Action.objects.filter(office_id=at.action.office_id, number__in=listed.numbers[:1]))
    found = list(rows)
    if len(listed.numbers) != 1 or not found or listed.problems:
        unknown = len(listed.numbers) == 1 and not listed.problems
        nowhere = f"There is no action {listed.numbers[0]}. " if unknown else ""
        values.refuse("into", f"{nowhere}Write the number of the action that goes on, such as A-0020")
    return operations.merge_actions, {
        "action": at.action, "into": found[0] if found else None,
        "reason": words(values, "Say in a few words why they are one"),
    }  # fmt: skip


def _split(at: At, values: Asked) -> Wanted:
    lines = [line.strip() for line in values.values.get("parts", "").splitlines() if line.strip()]
    if not lines:
        values.refuse("parts", "Write what is split off, one new action to a line")
    return split, {
        "action": at.action, "parts": [_part(line, at.here.today) for line in lines],
        "reason": words(values, "Say in a few words why it is split"),
    }  # fmt: skip


def _part(line: str, today: dt.date) -> Part:
    """A line as minutes would put it: the due is what it says itself."""
    days = [dt.date.fromisoformat(one.due["date"]) for one in find_dues(line, today) if one.due["date"]]
    return Part(line, min(days, default=None))


def needed(values: Asked, name: str, what: str) -> dt.date | None:
    day = values.date(name, what)
    if day is None and not values.error(name):
        values.refuse(name, f"Say {what}")
    return day


READERS: Mapping[str, Callable[[At, Asked], Wanted]] = {
    "close": _close,
    "refuse": _refuse,
    "withdraw": _withdraw,
    "reopen": _reopen,
    "move": _move,
    "happen": _happen,
    "meet": _meet,
    "carry": _carry,
    "refer": _refer,
    "return": _return,
    "merge": _merge,
    "split": _split,
}
"""For each step, by its key: the operation and what it is called with."""
