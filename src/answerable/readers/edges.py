"""The columns of a table as seen: word processors split a grid finer than anybody sees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

SAME_EDGE = 10.0
"""Points: edges closer than this are one edge that somebody drew twice."""


def merged(edges: Iterable[float]) -> list[float]:
    """The distinct left edges in order, those closer than ``SAME_EDGE`` taken as one."""
    found: list[float] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] > SAME_EDGE:
            found.append(edge)
    return found


def column(edges: Sequence[float], left: float) -> int:
    """The column that begins at ``left``, by the merged edges of its table."""
    return max(bisect_right(edges, left + 0.01) - 1, 0)
