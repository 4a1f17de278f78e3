"""Where labels go: never over one another, never off the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Wanted(NamedTuple):
    """A label beside a line: its words, where it would stand, and what goes first where room is short (0)."""

    at: float
    words: str
    kind: str = ""
    rank: int = 0


class Box(NamedTuple):
    """A rectangle, in px."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Do the two share more than an edge?"""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Does it lie wholly inside the other?"""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


def spread(wanted: Sequence[Wanted], apart: float, first: float, last: float) -> list[tuple[Wanted, float]]:
    """Each label with the place that it gets, in order: as near to where it would stand as can be.

    ``apart`` is from one to the next; all are kept from ``first`` to ``last``. Where there is no room for
    all, those of the highest rank are left out. Neighbours that are too near share the way (pool adjacent
    violators: the places with the least sum of squared distances).
    """
    room = max(int((last - first) / apart + 1e-9) + 1, 0) if last >= first else 0
    kept = sorted(sorted(wanted, key=lambda one: one.rank)[:room], key=lambda one: (one.at, one.rank))
    pools: list[list[float]] = []  # sum, count
    for index, one in enumerate(kept):
        pools.append([one.at - index * apart, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += count
    offsets = [total / count for total, count in pools for _ in range(int(count))]
    highest = last - (len(kept) - 1) * apart
    return [
        (one, min(max(offset, first), highest) + index * apart)
        for index, (one, offset) in enumerate(zip(kept, offsets, strict=True))
    ]


class Crowd:
    """Many boxes that a word should not hide, by columns: only those near a word are looked at."""

    COLUMN = 16  # px

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._columns: dict[int, list[Box]] = {}
        for box in boxes:
            for column in self._of(box):
                self._columns.setdefault(column, []).append(box)

    def hidden(self, box: Box) -> int:
        """How much a word in this place would hide: a box counts in each column where it does."""
        left, top, right, bottom = box
        return sum(
            one[0] < right and left < one[2] and one[1] < bottom and top < one[3]
            for column in self._of(box)
            for one in self._columns.get(column, ())
        )

    def _of(self, box: Box) -> range:
        return range(int(box.left // self.COLUMN), int(box.right // self.COLUMN) + 1)


def place(candidates: Iterable[Box], taken: Sequence[Box], around: Crowd, inside: Box) -> Box | None:
    """The first candidate that hides nothing, else the one that hides the least; None where none is free.

    It never overlaps a label that is ``taken`` and never leaves ``inside``; what lies ``around`` (points) it
    may cover where there is no other way.
    """
    best, least = None, 0
    for box in candidates:
        if not box.within(inside) or any(box.overlaps(other) for other in taken):
            continue
        hidden = around.hidden(box)
        if not hidden:
            return box
        if best is None or hidden < least:
            best, least = box, hidden
    return best
