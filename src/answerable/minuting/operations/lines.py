"""Lines typed, changed, moved and taken out while minutes are written."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.live.states import why_not_typed
from answerable.core.live.words import KIND_NAMES
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item, Meeting
from answerable.minuting.models import Line, LineText
from answerable.minuting.operations.reading import read_again
from answerable.minuting.queries import line_version
from answerable.offices.operations import hold_office

RETYPING = timedelta(minutes=5)
"""Who changes their own line within this time is still typing: the text before is not kept."""

LIKE_THE_GRAMMAR = "as it is read"


@transaction.atomic
def add_lines(
    *,
    item: Item,
    texts: Sequence[str],
    keys: Sequence[uuid.UUID] = (),
    after: Line | None = None,
    kind: str = "",
    about: Action | None = None,
    status: str = "",
    by: User,
    at: datetime,
) -> list[Line]:
    """Type lines under an item: at its end, or behind the line ``after``.

    ``keys`` are made by whoever typed them: a line that is sent again is the same line, and says what it
    says now. Raises Refusal.
    """
    meeting = writable(item.meeting)
    made = write_lines(
        item=item, texts=texts, keys=keys, after=after, kind=kind, about=about, status=status, by=by, at=at
    )
    read_again(meeting=meeting, items=[item.pk], by=by, at=at)
    _record("add_lines", meeting, f"Typed {_counted(len(made))} under {_called(item)}", by=by, at=at)
    return made


@transaction.atomic
def change_line(
    *, line: Line, values: dict[str, Any], seen: str | None = None, by: User, at: datetime
) -> Line:
    """Change what a line says: ``values`` of text, kind, speakers, about_id, status.

    ``seen`` is the version that the person was shown. Raises Clash, Gone, Refusal.
    """
    meeting = writable(line.meeting)
    held = held_line(line)
    if all(getattr(held, name) == value for name, value in values.items()):
        return held
    if seen and line_version(held) != seen:
        raise clash_of(held, values)
    write_line(line=held, values=values, by=by, at=at)
    read_again(meeting=meeting, items=[held.item_id], by=by, at=at)
    _record("change_line", meeting, f"Changed a line under {_called(held.item)}", by=by, at=at, line=held)
    return held


@transaction.atomic
def keep_typed(*, line: Line, text: str, by: User, at: datetime) -> None:
    """Keep what somebody typed who then left the other's words standing."""
    hold_office(line.meeting.office_id)
    LineText.objects.create(line=line, text=text, kind="", at=at, by=by)
    _record("keep_typed", line.meeting, "Kept what was typed beside a line", by=by, at=at, line=line)


@transaction.atomic
def remove_line(*, line: Line, seen: str | None = None, by: User, at: datetime) -> None:
    """Take a line out; it stays in the database and can be put back. Raises Clash, Gone, Refusal."""
    meeting = writable(line.meeting)
    held = held_line(line)
    if seen and line_version(held) != seen:
        raise clash_of(held, {"removed_at": at})
    held.removed_at, held.changed_at, held.changed_by = at, at, by
    held.save(update_fields=["removed_at", "changed_at", "changed_by"])
    read_again(meeting=meeting, items=[held.item_id], by=by, at=at)
    _record("remove_line", meeting, f"Took a line out under {_called(held.item)}", by=by, at=at, line=held)


@transaction.atomic
def restore_line(*, line: Line, by: User, at: datetime) -> Line:
    """Put a line back where it was. Raises Refusal."""
    meeting = writable(line.meeting)
    held = Line.objects.select_related("item").get(pk=line.pk)
    if held.removed_at is None:
        raise Refusal("This line stands in the minutes already.")
    held.removed_at, held.changed_at, held.changed_by = None, at, by
    held.save(update_fields=["removed_at", "changed_at", "changed_by"])
    read_again(meeting=meeting, items=[held.item_id], by=by, at=at)
    _record("restore_line", meeting, f"Put a line back under {_called(held.item)}", by=by, at=at, line=held)
    return held


@transaction.atomic
def move_line(*, line: Line, item: Item, after: Line | None = None, by: User, at: datetime) -> Line:
    """Put a line under another item or in another place: first, or behind ``after``. Raises Gone, Refusal."""
    meeting = writable(line.meeting)
    held = held_line(line)
    if item.meeting_id != held.meeting_id or (after and after.meeting_id != held.meeting_id):
        raise Refusal("A line can only be moved within its meeting.")
    was = held.item_id
    held.position = _room(item, 1, after) if after else _room_first(item)
    held.item, held.changed_at, held.changed_by = item, at, by
    held.save(update_fields=["position", "item", "changed_at", "changed_by"])
    read_again(meeting=meeting, items={was, item.pk}, by=by, at=at)
    _record("move_line", meeting, f"Moved a line to {_called(item)}", by=by, at=at, line=held)
    return held


def write_lines(
    *,
    item: Item,
    texts: Sequence[str],
    keys: Sequence[uuid.UUID] = (),
    after: Line | None = None,
    kind: str = "",
    about: Action | None = None,
    status: str = "",
    by: User,
    at: datetime,
) -> list[Line]:
    """Lines under an item, see ``add_lines``. Part of a larger write, which reads them."""
    if not texts:
        raise Refusal("Type something: a line has words.")
    named = [*keys, *(uuid.uuid4() for _ in texts[len(keys) :])][: len(texts)]
    there = {one.key: one for one in Line.objects.filter(meeting_id=item.meeting_id, key__in=named)}
    position = _room(item, len(texts), after)
    new = [
        Line(
            meeting_id=item.meeting_id, item=item, position=position + at_, key=key, text=text, kind=kind,
            about=about, status=status, made_at=at, made_by=by, changed_at=at, changed_by=by,
        )
        for at_, (key, text) in enumerate(zip(named, texts, strict=True)) if key not in there
    ]  # fmt: skip
    Line.objects.bulk_create(new)
    for key, text in zip(named, texts, strict=True):
        if key in there:
            write_line(line=there[key], values={"text": text}, by=by, at=at)
    made = {one.key: one for one in new} | there
    return [made[key] for key in named]


def write_line(*, line: Line, values: dict[str, Any], by: User, at: datetime) -> None:
    """Change a line and keep what it said. Part of a larger write, which reads it."""
    if line.changed_by_id != by.pk or at - line.changed_at > RETYPING:
        LineText.objects.create(
            line=line, text=line.text, kind=line.kind, at=line.changed_at, by_id=line.changed_by_id
        )
    for name, value in values.items():
        setattr(line, name, value)
    line.changed_at, line.changed_by = at, by
    line.save(update_fields=[*values, "changed_at", "changed_by"])


def writable(meeting: Meeting) -> Meeting:
    """The meeting as it is by now, into which nobody else types meanwhile. Raises Refusal."""
    hold_office(meeting.office_id)
    held = Meeting.objects.select_related("forum", "office").get(pk=meeting.pk)
    reason = why_not_typed(held.state, held.minutes_state)
    if reason:
        raise Refusal(reason)
    return held


def held_line(line: Line) -> Line:
    """The line as it is by now. Raises Gone."""
    held = Line.objects.select_related("item", "changed_by").filter(pk=line.pk, removed_at=None).first()
    if held is None:
        raise Gone("this line")
    return held


def clash_of(held: Line, values: dict[str, Any]) -> Clash:
    """Both texts, to choose from."""
    choices = [Choice("text", "The line", held.text, values.get("text", held.text), shape="long")]
    kinds = {"": LIKE_THE_GRAMMAR} | {str(kind): name for kind, name in KIND_NAMES.items()}
    if "kind" in values and values["kind"] != held.kind:
        choices.append(Choice("kind", "What it is", held.kind, values["kind"], shape="choice", options=kinds))
    if "speakers" in values and values["speakers"] != held.speakers:
        choices.append(Choice("who", "Who", _names(held.speakers), _names(values["speakers"]), shape="text"))
    if "removed_at" in values:
        choices = [Choice("remove", "The line", held.text, "Taken out")]
    who = held.changed_by.name
    return Clash("this line", choices, who=who, at=held.changed_at, version=line_version(held))


def _names(speakers: list[str] | None) -> str:
    return ", ".join(speakers or [])


def _room(item: Item, count: int, after: Line | None) -> int:
    """The first of so many free places at the end of an item, or behind a line of it."""
    if after is None or after.item_id != item.pk:
        last = item.lines.aggregate(last=Max("position"))["last"]
        return 0 if last is None else last + 1
    item.lines.filter(position__gt=after.position).update(position=F("position") + count)
    return after.position + 1


def _room_first(item: Item) -> int:
    item.lines.update(position=F("position") + 1)
    return 0


def _called(item: Item) -> str:
    """An item in a sentence of the trail, without its words."""
    return f"item {item.number}" if item.number else f"the item in place {item.position + 1}"


def _counted(count: int) -> str:
    return "a line" if count == 1 else f"{count} lines"


def _record(
    what: str, meeting: Meeting, said: str, *, by: User, at: datetime, line: Line | None = None
) -> None:
    audit.record(
        by=by, at=at, operation=f"minuting.{what}", summary=f"{said} of {meeting}.",
        about=[meeting, *([line] if line else [])], office_id=meeting.office_id,
    )  # fmt: skip
