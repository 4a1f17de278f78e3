"""Moving an agenda item about, with all that stands under it: up, down, in and out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from answerable.core.agenda.numbering import DEEPEST
from answerable.core.refusal import Refusal

T = TypeVar("T")
Outline = list[tuple[T, int]]
"""Items in order, each with its level, 1 for the outermost."""


def moved(outline: Sequence[tuple[T, int]], at: int, way: str) -> Outline[T]:
    """The outline with the item at a place moved ("up", "down", "in", "out"). Raises Refusal."""
    if way not in _WAYS:
        raise Refusal("Say whether the item goes up, down, in or out.")
    return _WAYS[way](list(outline), at)


def ways(outline: Sequence[tuple[T, int]], at: int) -> list[str]:
    """The ways in which the item at a place can be moved."""
    return [way for way in _WAYS if _can(outline, at, way)]


def end_of(levels: Sequence[int], at: int) -> int:
    """The place after the item at a place and all that stands under it."""
    end = at + 1
    while end < len(levels) and levels[end] > levels[at]:
        end += 1
    return end


def without(outline: Sequence[tuple[T, int]], at: int) -> tuple[Outline[T], list[T]]:
    """The outline without the item at a place and what stands under it; and these, in order."""
    end = end_of([level for _, level in outline], at)
    return [*outline[:at], *outline[end:]], [one for one, _ in outline[at:end]]


def _can(outline: Sequence[tuple[T, int]], at: int, way: str) -> bool:
    try:
        moved(outline, at, way)
    except Refusal:
        return False
    return True


def _up(outline: Outline[T], at: int) -> Outline[T]:
    before = _sibling_before(outline, at)
    if before is None:
        raise Refusal("This item is the first where it stands.")
    end = end_of([level for _, level in outline], at)
    return [*outline[:before], *outline[at:end], *outline[before:at], *outline[end:]]


def _down(outline: Outline[T], at: int) -> Outline[T]:
    levels = [level for _, level in outline]
    after = end_of(levels, at)
    if after == len(levels) or levels[after] < levels[at]:
        raise Refusal("This item is the last where it stands.")
    return _up(outline, after)


def _in(outline: Outline[T], at: int) -> Outline[T]:
    levels = [level for _, level in outline]
    end = end_of(levels, at)
    if _sibling_before(outline, at) is None:
        raise Refusal("There is no item before this one that it could stand under.")
    if max(levels[at:end]) >= DEEPEST:
        raise Refusal(f"An agenda is numbered to {DEEPEST} levels: no deeper.")
    return [*outline[:at], *((one, level + 1) for one, level in outline[at:end]), *outline[end:]]


def _out(outline: Outline[T], at: int) -> Outline[T]:
    """Behind all that stands under the same item: what came after it stays where it belongs."""
    levels = [level for _, level in outline]
    if levels[at] == 1:
        raise Refusal("This item stands under no other.")
    end, last = end_of(levels, at), at + 1
    while last < len(levels) and levels[last] >= levels[at]:
        last += 1
    lifted = [(one, level - 1) for one, level in outline[at:end]]
    return [*outline[:at], *outline[end:last], *lifted, *outline[last:]]


def _sibling_before(outline: Outline[T], at: int) -> int | None:
    """The nearest item before that stands under the same one."""
    level = outline[at][1]
    for place in range(at - 1, -1, -1):
        if outline[place][1] <= level:
            return place if outline[place][1] == level else None
    return None


_WAYS: dict[str, Callable[..., Outline[T]]] = {"up": _up, "down": _down, "in": _in, "out": _out}
