"""A meeting's labels, in the format of the corpus: what a reader should find in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .exchanges import exchanges_of
from .house import rows
from .shapes import (
    Action,
    Actions,
    Agenda,
    Due,
    Earlier,
    Figure,
    Group,
    Heading,
    Item,
    Meeting,
    Paragraph,
    Piece,
    Promise,
)

Labels = dict[str, Any]
_SAID_DONE = re.compile(r"(Complete|Completed|Closed|Done|Withdrawn)\b")


def labels_of(meeting: Meeting) -> Labels:
    """Everything of one meeting; keys as in the corpus, and ``label`` and ``column`` on actions."""
    rows(meeting)  # gives numbered markers their label
    head = meeting.head
    return {
        "source": f"{meeting.key}.{'docx' if head['file'] == 'docx' else 'pdf'}",
        "file": head["file"],
        "layout": head["layout"],
        "forum": head["forum"],
        "cancelled": meeting.cancelled,
        "meeting": _header(meeting),
        "attendance": [
            {
                "name": one.name,
                "capacity": one.capacity,
                "abbreviation": one.abbreviation,
                "status": one.status,
            }
            for one in meeting.people
        ],
        "items": [] if meeting.cancelled else _items(meeting),
        "updates": [update for item in meeting.items for update in _updates(item)],
        "actions": list(_actions(meeting)),
        "owners_uncertain": [],
        "next_meeting": _next_meeting(head.get("next")),
        "warnings": head.get("warnings", "").split(),
        "exchanges": [one for item in meeting.items for one in exchanges_of(item)],
        "commitments": [one for item in meeting.items for one in _commitments(item)],
        "figures": [one for item in meeting.items for one in _figures(item)],
        "topics": [
            {"topic": topic.name, "items": [item.number]} for item in meeting.items for topic in item.topics
        ],
    }


def _items(meeting: Meeting) -> list[Labels]:
    return [{"number": item.number, "title": _title(item.title)} for item in meeting.items]


def _title(text: str) -> str:
    return text.rstrip(":")


def _header(meeting: Meeting) -> Labels:
    head = meeting.head
    return {
        "title": head["title"],
        "date": head["date"],
        "start_time": head.get("start"),
        "chair": head.get("chair"),
        "minutes_by": head["minutes"].split(",")[0] if "minutes" in head else None,
        "venue": head.get("venue"),
    }


def _next_meeting(text: str | None) -> Labels | None:
    if not text:
        return None
    date, start, venue, kind = [part.strip() or None for part in text.split("|")]
    return {"date": date, "start_time": start, "venue": venue, "type": kind}


def _updates(item: Item) -> Iterator[Labels]:
    meeting, number = None, None
    for block in item.blocks:
        if isinstance(block, Group):
            meeting = block.meeting if block.meeting != "-" else None
            number = block.item
        elif isinstance(block, Agenda):
            number = block.item or None
        elif isinstance(block, Earlier) and block.actions:
            for text, update, mention in zip(block.actions, block.updates, block.mentions, strict=True):
                yield {
                    "meeting": meeting,
                    "item": number,
                    "action": text,
                    "update": joined(update),
                    "status": status_of(mention.kind, joined(update)),
                }


def status_of(kind: str, update: str) -> str:
    """What the minutes say: complete is a word of theirs, a thing delivered without it is reported."""
    if kind not in ("complete", "closed", "withdrawn"):
        return "open"
    return "complete" if _SAID_DONE.match(update) else "reported"


def joined(paragraphs: list[Paragraph]) -> str:
    signs = {"plain": "", "bullet": "• ", "sub": "o "}
    return " ".join(f"{signs[one.level]}{one.text}" for one in paragraphs)


def _actions(meeting: Meeting) -> Iterator[Labels]:
    for item in meeting.items:
        heading = None
        for block in item.blocks:
            if isinstance(block, Heading):
                heading = block.text
            elif isinstance(block, Actions):
                for action in block.actions:
                    yield _action(action, item.number, heading)
    for action in meeting.table:
        yield _action(action, action.item, None)


def _action(action: Action, item: str | None, heading: str | None) -> Labels:
    return {
        "item": item,
        "heading": heading,
        "label": action.label,
        "text": action.text,
        "owners": action.owners,
        "column": action.column,
        "due": [_due(due) for due in action.dues],
    }


def _due(due: Due) -> Labels:
    return {"text": due.text, "date": due.date, "precision": due.precision}


def _pieces(item: Item) -> Iterator[tuple[str | None, list[str], Piece]]:
    """Every piece of an item with its heading and who is speaking."""
    heading, speakers = None, list[str]()
    for block in item.blocks:
        if isinstance(block, Heading):
            heading, speakers = block.text, []
        elif isinstance(block, Paragraph):
            for piece in block.pieces:
                if piece.role != "more":
                    speakers = piece.speakers
                yield heading, speakers, piece
        elif isinstance(block, Earlier):
            for paragraphs in block.updates:
                for paragraph in paragraphs:
                    for piece in paragraph.pieces:
                        yield heading, [], piece


def _commitments(item: Item) -> Iterator[Labels]:
    for heading, speakers, piece in _pieces(item):
        for promise in piece.promises:
            yield _commitment(item, heading, speakers, piece, promise)


def _commitment(
    item: Item, heading: str | None, speakers: list[str], piece: Piece, promise: Promise
) -> Labels:
    due = _due(promise.due) if promise.due else None
    return {
        "item": item.number,
        "heading": heading,
        "by": promise.by or speakers,
        "text": sentence_with(piece.text, promise.clue),
        "due": due,
        "strength": promise.strength,
    }


def _figures(item: Item) -> Iterator[Labels]:
    for heading, _, piece in _pieces(item):
        for figure in piece.figures:
            yield _figure(item, heading, piece, figure)


def _figure(item: Item, heading: str | None, piece: Piece, figure: Figure) -> Labels:
    whole = figure.value.is_integer()
    return {
        "item": item.number,
        "heading": heading,
        "measure": figure.measure,
        "area": figure.area,
        "value": int(figure.value) if whole else figure.value,
        "unit": figure.unit,
        "kind": figure.kind,
        "text": sentence_with(piece.text, figure.clue),
    }


def sentence_with(text: str, clue: str) -> str:
    """The sentence of ``text`` that holds ``clue``; ValueError where none does."""
    for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z0-9])", text):
        if re.search(rf"(?<![\w.,]){re.escape(clue)}(?!\d)", sentence):
            return sentence
    raise ValueError(f"{clue!r} stands nowhere in {text!r}")
