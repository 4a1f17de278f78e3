"""What a source file says, as plain dataclasses: a meeting, its items, and the blocks inside an item."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Role = Literal["question", "response", "comment", "more", "note"]
Level = Literal["plain", "bullet", "sub"]


@dataclass(slots=True)
class Due:
    """A word about time: as printed, its last day (ISO 8601; None for an event) and how exact it is."""

    text: str
    date: str | None
    precision: str


@dataclass(slots=True)
class Promise:
    """A commitment outside an action: the sentence is found by ``clue``, words of it."""

    strength: str
    by: list[str]
    clue: str
    due: Due | None


@dataclass(slots=True)
class Figure:
    measure: str
    area: str | None
    value: float
    unit: str
    kind: str
    clue: str


@dataclass(slots=True)
class Mention:
    """A later meeting's word on actions, by the names that the source gives them."""

    kind: str
    actions: list[str]
    done_on: str | None = None
    dues: list[Due] = field(default_factory=list)


@dataclass(slots=True)
class Piece:
    """A run of sentences with one role; several make a paragraph."""

    role: Role
    speakers: list[str]
    text: str
    promises: list[Promise] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    stance: str | None = None


@dataclass(slots=True)
class Paragraph:
    level: Level
    pieces: list[Piece]

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Heading:
    text: str


@dataclass(slots=True)
class Group:
    """ "Action arising from the March 2024 meeting": what follows was given there, under ``item``."""

    meeting: str
    text: str
    item: str | None = None


@dataclass(slots=True)
class Agenda:
    """ "Agenda item 2.1c: Custody": the item that an earlier action was given under."""

    item: str
    title: str


@dataclass(slots=True)
class Earlier:
    """Earlier actions as printed again, and the updates on them, pairwise."""

    actions: list[str]
    updates: list[list[Paragraph]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Action:
    """``column``: what stands in the action column ("" where it is empty); ``owners``: who owns it."""

    name: str
    text: str
    owners: list[str]
    column: str
    dues: list[Due] = field(default_factory=list)
    marker: str = ""
    label: str | None = None
    item: str | None = None


@dataclass(slots=True)
class Actions:
    """Actions that stand together; none of them where the minutes say "None"."""

    actions: list[Action]


@dataclass(slots=True)
class Topic:
    name: str
    reason: str


Block = Paragraph | Heading | Group | Agenda | Earlier | Actions


@dataclass(slots=True)
class Item:
    number: str
    title: str
    blocks: list[Block] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)


@dataclass(slots=True)
class Person:
    name: str
    capacity: str
    abbreviation: str | None
    status: str


@dataclass(slots=True)
class Meeting:
    """A source file. ``key`` is its name; ``head`` its first lines, by word."""

    key: str
    head: dict[str, str]
    people: list[Person]
    items: list[Item]
    table: list[Action] = field(default_factory=list)

    @property
    def cancelled(self) -> bool:
        return self.head.get("layout") == "notice"
