"""What of a meeting can be found by search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from answerable.actions.models import Action
from answerable.meetings.rows import StoredMeeting
from answerable.search.operations import Row


def rows_of(stored: StoredMeeting, actions: Sequence[Action]) -> Iterator[Row]:
    """A row for the meeting, each item, each entry that is not an action, and each action."""
    meeting = stored.meeting
    row = partial(
        Row, office_id=meeting.office_id, meeting_id=meeting.pk, forum_id=meeting.forum_id, date=meeting.date
    )
    said = " ".join(filter(None, [meeting.venue, meeting.chair, meeting.minutes_by]))
    yield row(kind="meeting", object_id=meeting.pk, title=meeting.title or str(meeting), text=said)
    for item in stored.items:
        yield row(kind="item", object_id=item.pk, title=item.title, text="", anchor=f"item-{item.position}")
    for entry in stored.entries:
        if entry.kind not in ("action", "heading"):
            yield row(
                kind="entry", object_id=entry.pk, title=entry.heading or "", text=entry.text,
                anchor=f"entry-{entry.position}",
            )  # fmt: skip
    for action in actions:
        yield row(
            kind="action", object_id=action.pk, title=action.heading or "", text=action.text,
            anchor=f"action-{action.position}",
        )  # fmt: skip
