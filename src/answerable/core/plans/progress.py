"""How far a plan is: what its parts add up to, counted, beside what is said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answerable.core.plans.parts import ACTION

NOT_STARTED, UNDER_WAY, DONE, DROPPED = "not-started", "under-way", "done", "dropped"
SMALLEST_SHARE = 10  # parts from which a share is told in per cent: of fewer, one part is over a tenth
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """A part as far as counting goes. ``parent`` is the key of the part that it is under."""

    key: int
    parent: int | None
    kind: str
    state: str
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How many parts are how far; dropped ones are no part of ``total``. ``late``: due, and not done."""

    done: int = 0
    under_way: int = 0
    not_started: int = 0
    dropped: int = 0
    late: int = 0
    actions: bool = True

    @property
    def total(self) -> int:
        return self.done + self.under_way + self.not_started

    @property
    def share(self) -> int | None:
        """Whole per cents that are done; None of too few parts."""
        return round(WHOLE * self.done / self.total) if self.total >= SMALLEST_SHARE else None

    @property
    def exact(self) -> bool:
        return self.total > 0 and WHOLE * self.done % self.total == 0

    def __add__(self, other: Standing) -> Standing:
        return Standing(
            self.done + other.done,
            self.under_way + other.under_way,
            self.not_started + other.not_started,
            self.dropped + other.dropped,
            self.late + other.late,
        )


def standing(parts: Sequence[Counted], today: dt.date) -> Standing:
    """Of a whole plan: its actions; of one that has none, whatever has nothing under it."""
    actions = [one for one in leaves(parts) if one.kind == ACTION]
    found = sum((_one(part, today) for part in actions or leaves(parts)), Standing())
    return found if actions else _without_actions(found)


def _without_actions(found: Standing) -> Standing:
    return Standing(found.done, found.under_way, found.not_started, found.dropped, found.late, actions=False)


def leaves(parts: Sequence[Counted]) -> list[Counted]:
    """The parts that nothing stands under."""
    above = {one.parent for one in parts}
    return [one for one in parts if one.key not in above]


def under(parts: Sequence[Counted], today: dt.date) -> Mapping[int, Standing]:
    """What stands under each part that has parts, all the way down."""
    parents = {one.key: one.parent for one in parts}
    found: dict[int, Standing] = {}
    for leaf in leaves(parts):
        counted = _one(leaf, today)
        for above in ancestors(leaf.key, parents):
            found[above] = found.get(above, Standing()) + counted
    return found


def ancestors(key: int, parents: Mapping[int, int | None]) -> list[int]:
    """The parts over one, the nearest first."""
    found: list[int] = []
    at = parents.get(key)
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def is_late(state: str, due: dt.date | None, today: dt.date) -> bool:
    """Its day is over and it is neither done nor dropped."""
    return due is not None and due < today and state in (NOT_STARTED, UNDER_WAY)


def _one(part: Counted, today: dt.date) -> Standing:
    return Standing(
        done=part.state == DONE,
        under_way=part.state == UNDER_WAY,
        not_started=part.state == NOT_STARTED,
        dropped=part.state == DROPPED,
        late=is_late(part.state, part.due, today),
    )


def in_words(found: Standing, thing: str = "") -> str:
    """75% delivered: 30 of 40 actions done, 6 under way, 4 not started; 3 are late.

    ``thing`` is what the parts are called, where it is neither actions nor objectives.
    """
    if not found.total:
        return "Nothing to count yet." if not found.dropped else "All of it was dropped."
    thing = thing or ("action" if found.actions else "objective")
    if thing == "objective" and found.not_started == found.total:
        many = "1 objective" if found.total == 1 else f"{found.total} objectives"
        return f"{many}; nothing was said yet of how far {'it is' if found.total == 1 else 'they are'}."
    rest = [
        f"{count} {words}"
        for count, words in ((found.under_way, "under way"), (found.not_started, "not started"))
        if count
    ]
    many = thing if found.total == 1 else f"{thing}s"
    counts = ", ".join([f"{found.done} of {found.total} {many} done", *rest])
    late = f"; {found.late} {'is' if found.late == 1 else 'are'} late" if found.late else ""
    dropped = f"; {found.dropped} dropped and not counted" if found.dropped else ""
    return f"{_delivered(found)}{counts}{late}{dropped}."


def _delivered(found: Standing) -> str:
    if found.share is None:
        return ""
    return f"{found.share}% delivered: " if found.exact else f"Around {found.share}% delivered: "


def mean_progress(parts: Iterable[tuple[str, int | None]]) -> int | None:
    """The mean of how far parts are, of their states and per cents: done is whole, not started nothing.

    None where one that is under way has no per cents, or none is under way: then counting says it all.
    """
    counting = [one for one in parts if one[0] != DROPPED]
    halves = [progress for state, progress in counting if state == UNDER_WAY]
    known = [one for one in halves if one is not None]
    if not halves or len(known) < len(halves):
        return None
    done = sum(state == DONE for state, _ in counting)
    return round((WHOLE * done + sum(known)) / len(counting))
