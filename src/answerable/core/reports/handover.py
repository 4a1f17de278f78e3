"""The handover note of a post: all that it owes, for whoever takes it over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.core.minutes.dates import long_date
from answerable.core.minutes.marked_sheet import HOLDS_RESTRICTED, tag
from answerable.core.minutes.sheet import Heading, ListItem, Piece, Sheet, Table, Text

OWED_WIDTHS = (10, 46, 13, 13, 18)
OWED_HEAD = ("Number", "Action and last words", "First due", "Now due", "Stands")

Block = Piece | Table


@dataclass(frozen=True, slots=True)
class Owed:
    """An action that the post owes. ``said`` is the last thing said of it, ``said_on`` when, ``by`` where."""

    key: int
    number: str
    text: str
    forum: str
    given: dt.date
    first_due: dt.date | None
    due: dt.date | None
    stands: str
    said: str = ""
    said_on: dt.date | None = None
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Anything else that the new holder should know of, with the page that it is on."""

    text: str
    facts: str
    href: str
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A named list of such lines; ``none`` is what is said where there are none."""

    name: str
    lines: Sequence[Line]
    none: str


@dataclass(frozen=True, slots=True)
class Held:
    """Who held the post, from when to when (None: still)."""

    person: str
    start: dt.date
    end: dt.date | None
    acting: bool = False

    @property
    def in_words(self) -> str:
        """A. Person (acting), 3 April 2025 to 2 June 2026"""
        until = f"to {long_date(self.end)}" if self.end else "to today"
        return f"{self.person}{' (acting)' if self.acting else ''}, {long_date(self.start)} {until}"


@dataclass(frozen=True, slots=True)
class Handover:
    """All that is handed over. ``today`` is the day that it is told for."""

    post: str
    today: dt.date
    holders: Sequence[Held]
    actions: Sequence[Owed]
    parts: Sequence[Part]
    left_out: bool = False

    @property
    def title(self) -> str:
        return f"Handover note: {self.post}"

    @property
    def restricted(self) -> bool:
        lines = [line.restricted for part in self.parts for line in part.lines]
        return any(lines) or any(one.restricted for one in self.actions)

    @property
    def lead(self) -> str:
        """This post owes 7 actions: 2 are overdue, 1 waits for its report to be accepted."""
        many = len(self.actions)
        if not many:
            return "This post owes no action."
        late = sum(1 for one in self.actions if one.due is not None and one.due < self.today)
        past = sum(1 for one in self.actions if one.first_due is not None and one.first_due < self.today)
        said = f"This post owes {many} {'action' if many == 1 else 'actions'}"
        if not past:
            return f"{said}, none of them past its first date."
        are = "is" if past == 1 else "are"
        return f"{said}: {past} {are} past the first date, {late} past the date that stands now."


def handover_sheet(note: Handover) -> Sheet:
    """The note on paper."""
    return Sheet(
        title=note.title,
        blocks=list(_blocks(note)),
        marking=HOLDS_RESTRICTED if note.restricted else "",
        subject=f"What {note.post} owes",
    )


def _blocks(note: Handover) -> Iterator[Block]:
    yield Text(f"As things stood on {long_date(note.today)}. {note.lead}")
    if note.left_out:
        yield Text("Restricted parts were left out of this copy.", strong=True)
    yield Heading("Who held the post")
    if not note.holders:
        yield Text("Nobody is known to have held it.")
    yield from (ListItem(one.in_words) for one in note.holders)
    yield Heading("Actions")
    if note.actions:
        yield Table(OWED_WIDTHS, [_row(one) for one in note.actions], OWED_HEAD)
    else:
        yield Text("This post owes no action.")
    for part in note.parts:
        yield Heading(part.name)
        if not part.lines:
            yield Text(part.none)
        yield from (ListItem(_line(one)) for one in part.lines)


def _row(one: Owed) -> list[list[Piece]]:
    words: list[Piece] = [
        Text(f"{tag(one.restricted)}{one.text}"),
        Text(f"Given on {long_date(one.given)}, {one.forum}.", style="small"),
    ]
    if one.said and one.said_on:
        words.append(Text(one.said, lead=f"{long_date(one.said_on)}:", style="small"))
    first = long_date(one.first_due) if one.first_due else "no date"
    now = "as first due" if one.due == one.first_due else long_date(one.due) if one.due else "no date"
    return [[Text(one.number or "–")], words, [Text(first)], [Text(now)], [Text(one.stands)]]


def _line(one: Line) -> str:
    return f"{tag(one.restricted)}{one.text}" + (f" ({one.facts})" if one.facts else "")
