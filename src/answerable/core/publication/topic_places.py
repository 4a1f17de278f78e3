"""Which lines of published minutes are about a subject, from the minutes' part alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from answerable.core.publication.lines.fact import LineFact
from answerable.core.subjects.plain import STANDING_KINDS
from answerable.core.subjects.thread import Row, Spot, Spots, measures


class Place(NamedTuple):
    """Where a person or the finder said that a subject is spoken of: an item's address, and a line's."""

    item: str
    entry: str | None = None


class Found(NamedTuple):
    """The addresses of lines about it; ``spoken``: of entries that were named themselves."""

    places: list[str]
    spoken: list[str]


def places_of(
    name: str, content: Mapping[str, Any], lines: Sequence[LineFact], named: Collection[Place]
) -> Found:
    """Of one meeting. Items and lines that are left out count for nothing."""
    items = {one["path"]: at for at, one in enumerate(content["items"])}
    entries = {one["path"]: at for at, one in enumerate(content["entries"])}
    spots = list(_spots(content, named, items, entries))
    if not spots:
        return Found([], [])
    about, under = Spots(spots), {one.item for one in spots}
    whole = {one.item for one in spots if one.entry is None or one.kind not in STANDING_KINDS}
    given = [
        str(one["path"]) for one in content["actions"] if one["path"] and about.have(_given(one, content))
    ]
    found: list[str] = []
    for line in lines:
        row = _row(line, content, items, entries)
        if line.kind == "item":
            fits = row.item in whole
        elif line.kind == "figure":  # the reader gives a figure its item and no line
            fits = row.item in under and measures(name, f"{line.data['measure']} {line.data['text']}")
        elif line.kind == "update":
            fits = line.data["about"] in given
        else:
            fits = row.item is not None and about.have(row)
        if fits:
            found.append(line.path)
    spoken = [content["entries"][one.entry]["path"] for one in spots if one.entry is not None]
    return Found(list(dict.fromkeys([*found, *given])), list(dict.fromkeys(spoken)))


def _spots(
    content: Mapping[str, Any],
    named: Collection[Place],
    items: Mapping[str, int],
    entries: Mapping[str, int],
) -> Iterator[Spot]:
    for one in named:
        item = items.get(one.item)
        if item is None or content["items"][item]["left_out"]:
            continue
        kind = content["items"][item]["kind"]
        if one.entry is None:
            yield Spot(item, kind)
            continue
        at = entries.get(one.entry)
        if at is None:
            continue
        line = content["entries"][at]
        if line["item"] == item and not line["left_out"]:
            yield Spot(item, kind, line["heading"], at, line["kind"] == "heading")


def _row(
    line: LineFact, content: Mapping[str, Any], items: Mapping[str, int], entries: Mapping[str, int]
) -> Row:
    """What a line stands under, by the addresses that its data names."""
    if line.kind == "item":
        return Row(items.get(line.path))
    held = [line.path, *(line.data.get("entries") or ()), line.data.get("entry")]
    known = tuple(entries[one] for one in held if one in entries)
    heading = content["entries"][known[0]]["heading"] if known else None
    return Row(items.get(line.data.get("item") or ""), heading, known)


def _given(action: Mapping[str, Any], content: Mapping[str, Any]) -> Row:
    at = action["entry"]
    heading = content["entries"][at]["heading"] if at is not None else None
    return Row(action["item"], heading, (at,) if at is not None else ())
