"""Finding what had an address before among what a new reading or a correction made of it.

An address is given once. A thing that is found again keeps its own; one that is new gets one that nothing
ever had; one that is gone leaves its address behind, which nobody else gets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

ALIKE = 60.0
"""Of 100, as rapidfuzz's ratio counts: the same line with a word or two put right, and not another line."""

Fresh = Callable[[int, set[str]], str]
"""Makes an address for the thing at that place that is none of those."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What tells it apart: its number as printed, "" where it has none, and its words."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Held:
    """An address, and what it was given to."""

    path: str
    thing: Thing


def addresses(things: Sequence[Thing], held: Sequence[Held], fresh: Fresh) -> list[str]:
    """An address for each thing, in their order: no two have the same."""
    found: dict[int, str] = {}
    for rule in (_same, _same_words, _alike):
        free = [one for one in held if one.path not in found.values()]
        left = [at for at in range(len(things)) if at not in found]
        found.update(rule(things, left, free))
    taken = {one.path for one in held}
    for at in range(len(things)):
        if at not in found:
            found[at] = fresh(at, taken)
            taken.add(found[at])
    return [found[at] for at in range(len(things))]


Pairs = Iterator[tuple[int, str]]


def _same(things: Sequence[Thing], left: Sequence[int], free: Sequence[Held]) -> Pairs:
    """Number and words as they were; of several that are the same the first takes the first."""
    there: dict[Thing, list[str]] = {}
    for one in free:
        there.setdefault(one.thing, []).append(one.path)
    for at in left:
        if there.get(things[at]):
            yield at, there[things[at]].pop(0)


def _same_words(things: Sequence[Thing], left: Sequence[int], free: Sequence[Held]) -> Pairs:
    """Another number: words that nothing else has, before or now."""
    now, before = [things[at].words for at in left], [one.thing.words for one in free]
    for at in left:
        words = things[at].words
        if words.strip() and now.count(words) == 1 and before.count(words) == 1:
            yield at, free[before.index(words)].path


def _alike(things: Sequence[Thing], left: Sequence[int], free: Sequence[Held]) -> Pairs:
    """Words that were put right under the same number; what came before is not looked at again."""
    begin = 0
    for at in left:
        for place in range(begin, len(free)):
            one = free[place].thing
            if one.number == things[at].number and _ratio(one.words, things[at].words) >= ALIKE:
                yield at, free[place].path
                begin = place + 1
                break


def _ratio(one: str, other: str) -> float:
    return fuzz.ratio(one, other, score_cutoff=ALIKE)
