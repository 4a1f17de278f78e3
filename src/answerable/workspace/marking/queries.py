"""What can be marked, and what is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from answerable.accounts.marked import Marked
from answerable.core.permissions.markings import Marking
from answerable.documents.models import Document
from answerable.documents.seen import documents_seen_by
from answerable.measures.models import Measure
from answerable.meetings.models import Entry, Figure, Item, Meeting
from answerable.workspace.here import Here

MOST = 500  # restricted parts of one kind that are listed


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that can be marked, its name in a sentence, and its words."""

    rows: type[Marked]
    name: str
    words: Callable[[Any], str]


KINDS = {
    "item": Kind(Item, "agenda item", str),
    "entry": Kind(Entry, "line of the minutes", lambda row: row.text),
    "figure": Kind(Figure, "figure", lambda row: row.text),
    "document": Kind(Document, "document", lambda row: row.name),
    "measure": Kind(Measure, "measure", lambda row: row.name),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the record that can be marked; ``meeting`` is None for a document that belongs to none."""

    key: str
    kind: Kind
    row: Any
    meeting: Meeting | None

    @property
    def words(self) -> str:
        return self.kind.words(self.row)

    @property
    def href(self) -> str:
        """Where it stands."""
        if self.key == "measure":
            return reverse("measure", args=[self.row.pk])
        if self.meeting is None:
            return reverse("front")
        page = reverse("meeting", args=[self.meeting.pk])
        if self.key == "entry":
            return f"{page}?at={self.row.position}#entry-{self.row.position}"
        return f"{page}?item={self.row.position + 1}#item-{self.row.position}" if self.key == "item" else page


def part_at(here: Here, key: str, number: int) -> Part:
    """Raises Http404."""
    if key not in KINDS:
        raise Http404("Nothing of this kind can be restricted.")
    kind = KINDS[key]
    row = _rows(here, key).filter(pk=number).first()
    if row is None:
        raise Http404("There is no such part of the record.")
    return Part(key, kind, row, _meeting(row))


def restricted_parts(here: Here) -> list[tuple[str, list[Part]]]:
    """All that people restricted, by kind, the newest meeting first. A query for each kind."""
    found = []
    for key, kind in KINDS.items():
        rows = _rows(here, key).filter(marking=Marking.RESTRICTED)
        order = ["-pk"] if key in ("document", "measure") else ["-meeting__date", "position"]
        found.append(
            (kind.name, [Part(key, kind, row, _meeting(row)) for row in rows.order_by(*order)[:MOST]])
        )
    return [(name, parts) for name, parts in found if parts]


def _rows(here: Here, key: str) -> QuerySet[Any]:
    """The office's rows of a kind, each with its meeting."""
    rows: QuerySet[Any] = KINDS[key].rows._default_manager.all()
    if key == "measure":
        return rows.filter(office_id=here.office_id)
    if key == "document":
        documents = documents_seen_by(here.actor, rows.filter(office_id=here.office_id))
        return documents.defer("text").prefetch_related("meetings__forum")
    return rows.filter(meeting__office_id=here.office_id).select_related("meeting__forum")


def _meeting(row: Any) -> Meeting | None:
    if isinstance(row, Document):
        return next(iter(row.meetings.all()), None)
    return None if isinstance(row, Measure) else row.meeting
