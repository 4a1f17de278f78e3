"""Actions, updates and commitments of a record: stored, and put in the place of an earlier reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from rapidfuzz import fuzz

from answerable.accounts.models import User
from answerable.actions import rows
from answerable.actions.models import Action, ActionDue, ActionOwner, ActionUpdate, Commitment
from answerable.actions.operations.promises_again import replace_promises, same_place
from answerable.actions.queries import CLOSURES
from answerable.core.minutes.record import Action as ActionLine
from answerable.core.minutes.record import MeetingRecord
from answerable.meetings.models import Meeting
from answerable.meetings.operations import row_ids, write
from answerable.meetings.rows import PLACED, Row, StoredMeeting
from answerable.meetings.writing import insert

SAME_ACTION = 80
"""Likeness (0 to 100) of wordings at which an action that was read again is the one that was there."""

OUT_OF_THE_WAY = 1_000_000
"""Added to the positions of old rows while new ones take their places: no minutes have so many actions."""


@transaction.atomic
def add_actions(*, stored: Sequence[StoredMeeting], by: User, at: datetime) -> dict[int, list[int]]:
    """The actions, updates and commitments of meetings just stored; the ids of each meeting's actions.

    Part of a larger write.
    """
    insert(Action, rows.ACTION, (row for one in stored for row in rows.action_rows(one)))
    ids = row_ids(Action, stored)
    _write_owners_and_dues(stored, ids)
    insert(ActionUpdate, rows.UPDATE, (row for one in stored for row in rows.update_rows(one)))
    insert(Commitment, rows.COMMITMENT, (row for one in stored for row in rows.commitment_rows(one)))
    return ids


@transaction.atomic
def replace_actions(*, stored: StoredMeeting, by: User, at: datetime) -> dict[int, list[int]]:
    """Put the actions of another reading in the place of those held; their ids. Part of a larger write.

    An action that is there again keeps its number and its life, and a decided update its decision. One
    that is not there any more goes, unless people have dealt with it: then it stays, without an entry.
    """
    held = Action.objects.filter(meeting=stored.meeting)
    old = list(held.order_by("position"))
    held.update(position=F("position") + OUT_OF_THE_WAY)
    again = _same_actions(old, stored.record["actions"])
    _drop_lost([one for one in old if one not in again.values()], after=len(stored.record["actions"]))
    for position, action in again.items():
        Action.objects.filter(pk=action.pk).update(position=position)
    insert(Action, rows.ACTION, rows.action_rows(stored), over=PLACED)
    ids = {stored.meeting.pk: row_ids(Action, [stored])[stored.meeting.pk][: len(stored.record["actions"])]}
    of_lines = ids[stored.meeting.pk]
    ActionOwner.objects.filter(action__in=of_lines).delete()
    ActionDue.objects.filter(action__in=of_lines).delete()
    _write_owners_and_dues([stored], ids)
    _replace_updates(stored)
    replace_promises(stored)
    return ids


def lost_actions(*, meeting: Meeting, record: MeetingRecord) -> list[Action]:
    """The actions that another reading of a meeting does not have and that stay all the same."""
    old = list(meeting.actions.order_by("position"))
    again = _same_actions(old, record["actions"])
    return [one for one in old if one not in again.values() and was_dealt_with(one)]


def _write_owners_and_dues(stored: Sequence[StoredMeeting], ids: Mapping[int, Sequence[int]]) -> None:
    made = [
        (key, line)
        for one in stored
        for key, line in zip(ids[one.meeting.pk], one.record["actions"], strict=True)
    ]
    insert(ActionOwner, rows.OWNER, (row for key, line in made for row in rows.owner_rows(key, line)))
    insert(ActionDue, rows.DUE, (row for key, line in made for row in rows.due_rows(key, line)))


def _same_actions(old: Sequence[Action], lines: Sequence[ActionLine]) -> dict[int, Action]:
    """Which of the new lines (by index) is which old action: the same place first, then the likest words."""
    found: dict[int, Action] = {}
    left = list(old)
    for position, line in enumerate(lines):
        same = next((one for one in left if same_place(one.source, line["source"])), None)
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


def _drop_lost(lost: Sequence[Action], *, after: int) -> None:
    position = after
    for action in lost:
        if was_dealt_with(action):
            item = action.item_id if action.entry_id is None else None  # one made of a promise has no line
            Action.objects.filter(pk=action.pk).update(position=position, entry=None, item_id=item)
            position += 1
        else:
            action.delete()


def was_dealt_with(action: Action) -> bool:
    """Whether people tied something to it, reported on it or took a step with it: then it stays."""
    accepted = action.updates.filter(link=ActionUpdate.Link.ACCEPTED)
    dealt = (accepted, action.promises, action.steps, action.reports)
    return any(rows.exists() for rows in dealt)


def _replace_updates(stored: StoredMeeting) -> None:
    """The new updates; what a person decided about one holds where it says the same of the same action."""
    decisions = ActionUpdate.objects.filter(meeting=stored.meeting).exclude(decided_at=None)
    names = rows.UPDATE[-len(rows.UNDECIDED) :]
    decided = {
        (text, said): tuple(of) for text, said, *of in decisions.values_list("action_text", "text", *names)
    }
    made: list[Row] = []
    for row in rows.update_rows(stored):
        text, said = row[rows.UPDATE.index("action_text")], row[rows.UPDATE.index("text")]
        made.append((*row[: -len(rows.UNDECIDED)], *decided.get((text, said), rows.UNDECIDED)))
    closed = list(decisions.filter(position__gte=CLOSURES))
    write(ActionUpdate, rows.UPDATE, [(stored, made)], again=True)
    ActionUpdate.objects.bulk_create(closed)
