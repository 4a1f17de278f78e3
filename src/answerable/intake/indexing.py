"""What of a meeting can be found by search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from answerable.core.full_text.terms import clean
from answerable.meetings.rows import StoredMeeting
from answerable.offices.models import Office
from answerable.search.models import SearchRow
from answerable.search.operations import Row, index_rows, remove_rows

MAX_OPENING_WORDS = 5


def rows_of(stored: StoredMeeting, actions: Sequence[int]) -> Iterator[Row]:
    """A row for the meeting, each item, each entry that is not an action, and each action (by id).

    A line is found by its own words, not by its heading's, which has a row of its own.
    """
    meeting = stored.meeting
    row = partial(
        Row, office_id=meeting.office_id, meeting_id=meeting.pk, forum_id=meeting.forum_id, date=meeting.date
    )
    said = " ".join(filter(None, [meeting.venue, meeting.chair, meeting.minutes_by]))
    yield row(kind="meeting", object_id=meeting.pk, title=meeting.title or str(meeting), text=said)
    for at, (key, item) in enumerate(zip(stored.items, stored.record["items"], strict=True)):
        yield row(kind="item", object_id=key, title=item["title"], text="", anchor=f"item-{at}")
    for at, (key, entry) in enumerate(zip(stored.entries, stored.record["entries"], strict=True)):
        if entry["kind"] != "action" and not _only_announces(entry["text"]):
            yield row(kind="entry", object_id=key, title="", text=entry["text"], anchor=f"entry-{at}")
    for key, action in zip(actions, stored.record["actions"], strict=True):
        yield row(
            kind="action", object_id=key, title="", text=action["text"], anchor=f"entry-{action['entry']}"
        )


def _only_announces(text: str) -> bool:
    """ "Update:", "The DCC replied:": nobody looks for a line that only opens the next."""
    return text.endswith(":") and len(text.split()) <= MAX_OPENING_WORDS


def index_again(kind: str, office: Office, rows: Iterable[Row]) -> None:
    """Make all of one kind that no meeting holds, people or topics, equal to ``rows``; write what differs."""
    wanted = {row.object_id: row for row in rows}
    # Ids are above 0: said, so that SQLite goes by the index of kinds and not through all of an office.
    of_kind = SearchRow.objects.filter(kind=kind, object_id__gt=0, office=office)
    held = of_kind.values_list("object_id", "title", "text")
    known = {key: words for key, *words in held}
    remove_rows(kind=kind, object_ids=known.keys() - wanted.keys())
    index_rows(
        row for key, row in wanted.items() if known.get(key) != list(map(clean, (row.title, row.text)))
    )
