"""A meeting of the sample archive as somebody would type it: items, people, and a line for each paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.record import Action, MeetingRecord
from answerable.readers import read

MINUTES = Path(__file__).resolve().parents[2] / "sample" / "minutes"
BY_THEMSELVES = ("matters_arising", "next_meeting")  # items that the agenda fills


@dataclass(slots=True)
class TypedItem:
    """An item under its title, and what is typed under it."""

    title: str
    lines: list[str] = field(default_factory=list)


def record_of(name: str) -> MeetingRecord:
    return read_minutes(read((MINUTES / name).read_bytes(), name))


def typed_items(record: MeetingRecord) -> list[TypedItem]:
    """The items of the theme, each with its lines; headings and what the agenda fills by itself left out."""
    actions = {one["entry"]: one for one in record["actions"]}
    items = []
    for index, item in enumerate(record["items"]):
        said = [
            (at, one)
            for at, one in enumerate(record["entries"])
            if one["item"] == index and one["kind"] != "heading"
        ]
        lines = [
            _line([entry for _, entry in some], actions.get(some[0][0]))
            for some in ([*group] for _, group in groupby(said, key=lambda one: one[1]["paragraph"]))
        ]
        if lines and item["kind"] not in BY_THEMSELVES:
            items.append(TypedItem(item["title"], lines))
    return items


def _line(entries: list[Any], action: Action | None) -> str:
    text = " ".join(one["text"] for one in entries)
    if action is None:
        return text
    text = action["text"].rstrip(".")
    named = action["owners"] and not any(text.startswith(owner) for owner in action["owners"])
    return f"ACTION: {text}" + (f" ({', '.join(action['owners'])})" if named else "")
