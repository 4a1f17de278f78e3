"""What is restricted with a part of the minutes: everything under it, and everything made of its words.

A place is a span of the source's text, as the meeting record gives it: ``start`` and ``end`` in characters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Place = Mapping[str, Any]


class Span(NamedTuple):
    """Characters of the source's text, the end left out."""

    start: int
    end: int


def spans(places: Iterable[Place]) -> list[Span]:
    """The spans of places; a place without one has none."""
    return [
        Span(one["start"], one["end"])
        for one in places
        if one.get("start") is not None and one.get("end") is not None
    ]


def touch(some: Iterable[Span], others: Sequence[Span]) -> bool:
    """Do any two of them share a character?"""
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def items_below(levels: Sequence[int], marked: Collection[int]) -> set[int]:
    """The positions of marked items and of all the items under them, in order of the agenda.

    ``levels`` gives each item's depth, 1 for the outermost.
    """
    found: set[int] = set()
    depth: int | None = None
    for position, level in enumerate(levels):
        if depth is not None and level <= depth:
            depth = None
        if depth is None and position in marked:
            depth = level
        if depth is not None:
            found.add(position)
    return found


def is_restricted(
    *, under: bool, places: Iterable[Place], closed: Sequence[Span], item_has_closed: bool
) -> bool:
    """Is a row that was made of the minutes restricted?

    ``under``: its item or line is. ``closed``: the spans of the restricted lines of its meeting. A row that
    cannot say where it stands is restricted with any line of its item: what is unsure is not shown.
    """
    if under:
        return True
    here = spans(places)
    return touch(here, closed) if here else item_has_closed


def places_again(old: Sequence[Sequence[Place]], new: Sequence[Sequence[Place]]) -> list[list[int]]:
    """Where lines of one reading stand in another of the same text: for each the indexes of those there.

    The line with the same places, else all that share a character with it; none where there is none.
    """
    exact = {tuple(spans(places)): at for at, places in enumerate(new) if places}
    return [_again(spans(places), exact, new) for places in old]


def _again(here: list[Span], exact: Mapping[Any, int], new: Sequence[Sequence[Place]]) -> list[int]:
    if not here:
        return []
    if tuple(here) in exact:
        return [exact[tuple(here)]]
    return [at for at, places in enumerate(new) if touch(spans(places), here)]
