"""Minutes that came as a file become those of the meeting that was planned for their day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import count

from answerable.accounts.models import User
from answerable.intake.operations.storing import store_again
from answerable.meetings.models import Item, Meeting
from answerable.meetings.operations import meet_deadline
from answerable.meetings.rows import NewMeeting, StoredMeeting


def fill_planned(meeting: Meeting, new: NewMeeting, *, by: User, at: datetime) -> StoredMeeting:
    """Lay a record in a planned meeting, which keeps its theme, its moves and its papers.

    An item of its agenda that the minutes have under the same title stays itself, with what points to it;
    the others are in the agenda as it was sent out. Its kind is the plan's where the minutes name none.
    Part of a larger write.
    """
    kind = meeting.kind
    _lay_beside(meeting, [line["title"] for line in new.record["items"]])
    stored = store_again(meeting, new, by=by, at=at)
    if kind and not meeting.kind:
        meeting.kind = kind
        meeting.save(update_fields=["kind"])
    meet_deadline(meeting=meeting, kind="minutes", by=by, at=at)
    return stored


def _lay_beside(meeting: Meeting, titles: Sequence[str]) -> None:
    """Number the items of an agenda so that each stands in the place of its title in the minutes."""
    items = list(meeting.items.order_by("position"))
    if not items:
        return
    left = {at: _folded(title) for at, title in enumerate(titles)}
    behind, places = count(len(titles)), []
    for item in items:
        at = next((at for at, title in left.items() if title == _folded(item.title)), None)
        places.append(next(behind) if at is None else at)
        left.pop(places[-1], None)
    far = max([*places, items[-1].position]) + 1
    _put(items, range(far, far + len(items)))  # out of each other's way first: a place is taken once
    _put(items, places)


def _put(items: Sequence[Item], places: Sequence[int]) -> None:
    for item, place in zip(items, places, strict=True):
        item.position = place
    Item.objects.bulk_update(items, ["position"])


def _folded(title: str) -> str:
    return " ".join(title.casefold().split()).strip(" .:")
