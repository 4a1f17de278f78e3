"""Grids: the tables that crossing rules make, with their bands (rows) and cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from answerable.readers.paper.pieces import Piece
from answerable.readers.paper.rules import Rule, Rules

REACH = 2.5
"""Points by which a rule may miss the one that it should meet."""
NARROW = 4.0
"""Points: a band or column smaller than this holds no text; its two edges are one."""


@dataclass(slots=True)
class Area:
    """One cell as ruled: from column ``column`` of band ``band``, and the pieces found in it."""

    band: int
    column: int
    x0: float
    x1: float
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A ruled table on one page: ``xs`` and ``ys`` are its edges, ``bands`` the cells by band.

    A cell that goes over several bands stands in the list of each of them.
    """

    xs: list[float]
    ys: list[float]
    bands: list[list[Area]]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the table."""
        ys, xs = self.ys, self.xs
        return ys[0] <= y <= ys[-1] and xs[0] - REACH <= x <= xs[-1] + REACH

    def pieces(self) -> Iterator[Piece]:
        """The pieces that stand in the grid's cells."""
        for number, band in enumerate(self.bands):
            for area in band:
                if area.band == number:
                    yield from area.pieces

    def band_at(self, y: float) -> list[Area]:
        """The cells of the band at height ``y``, left to right."""
        return self.bands[min(max(bisect_right(self.ys, y) - 1, 0), len(self.bands) - 1)]


def grids_of(rules: Rules) -> tuple[list[Grid], list[Rule]]:
    """The page's ruled tables of two columns or more, top to bottom, and the level rules of no table."""
    found: list[Grid] = []
    loose: list[Rule] = []
    for level, upright in _crossing(rules.level, rules.upright):
        grid = _grid(level, upright) if level and upright else None
        if grid is not None:
            found.append(grid)
        elif not upright:
            loose.extend(level)
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0])), loose


def _crossing(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that hang together by crossing (union-find)."""
    parent = list(range(len(level) + len(upright)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    heights = [rule.at for rule in level]
    for number, (x, start, end) in enumerate(upright, len(level)):
        first, last = bisect_left(heights, start - REACH), bisect_right(heights, end + REACH)
        for other in range(first, last):
            rule = level[other]
            if rule.start - REACH <= x <= rule.end + REACH:
                parent[root(other)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate(level):
        groups.setdefault(root(number), ([], []))[0].append(rule)
    for number, rule in enumerate(upright, len(level)):
        groups.setdefault(root(number), ([], []))[1].append(rule)
    return list(groups.values())


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    xs = _edges([rule.at for rule in upright] + [min(r.start for r in level), max(r.end for r in level)])
    ys = _edges([rule.at for rule in level] + [min(r.start for r in upright), max(r.end for r in upright)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Grid(xs, ys, _bands(xs, ys, level, upright))


def _edges(places: list[float]) -> list[float]:
    """Sorted places, those too near to the one before left out."""
    places.sort()
    kept = [places[0]]
    for place in places[1:]:
        if place - kept[-1] > NARROW:
            kept.append(place)
    return kept


def _bands(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> list[list[Area]]:
    bands: list[list[Area]] = []
    heights = [rule.at for rule in level]
    for number, (top, bottom) in enumerate(pairwise(ys)):
        middle = (top + bottom) / 2
        inner = [rule.at for rule in upright if rule.start <= middle <= rule.end]
        columns = [0] + [c for c in range(1, len(xs) - 1) if _near(inner, xs[c])] + [len(xs) - 1]
        over = level[bisect_left(heights, top - NARROW) : bisect_right(heights, top + NARROW)]
        above = {(area.x0, area.x1): area for area in bands[-1]} if bands else {}
        band = []
        for first, last in pairwise(columns):
            x0, x1 = xs[first], xs[last]
            grown = above.get((x0, x1))
            if grown is None or _ruled(over, (x0 + x1) / 2):
                grown = Area(number, first, x0, x1)
            band.append(grown)
        bands.append(band)
    return bands


def _near(places: Sequence[float], x: float) -> bool:
    return any(abs(place - x) <= NARROW for place in places)


def _ruled(over: Sequence[Rule], x: float) -> bool:
    return any(rule.start <= x <= rule.end for rule in over)
