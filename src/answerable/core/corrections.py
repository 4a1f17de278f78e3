"""Corrections laid over a record: what a person put right stays right when the file is read again.

A correction names its line by where it stands and by the words there, not by its number in a list. A new
reader may cut the text differently: then the words alone find the line, the nearest one where several
have them; a correction that finds no line is handed back, and a warning tells what it said.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, cast

from answerable.core.minutes.record import MeetingRecord, ReadingWarning

FIELDS: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(
        ["title", "kind", "start_time", "end_time", "chair", "minutes_by", "venue"]
    ),  # not date and forum: they say which meeting it is, and a person moves a meeting, not a line
    "attendance": frozenset(["name", "capacity", "abbreviation", "status", "from_item", "to_item"]),
    "items": frozenset(["number", "label", "title", "level", "kind", "assurance"]),
    "entries": frozenset(["item", "heading", "kind", "text", "speakers"]),
    "exchanges": frozenset(["item", "heading", "asked_by", "question", "answered_by", "response", "stance"]),
    "actions": frozenset(["item", "heading", "label", "text", "owners", "due"]),
    "updates": frozenset(["meeting", "item", "action", "update", "status"]),
    "commitments": frozenset(["item", "by", "text", "due"]),
    "figures": frozenset(["item", "measure", "area", "value", "to", "approximate", "unit", "kind", "text"]),
}
"""What can be put right, by part of the record."""

_WORDS = ("text", "action", "question", "title", "name")
"""The key that holds a line's words, where it has no source to quote."""

_LINES = {
    "meeting": "the meeting", "attendance": "a person listed", "items": "an agenda item",
    "entries": "a line", "exchanges": "a question", "actions": "an action", "updates": "an update",
    "commitments": "a promise", "figures": "a figure",
}  # fmt: skip
"""What a line of each part is called in a sentence."""


class LineKey(NamedTuple):
    """Where a line stands in its file and a SHA-256 of the words there; 0 and 0 where it has no place."""

    start: int
    end: int
    quote_sha256: str


class Correction(NamedTuple):
    """``field`` of the line that ``key`` names, in ``part`` of the record, is to be ``new``.

    ``old``, ``by`` and ``on``: what it was before, who put it right and when, to be quoted.
    """

    part: str
    key: LineKey
    field: str
    new: object
    old: object = None
    by: str = ""
    on: date | None = None


def line_key(line: Mapping[str, Any]) -> LineKey:
    """The key of a line as it was read; take it before anything is corrected."""
    places = line.get("source") or []
    if places:
        quote = " ".join(place["quote"] for place in places)
        return LineKey(places[0]["start"], places[-1]["end"], _hash(quote))
    words = next((line[key] for key in _WORDS if line.get(key)), "")
    return LineKey(0, 0, _hash(words))


def lay_over(
    record: MeetingRecord, corrections: Iterable[Correction]
) -> tuple[MeetingRecord, list[Correction]]:
    """A corrected copy of ``record``, and the corrections that found no line; later ones win."""
    corrected = copy.deepcopy(record)
    lines = _Lines(corrected)
    unplaced = []
    for correction in corrections:
        line = lines.find(correction)
        if line is None:
            unplaced.append(correction)
            continue
        lines.put(correction, line)
        if correction.part == "entries" and correction.field == "kind":
            _follow_kind(corrected, line, lines)
    return corrected, unplaced


def unplaced_warnings(unplaced: Iterable[Correction]) -> list[ReadingWarning]:
    """What is said of corrections that found no line: one warning for each field, of the latest."""
    latest = {(one.part, one.key, one.field): one for one in unplaced}
    return [
        {"code": "correction-unplaced", "message": _unplaced(one), "source": []} for one in latest.values()
    ]


def _unplaced(one: Correction) -> str:
    on = f" on {one.on.day} {one.on:%B %Y}" if one.on else ""
    field = one.field.replace("_", " ")
    change = f"{field} of {_LINES.get(one.part, one.part)} from “{_shown(one.old)}” to “{_shown(one.new)}”"
    return f"{one.by or 'Somebody'} corrected {change}{on}, and a new reading has no such line."


def _shown(value: object) -> str:
    """A value of the record as words: dues by their words, several with commas."""
    if isinstance(value, list):
        value = ", ".join(map(_shown, value))
    if isinstance(value, dict):
        value = value.get("text")
    return "nothing" if value is None or value == "" else str(value)


class _Lines:
    """The lines of a record, found by the keys that they had before anything was corrected."""

    def __init__(self, record: MeetingRecord) -> None:
        self._parts = {part: _lines(record, part) for part in FIELDS}
        self._keys = {part: [[line_key(line)] for line in lines] for part, lines in self._parts.items()}

    def find(self, correction: Correction) -> dict[str, Any] | None:
        if correction.field not in FIELDS.get(correction.part, ()):
            return None
        lines, keys = self._parts[correction.part], self._keys[correction.part]
        for line, known in zip(lines, keys, strict=True):
            if correction.key in known:
                return line
        if correction.part == "meeting":
            return lines[0]
        same_words = [
            (abs(key.start - correction.key.start), index)
            for index, known in enumerate(keys)
            for key in known
            if key.quote_sha256 == correction.key.quote_sha256
        ]
        return lines[min(same_words)[1]] if same_words else None

    def put(self, correction: Correction, line: dict[str, Any]) -> None:
        """Correct the line. One without a source is known by its new words from now on, too."""
        line[correction.field] = copy.deepcopy(correction.new)
        if not line.get("source"):
            index = self.position(correction.part, line)
            self._keys[correction.part][index].append(line_key(line))

    def add(self, part: str, index: int, line: dict[str, Any]) -> None:
        self._parts[part].insert(index, line)
        self._keys[part].insert(index, [line_key(line)])

    def remove(self, part: str, index: int) -> None:
        del self._parts[part][index]
        del self._keys[part][index]

    def position(self, part: str, line: dict[str, Any]) -> int:
        return next(index for index, one in enumerate(self._parts[part]) if one is line)

    def of(self, part: str) -> Sequence[dict[str, Any]]:
        return self._parts[part]


def _lines(record: MeetingRecord, part: str) -> list[dict[str, Any]]:
    """The record's own list of a part, so that what is put into it is in the record."""
    if part == "meeting":
        return [cast(dict[str, Any], record["meeting"])]
    return cast(list[dict[str, Any]], record[part])  # type: ignore[literal-required]


def _follow_kind(record: MeetingRecord, entry: dict[str, Any], lines: _Lines) -> None:
    """An entry that a person calls an action (or a commitment) is one, and one that they do not is none."""
    position = lines.position("entries", entry)
    for part, kind in (("actions", "action"), ("commitments", "commitment")):
        at = [index for index, line in enumerate(lines.of(part)) if line["entry"] == position]
        if entry["kind"] != kind:
            for index in reversed(at):
                lines.remove(part, index)
        elif not at:
            index = sum(1 for line in lines.of(part) if line["entry"] < position)
            lines.add(part, index, _made_from(entry, position, part))


def _made_from(entry: dict[str, Any], position: int, part: str) -> dict[str, Any]:
    line = {"item": entry["item"], "text": entry["text"], "due": [], "entry": position}
    line["source"] = entry["source"]
    if part == "actions":
        return {**line, "heading": entry["heading"], "label": None, "owners": [], "owners_source": []}
    return {**line, "by": list(entry["speakers"])}


def _hash(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
