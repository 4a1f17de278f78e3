"""What has a source, and where it stands in its original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import Http404

from answerable.accounts.marked import Restrictable
from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Attendance, Entry, Figure, Item, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.here import Here

Place = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that has a source: its rows, its name in a sentence, and its words as read."""

    rows: type[Model]
    name: str
    words: Callable[[Any], str]
    field: str = "source"


KINDS = {
    "entry": Kind(Entry, "a line of the minutes", lambda row: row.text),
    "action": Kind(Action, "an action", lambda row: row.text),
    "owners": Kind(Action, "the owners of an action", lambda row: row.owners_printed, "owners_source"),
    "update": Kind(ActionUpdate, "an update", lambda row: row.text or row.action_text),
    "promise": Kind(Commitment, "a promise", lambda row: row.text),
    "item": Kind(Item, "an agenda item", str),
    "attendance": Kind(Attendance, "an attendance", lambda row: row.name),
    "figure": Kind(Figure, "a figure", lambda row: row.text),
    "warning": Kind(MeetingWarning, "a doubt of the reader", lambda row: row.message),
    "meeting": Kind(Meeting, "the head of the minutes", lambda row: row.title),
}


UNSENT = Q(meeting__state="planned") | Q(meeting__minutes_state__in=["draft", "checked", "agreed"])
"""Of an item that is on an agenda only: it is read where agendas are, as they were sent out."""


@dataclass(frozen=True, slots=True)
class Source:
    """A row with its places; ``meeting`` is the one whose minutes they stand in, with its document."""

    kind: Kind
    row: Any
    meeting: Meeting
    places: list[Place]


def source_of(here: Here, kind: str, key: int) -> Source:
    """Two queries at most. Raises Http404."""
    if kind not in KINDS:
        raise Http404("There is no such kind of source.")
    known = KINDS[kind]
    prefix = "" if known.rows is Meeting else "meeting__"
    rows: QuerySet[Any] = known.rows._default_manager.filter(pk=key, **{f"{prefix}office_id": here.office_id})
    if issubclass(known.rows, Restrictable):
        rows = here.sees(rows)
    if known.rows is Item and not here.actor.may(Permission.READ_DRAFTS):
        rows = rows.exclude(~Q(origin=Item.Origin.READ) & UNSENT)
    row = rows.select_related(f"{prefix}forum", f"{prefix}document").first()
    if row is None:
        raise Http404("There is no such line.")
    meeting = row if known.rows is Meeting else row.meeting
    return Source(known, row, meeting, list(getattr(row, known.field)))
