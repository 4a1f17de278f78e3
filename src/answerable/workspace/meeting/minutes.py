"""Rows of the record put together as minutes: headings, lines, and what belongs beside each line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.meetings.models import Entry, Exchange, Item
from answerable.meetings.models import Warning as MeetingWarning

LINES = 100  # entries on a page
CHARACTERS = 28_000  # of their text: with what stands around it a page stays under 100 kB
LONGEST = 6_000  # characters of one entry that are shown here; the source shows all


@dataclass(slots=True)
class LineOf:
    """An entry with its actions, promises, updates and warnings; ``stance`` of the exchange it ends.

    ``answers``: the lines that say what became of the action that this one repeats. ``label``: the line
    before it that only announced it. ``goes_on``: the speaker of the line before speaks on.
    """

    entry: Entry
    actions: list[Action] = field(default_factory=list)
    promises: list[Commitment] = field(default_factory=list)
    updates: list[ActionUpdate] = field(default_factory=list)
    warnings: list[MeetingWarning] = field(default_factory=list)
    answers: list[LineOf] = field(default_factory=list)
    stance: str = ""
    headed: bool = False
    label: str = ""
    goes_on: bool = False
    label_entry: Entry | None = None

    @property
    def text(self) -> str:
        whole = self.entry.text
        return whole if len(whole) <= LONGEST else whole[:LONGEST] + " …"


@dataclass(slots=True)
class Section:
    """An agenda item with its lines; ``item`` is None before the first, ``continued`` from a page before."""

    item: Item | None
    continued: bool = False
    lines: list[LineOf] = field(default_factory=list)
    warnings: list[MeetingWarning] = field(default_factory=list)


@dataclass(slots=True)
class Beside:
    """Everything of a meeting that stands beside its lines."""

    actions: Sequence[Action] = ()
    promises: Sequence[Commitment] = ()
    updates: Sequence[ActionUpdate] = ()
    warnings: Sequence[MeetingWarning] = ()
    exchanges: Sequence[Exchange] = ()


def cuts(lengths: Sequence[int]) -> list[int]:
    """Where pages begin, as places in the list of entries: each is short enough, none is empty."""
    found, start, before = [0], 0, 0
    for place, total in enumerate(accumulate(lengths)):
        if place > start and (place - start >= LINES or total - before > CHARACTERS):
            found.append(place)
            start, before = place, total - lengths[place]
    return found


def sections(items: Sequence[Item], entries: Sequence[Entry], is_first: bool, is_last: bool) -> list[Section]:
    """The entries of a page under the headings of their items; items without entries keep their place."""
    found: list[Section] = []
    known = {item.pk: item for item in items}
    here = entries[0].item_id if entries else None
    reached = -1 if is_first or here is None else known[here].position
    if not is_first and here is not None:
        found.append(Section(known[here], continued=True))
    for entry in entries:
        item = known.get(entry.item_id) if entry.item_id else None
        if item and item.position > reached:
            found += [Section(one) for one in items if reached < one.position <= item.position]
            reached = item.position
        elif not found or (found[-1].item and found[-1].item.pk) != entry.item_id:
            found.append(Section(None) if item is None else Section(item, continued=True))
        found[-1].lines.append(LineOf(entry))
    if is_last:
        found += [Section(one) for one in items if one.position > reached]
    return found


def lay_beside(found: Sequence[Section], beside: Beside) -> None:
    """Give each line what is about it, and each heading the warnings that are about its item only."""
    lines = {line.entry.pk: line for section in found for line in section.lines}
    for action in beside.actions:
        if action.entry_id in lines:
            lines[action.entry_id].actions.append(action)
    for promise in beside.promises:
        if promise.entry_id in lines:
            lines[promise.entry_id].promises.append(promise)
    for warning in beside.warnings:
        if warning.entry_id in lines:
            lines[warning.entry_id].warnings.append(warning)
    _lay_updates(list(lines.values()), beside.updates)
    _lay_stances(lines.values(), beside.exchanges)
    _head(found)
    for section in found:
        if section.item and not section.continued:
            about = section.item.pk
            section.warnings = [one for one in beside.warnings if one.item_id == about and not one.entry_id]


def _lay_updates(lines: Sequence[LineOf], updates: Iterable[ActionUpdate]) -> None:
    """An update belongs to the line that its place begins in."""
    for update in updates:
        start = _start(update.source)
        line = next((line for line in lines if holds(line.entry.source, start)), None)
        if line:
            line.updates.append(update)


def _lay_stances(lines: Iterable[LineOf], exchanges: Iterable[Exchange]) -> None:
    """The commissioner's own word stands beside the last line of its exchange."""
    said: Mapping[int, str] = {one.entries[-1]: one.stance for one in exchanges if one.stance and one.entries}
    for line in lines:
        line.stance = said.get(line.entry.position, "")


def _head(found: Sequence[Section]) -> None:
    """Mark the first line under an unnumbered heading that has no heading entry of its own."""
    for section in found:
        last = None
        for line in section.lines:
            if line.entry.kind == "heading":
                last = line.entry.text
            line.headed = (
                bool(line.entry.heading) and line.entry.heading != last and line.entry.kind != "heading"
            )
            last = line.entry.heading or last


def _start(source: Sequence[Mapping[str, int]]) -> int:
    return source[0]["start"] if source else -1


def holds(source: Sequence[Mapping[str, int]], offset: int) -> bool:
    """Does one of the places cover this character?"""
    return any(place["start"] <= offset < place["end"] for place in source)
