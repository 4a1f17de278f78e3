"""A subject's thread through the meetings: what of them belongs to it, and which led to which.

Everything is told by places. Rows and the places where a subject is spoken of are under agenda items; an item
may speak of one subject or of many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from answerable.core.subjects.plain import GENERAL, STANDING_KINDS, WEAK
from answerable.core.subjects.tokens import stems_of

Kind = Literal["question", "figure", "promise", "action", "update", "closed", "revisit", "judged", "said"]

ORDER: Mapping[str, int] = {
    "said": 0, "question": 1, "figure": 2, "promise": 3, "action": 4, "update": 5, "closed": 6, "revisit": 7,
    "judged": 8,
}  # fmt: skip
"""What is said in one line stands in this order."""

SHARED_WORDS = 0.5
"""A figure is about a subject where what it measures has at least so many of the name's words."""


class Spot(NamedTuple):
    """Where a subject is spoken of: under a heading of an item, in an entry; no entry: all of the item.

    ``names_heading``: the entry is the heading itself.
    """

    item: int
    kind: str
    heading: str | None = None
    entry: int | None = None
    names_heading: bool = False


class Row(NamedTuple):
    """A row of the record under an item; ``entries`` are the positions of its lines in the minutes."""

    item: int | None
    heading: str | None = None
    entries: tuple[int, ...] = ()


class Spots:
    """The places of one subject, to ask what belongs to it."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._of_item: dict[int, list[Spot]] = defaultdict(list)
        for one in spots:
            self._of_item[one.item].append(one)

    def have(self, row: Row) -> bool:
        """Whether a row is about the subject: its very lines, or the heading or item that they stand under.

        An item that stands on every agenda (matters arising) speaks of everything: there only lines count,
        and what stands under a heading that names the subject.
        """
        return any(_about(spot, row) for spot in self._of_item.get(row.item or 0, ()))


def _about(spot: Spot, row: Row) -> bool:
    if spot.entry is None or spot.entry in row.entries:
        return True
    if spot.kind in STANDING_KINDS and not spot.names_heading:
        return False
    return spot.heading == row.heading


def measures(name: str, measure: str) -> bool:
    """Whether a figure of a measure is one about the subject of this name."""
    words = set(stems_of(name)) - GENERAL - WEAK or set(stems_of(name)) - GENERAL
    shared = words & set(stems_of(measure))
    return bool(words) and len(shared) >= SHARED_WORDS * len(words)


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a thread.

    ``key`` is that of its row; ``place`` orders what happened on one day: its meeting, and the positions of
    its item and line there (a large number where it has none). ``item``: what it stands under. ``of``: the
    action that an update or closing is about.
    """

    kind: Kind
    key: int
    on: date
    forum: str
    place: tuple[int, int, int] = (0, 0, 0)
    item: int | None = None
    of: int | None = None


def in_order(events: Iterable[Event]) -> list[Event]:
    """The oldest first; what one meeting said in the order in which it was said."""
    return sorted(events, key=lambda one: (one.on, one.place, ORDER[one.kind], one.key))


def joins(events: Sequence[Event]) -> list[tuple[int, int]]:
    """Which led to which, as indexes of events that are in order.

    An action and a promise come from the last question asked before them under the same item; an update comes
    from what was said of its action before; so does the closing.
    """
    found: list[tuple[int, int]] = []
    asked: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, one in enumerate(events):
        if one.kind == "question" and one.item is not None:
            asked[one.item] = at
        elif one.kind in ("action", "promise") and one.item in asked:
            found.append((asked[one.item], at))
        elif one.of in last:
            found.append((last[one.of], at))
        if one.kind == "action":
            last[one.key] = at
        elif one.of is not None:
            last[one.of] = at
    return found


class Asker(NamedTuple):
    """A post as the minutes name it, "PCC", and how many people asked in it."""

    post: str
    people: int


def askers(asked: Iterable[tuple[str, str | None]]) -> list[Asker]:
    """Who asked, from posts and the names of their holders then, in the order in which they first did."""
    people: dict[str, set[str]] = {}
    for post, name in asked:
        people.setdefault(post, set()).add(name or "")
    return [Asker(post, max(1, len(names - {""}))) for post, names in people.items()]


def counted(classes: Iterable[str], order: Collection[str]) -> list[tuple[str, int]]:
    """How often each class is there, those that are, in the order given."""
    found: dict[str, int] = {}
    for one in classes:
        found[one] = found.get(one, 0) + 1
    return [(name, found[name]) for name in order if name in found]
