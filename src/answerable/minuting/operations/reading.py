"""What the grammar makes of the lines, kept with them, and the actions in them kept in the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import cast

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.operations import DraftAction, Drafted, draft_actions
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
    return keep_drafts(meeting=meeting, by=by, at=at)


@transaction.atomic
def keep_drafts(*, meeting: Meeting, by: User, at: datetime) -> Drafted:
    """Make the draft actions equal to those in the lines. Part of a larger write."""
    lines = list(_drafts(meeting))
    if not lines and not meeting.actions.filter(draft=True).exists():
        return Drafted()
    return draft_actions(meeting=meeting, lines=lines, by=by, at=at)


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


def _drafts(meeting: Meeting) -> Iterator[DraftAction]:
    for key, item, read in standing_lines(meeting).values_list("key", "item_id", "read"):
        pieces: list[Piece] = read
        actions = [piece for piece in pieces if piece["kind"] == "action"]
        for n, piece in enumerate(actions):
            yield DraftAction(f"{key}:{n}", item, piece["text"], piece["owners"], piece["due"])
