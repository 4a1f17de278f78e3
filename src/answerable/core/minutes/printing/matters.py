"""Which entries of a record an update was read from: what was asked then, what is said of it now."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from answerable.core.minutes.printing.paper import About
from answerable.core.minutes.printing.rows import Cells, update_cells
from answerable.core.minutes.record import Entry, MeetingRecord, Update


@dataclass
class Matters:
    """By index of an entry: what it is about, its number in its list, the cells of the row that it was.

    ``told``: what was asked for and what is said of it, with nothing between that says which is which.
    """

    about: dict[int, About] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    cells: dict[int, Cells] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)


def matters_of(record: MeetingRecord) -> Matters:
    found = Matters()
    pairs: dict[tuple[int | None, str | None], list[tuple[int, int]]] = defaultdict(list)
    entries = record["entries"]
    at = 0
    for update in record["updates"]:
        now = _now(entries, update, at)
        if now is None:
            continue
        at = now + 1
        about = About(update["action"], update["meeting"], update["item"], update["status"])
        found.about[now] = about
        found.cells[now] = update_cells(entries[now], update)
        then = _then(entries, now, update)
        if then is not None:
            pairs[entries[now]["item"], entries[now]["heading"]].append((then, now))
            if now == then + 1 and entries[now]["text"] == update["update"]:
                found.about[then] = About(update["action"], update["meeting"], update["item"])
                found.told |= {then, now}
        if now not in found.told:
            _cite(entries, now, about, found)
    for listed in pairs.values():
        _number(listed, found)
    return found


def _now(entries: list[Entry], update: Update, start: int) -> int | None:
    """The entry that gives an update, at or after ``start``; the first of all where none is."""
    said = [(at, one["text"]) for at, one in enumerate(entries) if one["kind"] == "update"]
    exact = [at for at, text in said if text == update["update"]]
    fit = [at for at, text in said if _gives(text, update)]
    for found in (exact, fit):
        later = [at for at in found if at >= start]
        if later:
            return later[0]
    return next(iter([*exact, *fit]), None)


def _gives(text: str, update: Update) -> bool:
    if not update["update"]:
        return update["action"] in text
    return text.endswith(update["update"]) or (update["action"] in text and update["update"] in text)


def _then(entries: list[Entry], now: int, update: Update) -> int | None:
    """The entry before it, under the same heading, that is the earlier action's words."""
    for at in range(now - 1, -1, -1):
        one = entries[at]
        if (one["item"], one["heading"]) != (entries[now]["item"], entries[now]["heading"]):
            return None
        if one["text"] == update["action"]:
            return at
    return None


def _cite(entries: list[Entry], now: int, about: About, found: Matters) -> None:
    """The heading over an update names its item; a number before its words is no part of the words."""
    heading = entries[now]["heading"]
    if heading is None or about.item is None:
        return
    for at in range(now - 1, -1, -1):
        if entries[at]["kind"] == "heading":
            if not re.search(rf"(?<![\w.]){re.escape(about.item)}(?![\w.])", entries[at]["text"]):
                found.about.setdefault(at, about)
            return


def _number(listed: list[tuple[int, int]], found: Matters) -> None:
    """Several actions and then their updates are two lists that go by number."""
    if len(listed) < 2 or max(then for then, _ in listed) > min(now for _, now in listed):
        return
    for place, pair in enumerate(listed, 1):
        for at in pair:
            found.places[at] = place
