"""Actions of minutes that are still being written: in the register at once, in step with the typed lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F
from rapidfuzz import fuzz

from answerable.accounts.models import User
from answerable.actions import rows
from answerable.actions.models import Action, ActionDue, ActionOwner
from answerable.actions.operations.living import renew_lives
from answerable.actions.operations.owning import name_owners_of
from answerable.actions.operations.settling import number_actions
from answerable.actions.operations.storing import OUT_OF_THE_WAY, SAME_ACTION, was_dealt_with
from answerable.core.minutes.record import Due
from answerable.meetings.models import Meeting
from answerable.meetings.rows import as_date
from answerable.meetings.writing import insert


@dataclass(frozen=True, slots=True)
class DraftAction:
    """An action as a typed line gives it; ``typed_as`` names the line and the place in it, and stays."""

    typed_as: str
    item_id: int
    text: str
    owners: Sequence[str] = ()
    due: Sequence[Due] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of it: the ids of actions that were given anew, and how many went."""

    new: tuple[int, ...] = ()
    gone: int = 0


@transaction.atomic
def draft_actions(*, meeting: Meeting, lines: Sequence[DraftAction], by: User, at: datetime) -> Drafted:
    """Make the drafts of a meeting equal to ``lines``, in their order. Part of a larger write.

    An action keeps its number while its line stands, whatever it says, and when its words move to another
    line. One whose line is gone goes, unless a person has tied an update to it.
    """
    held = list(meeting.actions.order_by("position").prefetch_related("owners", "dues"))
    again = _held_again(held, lines)
    kept = {one.pk for one in again.values()}
    gone = [one for one in held if one.pk not in kept and one.draft]
    stay = [one for one in gone if was_dealt_with(one)]
    Action.objects.filter(pk__in=[one.pk for one in gone if one not in stay]).delete()
    others = [one for one in held if one.pk not in kept and not one.draft]
    _make_room(meeting, again, [*stay, *others], len(lines))
    changed = [_write(meeting, position, line, again.get(position)) for position, line in enumerate(lines)]
    written = [action for action in changed if action is not None]
    if written:
        _settle(meeting, [one.pk for one in written])
    new = tuple(one.pk for one in written if one.pk not in kept)
    return Drafted(new, len(gone) - len(stay))


def _held_again(held: Sequence[Action], lines: Sequence[DraftAction]) -> dict[int, Action]:
    """Which line (by index) gives which action that is there: of the same line, else of the likest words."""
    by_line = {one.typed_as: one for one in held if one.typed_as}
    found = {at: by_line[line.typed_as] for at, line in enumerate(lines) if line.typed_as in by_line}
    taken = {one.pk for one in found.values()}
    left = [one for one in held if one.pk not in taken]
    pairs = sorted(
        ((fuzz.ratio(one.text, line.text), -at, -one.position, one)
         for at, line in enumerate(lines) if at not in found for one in left),
        key=lambda pair: pair[:3], reverse=True,
    )  # fmt: skip
    for likeness, at, _, one in pairs:
        if likeness >= SAME_ACTION and -at not in found and one.pk not in taken:
            found[-at] = one
            taken.add(one.pk)
    return found


def _make_room(meeting: Meeting, again: Mapping[int, Action], rest: Iterable[Action], count: int) -> None:
    """Put what stays into its places: first those that lines give, then the others."""
    places = {one.pk: at for at, one in again.items()}
    places |= {one.pk: count + at for at, one in enumerate(rest)}
    held = {one.pk: one.position for one in [*again.values(), *rest]}
    moved = {key: place for key, place in places.items() if held[key] != place}
    if not moved:
        return
    meeting.actions.filter(pk__in=moved).update(position=F("position") + OUT_OF_THE_WAY)
    for key, place in moved.items():
        Action.objects.filter(pk=key).update(position=place)


def _write(meeting: Meeting, position: int, line: DraftAction, held: Action | None) -> Action | None:
    """The action with its owners and dues as the line gives them; None where nothing changed."""
    values = {
        "item_id": line.item_id, "text": line.text, "typed_as": line.typed_as,
        "owners_printed": ", ".join(line.owners), "given": meeting.date,
    }  # fmt: skip
    if held is None:
        action = Action.objects.create(
            office_id=meeting.office_id, forum_id=meeting.forum_id, meeting=meeting, position=position,
            draft=True, restricted=True, **values,
        )  # fmt: skip
    else:
        action = held
        same = all(getattr(action, name) == value for name, value in values.items())
        if same and told_by(action) == told_in(line):
            return None
        Action.objects.filter(pk=action.pk).update(**values)
    _write_owners_and_dues(action, line)
    return action


def told_by(action: Action) -> tuple[object, ...]:
    """What the register says of an action: to be the same as ``told_in`` its line."""
    dues = [(one.text, one.date.isoformat() if one.date else None) for one in action.dues.all()]
    return action.text, [one.printed for one in action.owners.all()], dues


def told_in(line: DraftAction) -> tuple[object, ...]:
    owners = [one[: rows.OWNER_LENGTH] for one in line.owners]
    return line.text, owners, [(one["text"], one["date"]) for one in line.due]


def _write_owners_and_dues(action: Action, line: DraftAction) -> None:
    ActionOwner.objects.filter(action_id=action.pk).delete()
    ActionDue.objects.filter(action_id=action.pk).delete()
    owners = [(action.pk, at, one[: rows.OWNER_LENGTH]) for at, one in enumerate(line.owners)]
    insert(ActionOwner, rows.OWNER, owners)
    dues = [
        (action.pk, at, one["text"], as_date(one["date"]), one["precision"])
        for at, one in enumerate(line.due)
    ]
    insert(ActionDue, rows.DUE, dues)


def _settle(meeting: Meeting, keys: Sequence[int]) -> None:
    actions = Action.objects.filter(pk__in=keys)
    name_owners_of(meeting.office, actions, meeting.date)
    renew_lives(meeting.office_id, actions)
    number_actions(meeting.office)
