"""The word that somebody types before a line to say what it is: "Q:", "Decision:", "A (DCC):"."""

from __future__ import annotations

import re
from typing import NamedTuple

from answerable.core.minutes.record import EntryKind

WORDS: dict[str, EntryKind] = {
    "q": "question",
    "question": "question",
    "a": "response",
    "answer": "response",
    "response": "response",
    "reply": "response",
    "n": "note",
    "note": "note",
    "d": "decision",
    "decision": "decision",
    "p": "commitment",
    "promise": "commitment",
    "commitment": "commitment",
    "u": "update",
    "update": "update",
    "h": "heading",
    "heading": "heading",
    "action": "action",
}
"""Each word with the kind that it gives; the single letters are typed as capitals."""

KIND_NAMES: dict[EntryKind, str] = {
    "question": "question",
    "response": "answer",
    "note": "note",
    "decision": "decision",
    "commitment": "promise",
    "action": "action",
    "update": "update",
    "heading": "heading",
}
"""What pages call each kind, in the order in which they offer them."""

LONGEST_NAME = 60  # characters of a speaker: what is longer is no name
_SPEAKERS = re.compile(r"\s*(?:[/&,;]|\band\b)\s*")
_WORD = re.compile(r"(?P<word>[A-Z]|[A-Za-z]{4,10})(?: ?\((?P<who>[^()]{1,120})\))? ?:\s*(?=\S)")


class TypedWord(NamedTuple):
    """``speakers`` is None where the word names nobody; ``length`` counts the word and what parts it."""

    kind: EntryKind
    speakers: tuple[str, ...] | None
    length: int


def typed_word(text: str) -> TypedWord | None:
    """The word at the head of a line, None where it has none."""
    found = _WORD.match(text)
    kind = WORDS.get(found["word"].lower()) if found else None
    if found is None or kind is None:
        return None
    return TypedWord(kind, names_in(found["who"]) if found["who"] else None, found.end())


def names_in(text: str) -> tuple[str, ...]:
    """Speakers or owners as somebody types them: "CC, DCC", "ACC/DCC", "CC and DCC"."""
    pieces = (piece.strip()[:LONGEST_NAME] for piece in _SPEAKERS.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))
