"""Grids: the tables that crossing rules make, with their bands (rows) and cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
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

    A cell that goes over several bands stands in the list of each of them. ``open`` are the columns whose
    last cell has no rule below it.
    """

    xs: list[float]
    ys: list[float]
    bands: list[list[Area]]
    open: frozenset[int] = frozenset()

    def holds(self, y: float, x0: float, x1: float) -> bool:
        """Whether one end of a line at height ``y`` lies in the table."""
        ys, xs = self.ys, self.xs
        if not ys[0] <= y <= ys[-1]:
            return False
        left, right = xs[0] - REACH, xs[-1] + REACH
        return left <= x0 <= right or left <= x1 <= right

    def pieces(self) -> Iterator[Piece]:
        """The pieces that stand in the grid's cells."""
        for number, band in enumerate(self.bands):
            for area in band:
                if area.band == number:
                    yield from area.pieces

    def band_at(self, y: float) -> list[Area]:
        """The cells of the band at height ``y``, left to right."""
        above = bisect_right(self.ys, y, 1, len(self.bands))
        return self.bands[above - 1]


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
        for other, (_, left, right) in enumerate(level[first:last], first):
            if left - REACH <= x <= right + REACH:
                parent[other if parent[other] == other else root(other)] = number
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
    bands = _bands(xs, ys, level, upright)
    foot = [rule for rule in level if rule.at > ys[-1] - NARROW]
    left_open = [area.column for area in bands[-1] if not _ruled(foot, (area.x0 + area.x1) / 2)]
    return Grid(xs, ys, bands, frozenset(left_open))


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
    inner = _inner_edges(xs, upright)
    before: list[int] = []
    above: list[Area] = []
    for number, (top, bottom) in enumerate(pairwise(ys)):
        columns = [0, *_columns_at((top + bottom) / 2, inner), len(xs) - 1]
        over = level[bisect_left(heights, top - NARROW) : bisect_right(heights, top + NARROW)]
        grown: Iterable[Area | None] = above if columns == before else _same_edges(xs, columns, above)
        band = []
        for (first, last), area in zip(pairwise(columns), grown, strict=True):
            x0, x1 = xs[first], xs[last]
            if area is None or _ruled(over, (x0 + x1) / 2):
                area = Area(number, first, x0, x1, [])
            band.append(area)
        bands.append(band)
        before, above = columns, band
    return bands


Spans = list[tuple[int, list[tuple[float, float]]]]
"""Columns with the heights from and to which a rule stands at their left edge."""


def _inner_edges(xs: Sequence[float], upright: Sequence[Rule]) -> Spans:
    """The rules at the edges between the table's outer ones."""
    return [
        (column, [(start, end) for at, start, end in upright if -NARROW <= at - xs[column] <= NARROW])
        for column in range(1, len(xs) - 1)
    ]


def _columns_at(height: float, inner: Spans) -> list[int]:
    """The columns that begin with a rule at this height."""
    found = []
    for column, spans in inner:
        for start, end in spans:
            if start <= height <= end:
                found.append(column)
                break
    return found


def _same_edges(xs: Sequence[float], columns: Sequence[int], above: Sequence[Area]) -> list[Area | None]:
    """For each cell between these columns, the one with the same edges in the band above."""
    by_edges = {(area.x0, area.x1): area for area in above}
    return [by_edges.get((xs[first], xs[last])) for first, last in pairwise(columns)]


def _ruled(over: Sequence[Rule], x: float) -> bool:
    return any(start <= x <= end for _, start, end in over)
