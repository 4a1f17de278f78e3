"""Published minutes laid out for reading: items with their lines, and what each line became."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from answerable.core.publication.lines import LineFact, lines
from answerable.core.publication.parts import Part
from answerable.core.publication.shapes import (
    MeetingContent,
    PublishedEntry,
    PublishedGiven,
    PublishedItem,
    PublishedPromise,
    PublishedUpdate,
)

SPOKEN = ("question", "response")


@dataclass(slots=True)
class Row:
    """A line: its place on the page ("entry-12"), its own address, and what was made of it.

    ``marks`` are places of exchanges and updates that begin here. ``goes_on``: the same voice as before it.
    """

    entry: PublishedEntry
    place: str
    href: str
    headed: bool = False
    goes_on: bool = False
    actions: list[PublishedGiven] = field(default_factory=list)
    promises: list[tuple[str, PublishedPromise]] = field(default_factory=list)
    figures: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    updates: list[tuple[str, PublishedUpdate]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    @property
    def number(self) -> str:
        return self.place.removeprefix("entry-")


@dataclass(slots=True)
class Section:
    """An item with its lines, and what no line holds; ``item`` None holds the lines before the first."""

    item: PublishedItem | None
    index: int | None
    rows: list[Row] = field(default_factory=list)
    actions: list[PublishedGiven] = field(default_factory=list)
    promises: list[tuple[str, PublishedPromise]] = field(default_factory=list)
    figures: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    @property
    def every_action(self) -> list[PublishedGiven]:
        return [*self.actions, *(one for row in self.rows for one in row.actions)]

    @property
    def place(self) -> str:
        """Where the item stands on the page of the whole meeting."""
        return "item-" + self.item["path"].rpartition("/")[2] if self.item else ""


def sections_of(part: Part) -> list[Section]:
    """The whole meeting, in the order of its lines; an item without any stands in the order of items."""
    content: MeetingContent = part.read()  # type: ignore[assignment]
    facts = lines(part)
    rows = [_row(entry) for entry in content["entries"]]
    by_place = {row.place: row for row in rows}
    sections = _sections(content, rows)
    by_index = {one.index: one for one in sections}
    _put_actions(content, rows, by_index)
    _put_promises(content, rows, by_index)
    _put_updates(content, rows)
    _put_marks(facts, by_place)
    _put_figures(facts, sections)
    return sections


def place_of(path: str) -> str:
    """What stands behind the "#" of an address."""
    return path.rpartition("#")[2]


def entry_href(path: str) -> str:
    """The address of a page that shows a line in its place: "…#entry-12" is "/…/entry/12"."""
    page, _, place = path.partition("#")
    return f"/{page}/{place.replace('-', '/', 1)}"


def _row(entry: PublishedEntry) -> Row:
    return Row(entry, place_of(entry["path"]), entry_href(entry["path"]))


def _sections(content: MeetingContent, rows: Sequence[Row]) -> list[Section]:
    """A section to an item, in their order; lines of no item stand first."""
    sections = [Section(item, index) for index, item in enumerate(content["items"])]
    loose = Section(None, None)
    for row in rows:
        at = row.entry["item"]
        _add((sections[at] if at is not None else loose).rows, row)
    return [loose, *sections] if loose.rows else sections


def _add(held: list[Row], row: Row) -> None:
    before = held[-1].entry if held else None
    entry = row.entry
    new = before is None or before["heading"] != entry["heading"]
    row.headed = bool(entry["heading"]) and new and entry["kind"] != "heading"
    row.goes_on = (
        before is not None
        and entry["kind"] in SPOKEN
        and (before["kind"], before["speakers"]) == (entry["kind"], entry["speakers"])
    )
    held.append(row)


def _put_actions(
    content: MeetingContent, rows: Sequence[Row], sections: Mapping[int | None, Section]
) -> None:
    for one in content["actions"]:
        at = one["entry"]
        held = rows[at] if at is not None else _section(sections, one["item"])
        held.actions.append(one)


def _put_promises(
    content: MeetingContent, rows: Sequence[Row], sections: Mapping[int | None, Section]
) -> None:
    for one in content["promises"]:
        at = one["entry"]
        held = rows[at] if at is not None else _section(sections, one["item"])
        held.promises.append((place_of(one["path"]), one))


def _put_updates(content: MeetingContent, rows: Sequence[Row]) -> None:
    for one in content["updates"]:
        if one["entry"] is not None:
            rows[one["entry"]].updates.append((place_of(one["path"]), one))


def _section(sections: Mapping[int | None, Section], index: int | None) -> Section:
    return sections[index] if index in sections else next(iter(sections.values()), Section(None, None))


def _put_marks(facts: Sequence[LineFact], rows: Mapping[str, Row]) -> None:
    """The places of exchanges stand at the line that they begin with."""
    for one in facts:
        if one.kind == "exchange" and one.data["entries"]:
            row = rows.get(place_of(one.data["entries"][0]))
            if row is not None:
                row.marks.append(place_of(one.path))


def _put_figures(facts: Sequence[LineFact], sections: Sequence[Section]) -> None:
    """A figure stands beside the line of its item that holds its words, else under the item."""
    by_item: dict[str | None, Section] = {one.item["path"] if one.item else None: one for one in sections}
    for one in facts:
        if one.kind != "figure":
            continue
        section = by_item.get(one.data["item"])
        if section is None:
            continue
        row = _holding(section.rows, one.text)
        (row or section).figures.append((place_of(one.path), one.data))


def _holding(rows: Sequence[Row], words: str) -> Row | None:
    asked = " ".join(words.split())
    return next((row for row in rows if asked and asked in " ".join(row.entry["text"].split())), None)


def other_places(part: Part, sections: Sequence[Section]) -> list[str]:
    """Places of lines that stand nowhere else on the page: updates, and what has no line of its own."""
    shown: set[str] = set()
    for section in sections:
        shown |= set(_places(section))
    told = (place_of(one.path) for one in lines(part) if "#" in one.path)
    return [one for one in dict.fromkeys(told) if one not in shown]


def _places(section: Section) -> Iterator[str]:
    for row in section.rows:
        yield row.place
        yield from row.marks
        yield from (place for place, _ in row.promises)
        yield from (place for place, _ in row.figures)
        yield from (place for place, _ in row.updates)
    yield from (place for place, _ in section.promises)
    yield from (place for place, _ in section.figures)
