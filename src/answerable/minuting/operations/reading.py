"""What the grammar makes of the lines, kept with them, and the actions in them kept in the register."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import cast

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from answerable.accounts.models import User
from answerable.actions.operations import DraftAction, Drafted, draft_actions
from answerable.actions.operations.drafting import told_by, told_in
from answerable.core.live.lines import Piece, Setting, Typed, read_lines, setting
from answerable.core.minutes.record import ItemKind
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line
from answerable.minuting.queries import attendance_of, roll_of, standing_lines

AT_A_TIME = 200  # lines written in one statement


@transaction.atomic
def read_again(*, meeting: Meeting, items: Collection[int] | None = None, by: User, at: datetime) -> Drafted:
    """Read the lines of these items (None: of all of them) and put the drafts in step.

    Part of a larger write. What a line means can depend on those before and after it, so an item is read
    as a whole; only readings that differ are written.
    """
    lines = standing_lines(meeting).select_related("item")
    if items is not None:
        lines = lines.filter(item_id__in=items)
    by_item: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_item[line.item_id].append(line)
    where = setting_of(meeting)
    changed = [line for some in by_item.values() for line in _read(some, where)]
    Line.objects.bulk_update(changed, ["read"], batch_size=AT_A_TIME)
    if items is not None and _is_in_step(meeting, items, by_item):
        return Drafted()
    return keep_drafts(meeting=meeting, by=by, at=at)


@transaction.atomic
def keep_drafts(*, meeting: Meeting, by: User, at: datetime) -> Drafted:
    """Make the draft actions equal to those in the lines. Part of a larger write."""
    lines = list(_drafts(_lines_with_actions(meeting)))
    if not lines and not meeting.actions.filter(draft=True).exists():
        return Drafted()
    return draft_actions(meeting=meeting, lines=lines, by=by, at=at)


def _is_in_step(meeting: Meeting, items: Collection[int], lines: Mapping[int, Sequence[Line]]) -> bool:
    """Whether the register says of these items what their lines say: most lines are no actions."""
    held = meeting.actions.filter(item_id__in=items).exclude(typed_as="").prefetch_related("owners", "dues")
    said = {one.typed_as: (one.item_id, *told_by(one)) for one in held}
    places = {one.typed_as: one.position for one in held}
    wanted = [
        draft
        for some in lines.values()
        for draft in _drafts((one.key, one.item_id, one.read) for one in some)
    ]
    if {one.typed_as: (one.item_id, *told_in(one)) for one in wanted} != said:
        return False
    order = [places[one.typed_as] for one in wanted]
    return len(items) == 1 and order == sorted(order)


def setting_of(meeting: Meeting) -> Setting:
    """What the grammar must know of a meeting. Two queries."""
    return setting(attendance_of(roll_of(meeting)), meeting.date, next_date(meeting))


def next_date(meeting: Meeting) -> date | None:
    """The day of the next meeting: as minuted, else as planned."""
    if meeting.next_date is not None:
        return meeting.next_date
    later = Meeting.objects.filter(forum_id=meeting.forum_id, date__gt=meeting.date)
    planned = later.exclude(state=Meeting.State.CANCELLED).order_by("date")
    return planned.values_list("date", flat=True).first()


def _read(lines: list[Line], where: Setting) -> Iterator[Line]:
    """The lines of one item whose reading differs from the one that is kept."""
    kind = cast(ItemKind, lines[0].item.kind)
    here = Setting(where.voices, where.date, where.next_date, kind)
    for line, pieces in zip(lines, read_lines([_typed(one) for one in lines], here), strict=True):
        if line.read != pieces:
            line.read = pieces
            yield line


def _typed(line: Line) -> Typed:
    """A line about an earlier action is its update, whatever its words are."""
    speakers = None if line.speakers is None else tuple(line.speakers)
    return Typed(line.text, "update" if line.about_id else line.kind, speakers)


def _lines_with_actions(meeting: Meeting) -> Iterable[tuple[uuid.UUID, int, list[Piece]]]:
    """Key, item and reading of each line that says "action", in the order of the minutes."""
    lines = standing_lines(meeting).annotate(told=Cast("read", TextField()))
    return lines.filter(told__contains='"action"').values_list("key", "item_id", "read")


def _drafts(lines: Iterable[tuple[uuid.UUID, int, list[Piece]]]) -> Iterator[DraftAction]:
    for key, item, pieces in lines:
        actions = [piece for piece in pieces if piece["kind"] == "action"]
        for n, piece in enumerate(actions):
            yield DraftAction(f"{key}:{n}", item, piece["text"], piece["owners"], piece["due"])
