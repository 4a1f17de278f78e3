"""Whether a record keeps the contract of its places, indices and keys."""

from __future__ import annotations

import itertools
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from answerable.core.minutes import record as shapes

MAX_SHOWN = 80
Values = Mapping[str, Any]

COVERING = ("attendance", "items", "entries", "furniture", "warnings")
"""Lists whose places, with those of meeting, owners and next meeting, cover the text."""

SHAPES: dict[str, type] = {
    "attendance": shapes.Attendance,
    "items": shapes.Item,
    "entries": shapes.Entry,
    "exchanges": shapes.Exchange,
    "actions": shapes.Action,
    "updates": shapes.Update,
    "commitments": shapes.Commitment,
    "figures": shapes.Figure,
    "furniture": shapes.Furniture,
    "warnings": shapes.ReadingWarning,
}


def violations(record: Values, text: str) -> list[str]:
    """One line for each breach of the contract; empty where the record keeps it."""
    return [
        *_keys(record),
        *_quotes(record, text),
        *_uncovered(record, text),
        *_overlaps(record),
        *_indices(record),
    ]


def _keys(record: Values) -> Iterator[str]:
    missing = set(typing.get_type_hints(shapes.MeetingRecord)) - set(record)
    if missing:
        yield f"keys left out of the record: {sorted(missing)}"
    for key, shape in SHAPES.items():
        wanted = set(typing.get_type_hints(shape))
        for index, one in enumerate(record[key]):
            if set(one) != wanted:
                yield f"{key}[{index}]: keys differ: {sorted(set(one) ^ wanted)}"


def _places(record: Values) -> Iterator[tuple[str, Values]]:
    """Every place in the record with the name of what has it."""
    for key in SHAPES:
        for index, one in enumerate(record[key]):
            for place in one.get("source", ()):
                yield f"{key}[{index}]", place
            for place in one.get("owners_source", ()):
                yield f"owners of actions[{index}]", place
    for key in ("meeting", "next_meeting"):
        for place in (record[key] or {}).get("source", ()):
            yield key, place


def _quotes(record: Values, text: str) -> Iterator[str]:
    for name, place in _places(record):
        if not 0 <= place["start"] < place["end"] <= len(text):
            yield f"{name}: place {place['start']}-{place['end']} of {len(text)} characters"
        elif text[place["start"] : place["end"]] != place["quote"]:
            yield f"{name}: quote {place['quote'][:MAX_SHOWN]!r} is not the text there"
        pages = record["source"]["pages"]
        if place["page"] is not None and not 1 <= place["page"] <= (pages or 0):
            yield f"{name}: page {place['page']} of {pages}"


def _uncovered(record: Values, text: str) -> Iterator[str]:
    covered = bytearray(len(text))
    for name, place in _places(record):
        if name.split("[")[0] in (*COVERING, "owners of actions", "meeting", "next_meeting"):
            covered[place["start"] : place["end"]] = b"\x01" * (place["end"] - place["start"])
    for start, end in _gaps(covered):
        if left := text[start:end].strip():
            yield f"not covered at {text.index(left[0], start)}: {left[:MAX_SHOWN]!r}"


def _gaps(covered: bytearray) -> Iterator[tuple[int, int]]:
    at = 0
    while (start := covered.find(0, at)) >= 0:
        end = covered.find(1, start)
        at = len(covered) if end < 0 else end
        yield start, at


def _overlaps(record: Values) -> Iterator[str]:
    spans = sorted(
        (place["start"], place["end"], f"{key}[{index}]")
        for key in ("items", "entries")
        for index, one in enumerate(record[key])
        for place in one["source"]
    )
    for (_start, end, name), (start, _end, other) in itertools.pairwise(spans):
        if start < end:
            yield f"{name} and {other} overlap at {start}"


def _indices(record: Values) -> Iterator[str]:
    for key in ("entries", "exchanges", "actions", "commitments", "figures"):
        for index, one in enumerate(record[key]):
            yield from _out_of_range(f"{key}[{index}].item", [one["item"]], record["items"])
    for key in ("actions", "commitments"):
        for index, one in enumerate(record[key]):
            yield from _out_of_range(f"{key}[{index}].entry", [one["entry"]], record["entries"])
    for index, one in enumerate(record["exchanges"]):
        yield from _out_of_range(f"exchanges[{index}].entries", one["entries"], record["entries"])


def _out_of_range(name: str, indices: Sequence[int | None], held: Sequence[object]) -> Iterator[str]:
    for index in indices:
        if index is not None and not 0 <= index < len(held):
            yield f"{name} is {index} of {len(held)}"
