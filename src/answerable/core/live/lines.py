"""What the grammar makes of lines as they are typed: the reader's own walk, over one agenda item.

There is no second grammar: a line is a paragraph, and the walk, the cues and the exchanges are those of
``core.minutes``. A person's word goes before it. What opens an item or cannot be read is a note.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from answerable.core.live.words import KIND_NAMES, typed_word
from answerable.core.minutes.cues import Cue, read_cue
from answerable.core.minutes.document import Block, Document, Line
from answerable.core.minutes.entries import Made
from answerable.core.minutes.markers import action_mark
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.outline import Heading
from answerable.core.minutes.paragraphs import Paragraph, paragraph
from answerable.core.minutes.passage import EMPTY, Passage
from answerable.core.minutes.record import Attendance, Due, EntryKind, ItemKind
from answerable.core.minutes.rows import Row
from answerable.core.minutes.shape import Shape
from answerable.core.minutes.speech import turns
from answerable.core.minutes.voices import Voices, voices
from answerable.core.minutes.walk import Walk

SHAPE = Shape(in_table=True, lettered=False, numbered=True, uses_strong=True)
"""Typed lines stand in an item that is open already, and nothing in them is bold."""


class Piece(TypedDict):
    """A part of a line that is one entry. An action's ``text`` is without its marker.

    ``stance``: the commissioner's verb, quoted from the question. ``promise``: the words hold a promise.
    """

    kind: EntryKind
    text: str
    speakers: list[str]
    owners: list[str]
    due: list[Due]
    stance: str | None
    promise: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as it was typed. ``kind`` and ``speakers`` are a person's; "", None leave them to the grammar.

    Of an action ``speakers`` are its owners.
    """

    text: str
    kind: str = ""
    speakers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the grammar must know: who was there, the day, the next meeting's day, the item's kind."""

    voices: Voices
    date: dt.date | None = None
    next_date: dt.date | None = None
    item_kind: ItemKind = "other"


def setting(
    attendance: Sequence[Attendance],
    date: dt.date | None = None,
    next_date: dt.date | None = None,
    item_kind: ItemKind = "other",
) -> Setting:
    return Setting(voices(attendance), date, next_date, item_kind)


def read_lines(typed: Sequence[Typed], where: Setting) -> list[list[Piece]]:
    """The pieces of each line of one item, in order; none is without a piece. Lines are folded text."""
    notes: set[int] = set()
    while True:
        read = _Reading(typed, where, notes)
        strays = read.strays - notes
        if not strays:
            return read.pieces()
        notes |= strays


def read_line(
    text: str, where: Setting, kind: str = "", speakers: tuple[str, ...] | None = None
) -> list[Piece]:
    """The pieces of a line that stands alone."""
    return read_lines([Typed(text, kind, speakers)], where)[0]


class _Reading:
    """One walk; ``notes`` are the lines (by index) that the grammar took for something else than lines."""

    def __init__(self, typed: Sequence[Typed], where: Setting, notes: set[int]) -> None:
        self.typed, self.where = typed, where
        self.book = Notebook(where.voices, where.date)
        self.book.outline.items.append(Heading(None, None, "", 1, where.item_kind, EMPTY))
        self.book.outline.current = 0
        self.walk = Walk(self.book, SHAPE)
        self.document = _document([one.text for one in typed])
        self.strays: set[int] = set()
        for at, one in enumerate(typed):
            self._line(at, one, at in notes)
        self._make()

    def _line(self, at: int, typed: Typed, is_note: bool) -> None:
        one = paragraph(self.document, at)
        if one is None:
            return
        self.book.paragraph = at
        kind, told, length = _told(typed)
        if is_note and not typed.kind:
            kind = "note"
        if kind:
            self._put(one, one.whole.cut(length), kind, told)
        else:
            self.walk.step(Row(None, body=[one]))
        if len(self.book.outline.items) > 1:
            self.strays.add(at)
            del self.book.outline.items[1:]
            self.book.outline.current = 0

    def _make(self) -> None:
        for unit in self.book.units:
            unit.item = 0
        self.turns = turns(self.book.units)
        self.made = Made(self.document, self.book, self.turns, self.where.date)
        self.made.next_date = self.where.next_date

    def _put(self, one: Paragraph, text: Passage, kind: EntryKind, speakers: tuple[str, ...] | None) -> None:
        """Write a line down as what a person says that it is."""
        book = self.book
        book.paragraph += 1
        if kind != "action":
            self.walk.actions.close()
        if kind == "heading":
            book.title(one, one.whole, text.text)
            return
        cue = read_cue(text.text, book.voices)
        who = cue.speakers if speakers is None else speakers
        unit = book.unit(one.whole, text.text, kind, one)
        unit.speakers = who
        if kind == "action":
            book.action(unit, text, one)
        elif kind == "question":
            unit.cue, unit.speech = Cue("ask", who, "office"), True
        elif kind == "response":
            unit.cue, unit.speech = Cue("say", who, "force", reply=True), True

    def pieces(self) -> list[list[Piece]]:
        found: list[list[Piece]] = [[] for _ in self.typed]
        entries = self.made.entries()
        by_entry: dict[int, Piece] = {}
        for index, entry in enumerate(entries):
            piece = _piece(entry["kind"], entry["text"], entry["speakers"])
            by_entry[index] = piece
            found[entry["paragraph"] - 1].append(piece)
        for action in self.made.actions():
            piece = by_entry[action["entry"]]
            piece["text"], piece["owners"], piece["due"] = action["text"], action["owners"], action["due"]
        for promise in self.made.commitments():
            piece = by_entry[promise["entry"]]
            piece["promise"], piece["due"] = True, [*piece["due"], *promise["due"]]
        for exchange in self.made.exchanges():
            by_entry[exchange["entries"][0]]["stance"] = exchange["stance"]
        for pieces, typed in zip(found, self.typed, strict=True):
            _finish(pieces, typed)
        return found


def _told(typed: Typed) -> tuple[EntryKind | Literal[""], tuple[str, ...] | None, int]:
    """What a person says that a line is, who speaks, and how long the word is that says so.

    "ACTION:" is left to the grammar, which knows many forms of it.
    """
    word = typed_word(typed.text)
    if typed.kind in KIND_NAMES:
        mark = action_mark(typed.text) if typed.kind == "action" else None
        length = word.length if word else mark.length if mark else 0
        named = word.speakers if word and typed.speakers is None else typed.speakers
        return typed.kind, named, length
    if word is None or word.kind == "action":
        return "", None, 0
    return word.kind, word.speakers, word.length


def _piece(kind: EntryKind, text: str, speakers: list[str]) -> Piece:
    return {
        "kind": kind, "text": text, "speakers": speakers, "owners": [], "due": [], "stance": None,
        "promise": kind == "commitment",
    }  # fmt: skip


def _finish(pieces: list[Piece], typed: Typed) -> None:
    """A line that nothing was made of is a note; a person's speakers stand in all its pieces."""
    if not pieces:
        pieces.append(_piece("note", typed.text, []))
    if typed.speakers is None:
        return
    for piece in pieces:
        if piece["kind"] == "action":
            piece["owners"] = list(typed.speakers)
        elif piece["kind"] != "heading":
            piece["speakers"] = list(typed.speakers)


def _document(texts: Sequence[str]) -> Document:
    """Lines as the reader of a plain text gives them, a paragraph each."""
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block((Line(start, start + len(text)),)))
        start += len(text) + 1
    return Document("typed", "text/plain", "", None, "\n".join(texts), tuple(blocks))
