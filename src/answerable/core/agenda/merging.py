"""Putting what an agenda proposes into what people made of it: a person's change is never undone.

A proposal that was put is known by its key, also after a person took its item off. What a person has not
touched follows its source; what a person changed stays; what has lost its reason goes if nobody touched it
and nothing hangs on it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answerable.core.agenda.building import DECIDED, Wanted
from answerable.core.agenda.moving import end_of
from answerable.core.agenda.numbering import DEEPEST


@dataclass(frozen=True, slots=True)
class Held:
    """An item that stands on the agenda. ``key`` and the texts as they were proposed; "" where a person
    wrote it."""

    item: int
    level: int
    title: str
    note: str = ""
    key: str = ""
    proposed_title: str = ""
    proposed_note: str = ""

    @property
    def untouched(self) -> bool:
        return bool(self.key) and (self.title, self.note) == (self.proposed_title, self.proposed_note)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the agenda: of an item that stands there (``item``), or of one that is to be made."""

    level: int
    item: int | None = None
    wanted: Wanted | None = None

    @property
    def key(self) -> str:
        return self.wanted.key if self.wanted else ""


@dataclass(frozen=True, slots=True)
class Change:
    """An item that follows its source: its texts, and what they were proposed as."""

    item: int
    title: str
    note: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Merged:
    """``places`` in order, ``changed`` texts, and the items that are ``gone`` with their reason."""

    places: list[Place]
    changed: list[Change]
    gone: list[int]

    @property
    def new(self) -> list[Wanted]:
        return [one.wanted for one in self.places if one.item is None and one.wanted]

    @property
    def says_something(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def merge(
    wanted: Sequence[Wanted], held: Sequence[Held], taken_off: Collection[str], fixed: Collection[int] = ()
) -> Merged:
    """The agenda with what is new put in its place.

    ``taken_off`` are the keys of proposals that a person took off, ``fixed`` the items that cannot go
    because something hangs on them.
    """
    reasons = {one.key: one for one in wanted}
    gone = _gone(held, reasons, fixed)
    kept = [one for one in held if one.item not in gone]
    known = {one.key for one in held} | set(taken_off)
    places = [Place(one.level, one.item, reasons.get(one.key)) for one in kept]
    fresh = [one for one in wanted if one.key not in known]
    for one in _needed(fresh):
        _put(places, one, wanted)
    changed = [change for one in kept if (change := _followed(one, reasons.get(one.key)))]
    return Merged(places, changed, sorted(gone))


def _needed(fresh: Sequence[Wanted]) -> list[Wanted]:
    """Without an empty heading for questions that all stand elsewhere already."""
    return [one for one in fresh if one.key != "questions" or any(other.under == one.key for other in fresh)]


def _gone(held: Sequence[Held], reasons: Collection[str], fixed: Collection[int]) -> set[int]:
    """Items whose reason went away, which nobody touched, and under which nothing stays."""
    levels = [one.level for one in held]
    gone: set[int] = set()
    for at in range(len(held) - 1, -1, -1):
        one = held[at]
        below = {other.item for other in held[at + 1 : end_of(levels, at)]}
        lost = one.untouched and one.key not in reasons and not one.key.startswith(DECIDED)
        if lost and one.item not in fixed and below <= gone:
            gone.add(one.item)
    return gone


def _followed(held: Held, source: Wanted | None) -> Change | None:
    """What of an item follows its source: each text that is still as it was proposed."""
    if source is None or (source.title, source.note) == (held.proposed_title, held.proposed_note):
        return None
    title = source.title if held.title == held.proposed_title else held.title
    note = source.note if held.note == held.proposed_note else held.note
    return Change(held.item, title, note, source)


def _put(places: list[Place], one: Wanted, order: Sequence[Wanted]) -> None:
    """Put a proposal where it belongs among what stands there."""
    keys = [place.key for place in places]
    parent = _standing_above(one, order, keys)
    if parent is None:
        places.insert(_place_outside(one, places, order), Place(1, wanted=one))
        return
    at = _place_under(one, parent, places, order)
    places.insert(at, Place(min(places[parent].level + 1, DEEPEST), wanted=one))


def _standing_above(one: Wanted, order: Sequence[Wanted], keys: Sequence[str]) -> int | None:
    """The place of the nearest item that it belongs under and that stands on the agenda."""
    above = {other.key: other.under for other in order}
    under = one.under
    while under and under not in keys:
        under = above.get(under, "")
    return keys.index(under) if under else None


def _place_under(one: Wanted, parent: int, places: Sequence[Place], order: Sequence[Wanted]) -> int:
    """Behind the nearest earlier proposal under the same item, else before the next, else at its end."""
    levels = [place.level for place in places]
    before = _before(one, order)
    if levels[parent] >= DEEPEST:  # what cannot stand deeper follows it at its own level
        end = parent + 1
        while end < len(places) and levels[end] >= DEEPEST and places[end].key in before:
            end += 1
        return end
    end = end_of(levels, parent)
    beside = [at for at in range(parent + 1, end) if places[at].key and levels[at] == levels[parent] + 1]
    earlier = [at for at in beside if places[at].key in before]
    if earlier:
        return end_of(levels, earlier[-1])
    return beside[0] if beside else end


def _place_outside(one: Wanted, places: Sequence[Place], order: Sequence[Wanted]) -> int:
    """Behind the nearest earlier proposal that stands and all that stands under it; else before the next."""
    levels = [place.level for place in places]
    before = _before(one, order)
    by_key = {place.key: at for at, place in enumerate(places) if place.key}
    beside = {other.key for other in order if other.under in ("", one.under)}
    earlier = [by_key[key] for key in before if key in by_key and key in beside]
    earlier = earlier or [by_key[key] for key in before if key in by_key]
    if earlier:
        end = earlier[-1] + 1
        while end < len(places) and levels[end] > 1:
            end += 1
        return end
    later = [by_key[other.key] for other in order if other.key in by_key and other.key not in before]
    at = later[0] if later else len(places)
    while 0 < at < len(places) and levels[at] > 1:
        at -= 1
    return at


def _before(one: Wanted, order: Sequence[Wanted]) -> list[str]:
    """The keys of what should stand before it, in order."""
    keys = [other.key for other in order]
    return keys[: keys.index(one.key)]
