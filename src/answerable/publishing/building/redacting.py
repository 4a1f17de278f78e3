"""Which redactions hold for which line of a meeting, and what the public reads of all that is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from answerable.core.permissions.markings import Why
from answerable.core.publication.redaction import Category, Redaction, derived, marker, redacted, stands_in
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.publishing.closed import with_those_under
from answerable.publishing.models import Redaction as Row

CATEGORY_OF = {
    Why.OPERATIONAL: Category.OPERATIONAL,
    Why.PERSONAL: Category.PERSONAL,
    Why.COMMERCIAL: Category.EXEMPTION,
    Why.LEGAL: Category.EXEMPTION,
}
"""What the public is told of a restricted part; of any other reason that it is exempt."""


def category_of(why: str) -> str:
    return str(CATEGORY_OF.get(Why(why), Category.EXEMPTION)) if why else str(Category.EXEMPTION)


@dataclass(slots=True)
class Redacting:
    """``everywhere`` holds in the whole meeting, ``entries`` (words of a line) by the line's key.

    ``closed`` and ``items`` are whole lines and items, with the category that the public is told; restricted
    ones are among them. ``lines`` are the texts of lines that have words left out, ``closed_lines`` of
    those that go whole.
    """

    everywhere: list[Redaction] = field(default_factory=list)
    entries: dict[int, list[Redaction]] = field(default_factory=dict)
    closed: dict[int, str] = field(default_factory=dict)
    items: dict[int, str] = field(default_factory=dict)
    lines: dict[int, str] = field(default_factory=dict)
    items_of: dict[int, int] = field(default_factory=dict)
    closed_lines: list[str] = field(default_factory=list)

    def text(self, text: str | None, entry: int | None = None) -> str:
        """What the public reads of a text that is made of that entry."""
        if entry in self.closed:
            return marker(Category(self.closed[entry or 0]))
        words = self.entries.get(entry or 0, [])
        told = derived(text or "", self.lines.get(entry or 0, ""), words) if words else text or ""
        return redacted(told, self.everywhere)

    def beside(self, text: str | None, entry: int | None) -> str:
        """What the public reads of a text that stands beside a line: its heading, who speaks."""
        return redacted(text or "", [*self.everywhere, *self.entries.get(entry or 0, [])])

    def anywhere(self, text: str | None) -> str:
        """What the public reads of a text of which nobody knows for sure which line it was made of."""
        words = [one for held in self.entries.values() for one in held]
        return redacted(text or "", [*self.everywhere, *words])

    def in_closed(self, text: str) -> bool:
        """Does a text stand in a line that goes whole, or such a line in it?"""
        return any(
            stands_in(one, other)
            for line in self.closed_lines
            for one, other in ((text, line), (line, text))
            if one.strip() and other.strip()
        )

    def made_of(self, text: str | None, entries: Iterable[int]) -> str:
        """What the public reads of a text that was made of several lines in their order."""
        keys = list(entries)
        told = text or ""
        for key in keys:
            told = self.text(told, key)
        return redacted(told, self.everywhere)

    def part(self, text: str, of: str, entry: int | None = None) -> str:
        """A piece of a larger text, an owner or a date: it goes where the larger text has lost it."""
        told = marker(Category(self.closed[entry])) if entry in self.closed else self.beside(text, entry)
        if told == text and text in of and text not in self.text(of, entry):
            return marker(self._category(entry))
        return told

    def under(self, item: int | None, entry: int | None = None) -> bool:
        """Does it go with a whole line or item?"""
        return entry in self.closed or item in self.items or self.items_of.get(entry or 0) in self.items

    def touches(self, text: str, item: int | None) -> bool:
        """Is a text that stands in some line of an item cut by what is left out of the item's lines?"""
        if self.text(text) != text:
            return True
        keys = [key for key in self.lines if item is None or self.items_of.get(key) == item]
        return any(self.text(text, key) != text for key in keys)

    def _category(self, entry: int | None) -> Category:
        return next(
            (one.category for one in self.entries.get(entry or 0, self.everywhere)), Category.PERSONAL
        )

    @property
    def any(self) -> bool:
        return bool(self.everywhere or self.entries or self.items or self.closed)


LOST = (
    "A line or an item that is left out is not in these minutes any more: they were read again. "
    "Look at what is left out, and say anew what is to go."
)


def redacting(meeting: Meeting) -> Redacting:
    """What is left out of a meeting now: redactions, what is restricted. Three queries. Raises Refusal."""
    found = Redacting()
    lines = list(
        meeting.entries.order_by("position").values_list("pk", "item_id", "text", "restricted", "marking_why")
    )
    texts = {key: text for key, _, text, _, _ in lines}
    for row in Row.objects.filter(meeting=meeting, lifted_at=None):
        _take(found, row, texts)
    _items(found, meeting)
    for key, item, text, restricted, why in lines:
        if item:
            found.items_of[key] = item
        if restricted and item not in found.items:
            found.closed.setdefault(key, category_of(why))
        if key in found.entries:
            found.lines[key] = text
        if found.under(item, key):
            found.closed_lines.append(text)
    return found


def _take(found: Redacting, row: Row, texts: Mapping[int, str]) -> None:
    category, entry = Category(row.category), row.entry_id or _again(row, texts)
    if row.what == Row.What.ITEM:
        found.items[_held(row.item_id)] = str(category)
    elif row.what == Row.What.ENTRY:
        found.closed[_held(entry)] = str(category)
    elif entry and row.words:
        found.entries.setdefault(entry, []).append(Redaction(row.words, category))
    elif row.words:
        found.everywhere.append(Redaction(row.words, category))


def _held(key: int | None) -> int:
    if key is None:
        raise Refusal(LOST)
    return key


def _again(row: Row, texts: Mapping[int, str]) -> int | None:
    """The line that a redaction was made of, in a new reading of the minutes."""
    if not row.quote_sha256:
        return None
    return next((key for key, text in texts.items() if quote_of(text) == row.quote_sha256), None)


def quote_of(text: str) -> str:
    """What finds a line again whose row was made anew. It never leaves the working record."""
    return sha256(text.encode()).hexdigest()


def _items(found: Redacting, meeting: Meeting) -> None:
    """Items that go, restricted ones too, and every item under them."""
    rows = list(meeting.items.order_by("position"))
    for row in rows:
        if row.restricted:
            found.items.setdefault(row.pk, category_of(row.marking_why))
    found.items |= {row.pk: said for row, said in with_those_under(rows, found.items)}
