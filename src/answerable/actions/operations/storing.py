"""Actions, updates and commitments of a record: stored, and put in the place of an earlier reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from rapidfuzz import fuzz

from answerable.accounts.models import User
from answerable.actions import rows
from answerable.actions.models import Action, ActionDue, ActionOwner, ActionUpdate, Commitment
from answerable.core.minutes.record import Action as ActionLine
from answerable.meetings.operations import write
from answerable.meetings.rows import StoredMeeting

SAME_ACTION = 80
"""Likeness (0 to 100) of wordings at which an action that was read again is the one that was there."""

OUT_OF_THE_WAY = 1_000_000
"""Added to the positions of old rows while new ones take their places: no minutes have so many actions."""


@transaction.atomic
def add_actions(*, stored: Sequence[StoredMeeting], by: User, at: datetime) -> list[Action]:
    """The actions, updates and commitments of meetings just stored. Part of a larger write."""
    made = [(row, line) for one in stored for row, line in _made(one)]
    Action.objects.bulk_create([row for row, _ in made])
    _write_owners_and_dues(made)
    ActionUpdate.objects.bulk_create([row for one in stored for row in rows.update_rows(one)])
    Commitment.objects.bulk_create([row for one in stored for row in rows.commitment_rows(one)])
    return [row for row, _ in made]


@transaction.atomic
def replace_actions(*, stored: StoredMeeting, by: User, at: datetime) -> list[Action]:
    """Put the actions of another reading in the place of those held. Part of a larger write.

    An action that is there again keeps its number and its life, and a decided update its decision. One
    that is not there any more goes, unless people have dealt with it: then it stays, without an entry.
    """
    old = list(Action.objects.filter(meeting=stored.meeting).order_by("position"))
    Action.objects.filter(meeting=stored.meeting).update(position=F("position") + OUT_OF_THE_WAY)
    again = _same_actions(old, stored.record["actions"])
    made = _made(stored)
    for position, (row, _) in enumerate(made):
        if position in again:
            _take_over(row, again[position])
    _drop_lost([one for one in old if one not in again.values()], after=len(made))
    Action.objects.bulk_create([row for row, _ in made if row.pk is None])
    ActionOwner.objects.filter(action__meeting=stored.meeting).delete()
    ActionDue.objects.filter(action__meeting=stored.meeting).delete()
    _write_owners_and_dues(made)
    _replace_updates(stored)
    write(Commitment, [(stored, rows.commitment_rows(stored))], again=True)
    return [row for row, _ in made]


def _made(stored: StoredMeeting) -> list[tuple[Action, ActionLine]]:
    return list(zip(rows.action_rows(stored), stored.record["actions"], strict=True))


def _write_owners_and_dues(made: Sequence[tuple[Action, ActionLine]]) -> None:
    ActionOwner.objects.bulk_create([owner for row, line in made for owner in rows.owner_rows(row, line)])
    ActionDue.objects.bulk_create([due for row, line in made for due in rows.due_rows(row, line)])


def _same_actions(old: Sequence[Action], lines: Sequence[ActionLine]) -> dict[int, Action]:
    """Which of the new lines (by index) is which old action: the same place first, then the likest words."""
    found: dict[int, Action] = {}
    left = list(old)
    for position, line in enumerate(lines):
        same = next((one for one in left if _same_place(one.source, line["source"])), None)
        if same is not None:
            found[position] = same
            left.remove(same)
    pairs = sorted(
        ((fuzz.ratio(one.text, line["text"]), -position, -one.position, one)
         for position, line in enumerate(lines) if position not in found for one in left),
        key=lambda pair: pair[:3], reverse=True,
    )  # fmt: skip
    for likeness, position, _, one in pairs:
        if likeness >= SAME_ACTION and -position not in found and one not in found.values():
            found[-position] = one
    return found


def _same_place(one: list[dict[str, Any]], other: Sequence[Any]) -> bool:
    if not one or not other or one[0]["end"] <= one[0]["start"]:
        return False
    return (one[0]["start"], one[-1]["end"]) == (other[0]["start"], other[-1]["end"])


def _take_over(row: Action, before: Action) -> None:
    """The new reading under the old id and number."""
    row.pk, row.number = before.pk, before.number
    for name in ("state", "due", "first_due", "overdue_from", "lapses_from", "silent_from", "last_mentioned"):
        setattr(row, name, getattr(before, name))
    row.ended = before.ended
    row.save(force_update=True)


def _drop_lost(lost: Sequence[Action], *, after: int) -> None:
    position = after
    for action in lost:
        if action.updates.filter(link=ActionUpdate.Link.ACCEPTED).exists():
            Action.objects.filter(pk=action.pk).update(position=position, entry=None, item=None)
            position += 1
        else:
            action.delete()


def _replace_updates(stored: StoredMeeting) -> None:
    """The new updates; what a person decided about one holds where it says the same of the same action."""
    decided = {
        (one.action_text, one.text): one
        for one in ActionUpdate.objects.filter(meeting=stored.meeting).exclude(decided_at=None)
    }
    made = rows.update_rows(stored)
    for row in made:
        before = decided.get((row.action_text, row.text))
        if before is not None:
            for name in ("action_id", "score", "why", "link", "decided_at", "decided_by_id"):
                setattr(row, name, getattr(before, name))
    write(ActionUpdate, [(stored, made)], again=True)
