"""The exchanges of an item: a question with its response, or a comment that asks for nothing."""

from __future__ import annotations

from typing import Any

from .shapes import Agenda, Earlier, Group, Heading, Item, Paragraph, Piece

Exchange = dict[str, Any]
SIGNS = {"plain": "", "bullet": "• ", "sub": "o "}


def exchanges_of(item: Item) -> list[Exchange]:
    """In reading order. An action between question and answer leaves the exchange open; a heading ends it."""
    made: list[Exchange] = []
    heading: str | None = None
    running: Exchange | None = None
    for block in item.blocks:
        if isinstance(block, Heading):
            heading, running = block.text, None
        elif isinstance(block, Group | Agenda | Earlier):
            running = None
        elif isinstance(block, Paragraph):
            sign = SIGNS[block.level]
            for piece in block.pieces:
                running = _take(made, running, piece, sign, item.number, heading)
                sign = ""
    return made


def _take(
    made: list[Exchange], running: Exchange | None, piece: Piece, sign: str, item: str, heading: str | None
) -> Exchange | None:
    """Adds a piece; returns the exchange that is open after it."""
    if piece.role == "note":
        return None
    if piece.role in ("question", "comment"):
        if running and not running["response"] and _continues(running, piece):
            running["question"] += f" {piece.text}"
        else:
            running = _opened(piece, item, heading)
            made.append(running)
        running["stance"] = piece.stance or running["stance"]
        return running if piece.role == "question" else None
    if running is None:
        if piece.role == "response":
            raise ValueError(f"a response to nothing: {piece.text!r}")
        return None
    running["response"] = f"{running['response']} {sign}{piece.text}".strip()
    running["answered_by"] += [who for who in piece.speakers if who not in running["answered_by"]]
    return running


def _continues(running: Exchange, piece: Piece) -> bool:
    return piece.role == "question" and running["kind"] == "question"


def _opened(piece: Piece, item: str, heading: str | None) -> Exchange:
    return {
        "item": item,
        "heading": heading,
        "asked_by": list(piece.speakers),
        "question": piece.text,
        "answered_by": [],
        "response": "",
        "kind": piece.role,
        "stance": piece.stance,
        "damaged": False,
    }
