"""A record without some of its parts: what somebody is given who may not see all of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from answerable.core.minutes.record import MeetingRecord


@dataclass(frozen=True, slots=True)
class Closed:
    """Indexes into the lists of a record: what is to be left out of each."""

    items: Collection[int] = frozenset()
    entries: Collection[int] = frozenset()
    others: Mapping[str, Collection[int]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.items or self.entries or any(self.others.values()))


def without(record: MeetingRecord, closed: Closed) -> MeetingRecord:
    """A copy of the record without the parts that are closed, and without what was made of them.

    An item takes its entries with it; an entry the exchange that it is a part of, its action, its promise.
    The indexes of what is left are those of the new lists.
    """
    gone = {at for at, one in enumerate(record["entries"]) if one["item"] in closed.items} | {*closed.entries}
    items = _kept(len(record["items"]), closed.items)
    entries = _kept(len(record["entries"]), gone)
    parts: dict[str, Any] = {
        part: [
            _moved(cast(dict[str, Any], line), items, entries)
            for at, line in enumerate(cast(dict[str, Any], record)[part])
            if at not in closed.others.get(part, ()) and _is_left(line, items, entries)
        ]
        for part in ("exchanges", "actions", "commitments", "figures", "updates")
    }
    parts["items"] = [record["items"][at] for at in items]
    parts["entries"] = [_moved(cast(dict[str, Any], record["entries"][at]), items, entries) for at in entries]
    return cast(MeetingRecord, {**record, **parts})


def _kept(count: int, gone: Collection[int]) -> dict[int, int]:
    """The new index of each line that stays."""
    return {at: new for new, at in enumerate(at for at in range(count) if at not in gone)}


def _is_left(line: Mapping[str, Any], items: Mapping[int, int], entries: Mapping[int, int]) -> bool:
    if line.get("item") is not None and "meeting" not in line and line["item"] not in items:
        return False
    made_of = [*line.get("entries", ()), *([line["entry"]] if "entry" in line else [])]
    return all(at in entries for at in made_of)


def _moved(line: dict[str, Any], items: Mapping[int, int], entries: Mapping[int, int]) -> dict[str, Any]:
    moved = dict(line)
    if "meeting" not in line and line.get("item") is not None:  # an update's item is a printed number
        moved["item"] = items[line["item"]]
    if "entry" in line:
        moved["entry"] = entries[line["entry"]]
    if "entries" in line:
        moved["entries"] = [entries[at] for at in line["entries"]]
    return moved
