"""What only the body gives: people in an item "Apologies" or "Present", the hour at which it closed."""

from __future__ import annotations

import re

from answerable.core.minutes.attendance import Attendee, is_list, list_label, read_apologies, read_list
from answerable.core.minutes.front_rows import Piece, Row
from answerable.core.minutes.times import find_times

_NUMBER = re.compile(r"^(?:(?:item\s+)?\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z][.)])\s*", re.IGNORECASE)
_TITLE = re.compile(r"apolog|^(?:attendance|present|attendees)\b", re.IGNORECASE)
_TITLE_HINTS = ("apolog", "attend", "present")
_CLOSED = re.compile(
    r"\bmeeting\b[^.]{0,40}\b(?:closed|ended|finished|concluded|drew to a close)\b[^.]{0,20}?\bat\s+",
    re.IGNORECASE,
)
MOST_TITLE_WORDS = 10
MOST_PIECES = 30
"""So many paragraphs may list people below an item's title."""

PIECES_AHEAD = 50
"""Apologies stand among the first items; a later mention is about another meeting."""

LAST_PIECES = 12


def body_attendance(found: list[Row]) -> list[Attendee]:
    """The people that items "Apologies" and "Present" near the start of the body name."""
    pieces = [piece for row in found[:PIECES_AHEAD] for piece in row.pieces[:PIECES_AHEAD]][:PIECES_AHEAD]
    people: list[Attendee] = []
    for at, piece in enumerate(pieces):
        if not any(map(piece.words.casefold().__contains__, _TITLE_HINTS)):
            continue
        words = _NUMBER.sub("", piece.words)
        if _TITLE.search(words) is None:
            continue
        if len(words.split()) <= MOST_TITLE_WORDS and not _says_who(words):
            people += _below(words, pieces[at + 1 : at + 1 + MOST_PIECES])
        else:
            people += _in_sentence(piece)
    return people


def _says_who(words: str) -> bool:
    label = list_label(words)
    return bool(label and words[label[1] :].strip()) or bool(
        re.search(r"\bfrom\s+\S|\bsent\b|\bgave\b", words, re.IGNORECASE)
    )


def _in_sentence(piece: Piece) -> list[Attendee]:
    words = piece.words
    number = _NUMBER.match(words)
    text = piece.text.cut(number.end()) if number else piece.text
    label = list_label(text.text)
    if label is not None and is_list(text.text[label[1] :].strip()):
        return read_list(text.cut(label[1]), label[0])
    return read_apologies([text]) if re.search(r"apolog", words, re.IGNORECASE) else []


def _below(title: str, pieces: list[Piece]) -> list[Attendee]:
    """The people below a title, until what is no list and no sentence about apologies."""
    label = list_label(title)
    status = label[0] if label else "apologies"
    people: list[Attendee] = []
    for piece in pieces:
        if re.search(r"apolog", piece.words, re.IGNORECASE) and len(piece.words.split()) > 2:
            break  # a sentence, which is read by itself
        if not is_list(piece.words) or piece.block.kind == "heading":
            break
        people += read_list(piece.text, status)
    return people


def closing_time(found: list[Row]) -> str | None:
    """ "The meeting closed at 12.15pm" among the last lines; None where they do not say."""
    last = [piece for row in found[-LAST_PIECES:] for piece in row.pieces[-LAST_PIECES:]][-LAST_PIECES:]
    for piece in reversed(last):
        match = _CLOSED.search(piece.words) if "meeting" in piece.words.casefold() else None
        times = find_times(piece.words[match.end() :]) if match else []
        if times:
            return times[0].begins
    return None
