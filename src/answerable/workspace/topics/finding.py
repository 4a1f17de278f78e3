"""Places that a topic can be tied to: what a search finds, and what a form chose."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.core.permissions.markings import Marking
from answerable.meetings.models import Entry, Item
from answerable.meetings.operations import Place
from answerable.search.queries import Filters, search
from answerable.web.address import Asked
from answerable.workspace.here import Here

MOST_FOUND = 30  # on a form: somebody reads each before it is chosen
_CODE = re.compile(r"(entry|item)-(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Findable:
    """A line of the minutes or an item; ``code`` is its value in a form."""

    code: str
    row: Entry | Item
    text: str
    on: dt.date
    where: str

    @property
    def restricted(self) -> bool:
        return self.row.restricted

    @property
    def about(self) -> Entry | Item:
        return self.row


def found(here: Here, words: str, typed: Asked | None = None) -> list[Findable]:
    """What the search finds, the best first; before that the line or item that an address names."""
    named = [f"{kind}-{typed.values.get(kind, '')}" for kind in ("entry", "item")] if typed else []
    markings = [] if here.actor.sees_restricted else [Marking.OPEN]
    filters = Filters(office_id=here.office_id, kinds=["entry", "item"], markings=markings)
    hits = search(words, filters, size=MOST_FOUND).hits if words else ()
    return findables(here, [*named, *(f"{hit.kind}-{hit.object_id}" for hit in hits)])


def findables(here: Here, codes: Iterable[str]) -> list[Findable]:
    """Lines and items by their codes, those that may be seen, in that order. Two queries."""
    keys: dict[str, list[int]] = {"entry": [], "item": []}
    wanted = [match for code in codes if (match := _CODE.fullmatch(code))]
    for match in wanted:
        keys[match[1]].append(int(match[2]))
    known = {f"entry-{one.pk}": _line(one) for one in _entries(here, keys["entry"])}
    known |= {f"item-{one.pk}": _item(one) for one in _items(here, keys["item"])}
    return [known[code] for code in dict.fromkeys(match[0] for match in wanted) if code in known]


def places_in(here: Here, codes: Sequence[str]) -> list[Place]:
    """The places that a form chose, as far as the person may see them."""
    return [_place(one.row) for one in findables(here, codes)]


def _place(row: Entry | Item) -> Place:
    if isinstance(row, Item):
        return Place(row.meeting_id, row.pk, None)
    return Place(row.meeting_id, row.item_id, row.pk)


def _entries(here: Here, keys: list[int]) -> list[Entry]:
    rows = Entry.objects.filter(pk__in=keys, meeting__office_id=here.office_id)
    return list(here.sees(rows).select_related("meeting__forum", "item"))


def _items(here: Here, keys: list[int]) -> list[Item]:
    rows = Item.objects.filter(pk__in=keys, meeting__office_id=here.office_id)
    return list(here.sees(rows).select_related("meeting__forum"))


def _line(one: Entry) -> Findable:
    where = f"{one.meeting.forum}{f', {one.item}' if one.item else ''}"
    return Findable(f"entry-{one.pk}", one, one.text, one.meeting.date, where)


def _item(one: Item) -> Findable:
    return Findable(f"item-{one.pk}", one, f"All of item {one}", one.meeting.date, str(one.meeting.forum))
