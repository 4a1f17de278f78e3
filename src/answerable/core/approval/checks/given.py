"""What a check is given, and what it finds: plain data, so that each rule can be tried on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from answerable.core.minutes.record import Attendance, Entry, MeetingRecord

ANSWER = "\ufffc"
"""Stands in a mend's words where the answer of a person goes; it is in no text that can be typed."""

Part = Literal["entries", "attendance"]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the record: its index in one of the record's lists."""

    part: Part
    index: int


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Put ``new`` in the place of ``old``, once, in the line that the entry came from."""

    entry: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new line behind the one that the entry came from."""

    entry: int
    text: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Take somebody off the list of those who sent apologies."""

    attendance: int


@dataclass(frozen=True, slots=True)
class Restrict:
    """Restrict the line that the entry came from, for the reason of the one that ``like`` came from."""

    entry: int
    like: int


Change = Rewrite | Insert | Drop | Restrict
Ask = Literal["", "who", "date", "words"]
"""What a person is asked before a mend: nothing, somebody from the attendance list, a day, some words."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What one press does about a finding. ``question`` is asked before, where ``ask`` says so."""

    label: str
    change: Change
    ask: Ask = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """``says`` is one sentence; ``mend`` is None where only a person can put it right."""

    says: str
    place: Place
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """The minutes as a record, and what the office knows beside them.

    ``roll``: attendance as it was entered, before any reading of it. ``held``: posts, by code and by name in
    small letters, that somebody holds on the day; None where no post is known at all. ``known``: the
    office's abbreviations (posts, bodies) with their words. ``bodies``: organisations that it knows, by name
    and abbreviation in small letters. ``restricted``: the entries that
    are restricted.
    """

    record: MeetingRecord
    day: date
    roll: Sequence[Attendance] = ()
    held: frozenset[str] | None = None
    known: dict[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    restricted: frozenset[int] = frozenset()

    def said(self) -> Iterator[tuple[int, Entry]]:
        """The entries that say something, with their indexes: headings only announce."""
        for index, entry in enumerate(self.record["entries"]):
            if entry["kind"] != "heading":
                yield index, entry

    def shorts(self) -> dict[str, str]:
        """Abbreviations of the attendance list and their words."""
        people = [*self.roll, *self.record["attendance"]]
        return {one["abbreviation"]: one["capacity"] or one["name"] for one in people if one["abbreviation"]}


def at_entry(index: int) -> Place:
    return Place("entries", index)


def short(text: str, words: int = 9) -> str:
    """The first words of a text."""
    parts = text.split()
    return " ".join(parts[:words]).rstrip(",;:") + (" …" if len(parts) > words else "")


def folded(text: str) -> list[str]:
    """The words of a text, in lower case, without punctuation."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())
