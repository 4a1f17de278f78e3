"""The labels at the right end of a plot, each with a line to what it names; none over another."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.components.figures_labels import Wanted, spread
from answerable.components.figures_svg import number, path, shortened, text

LEADER = 16  # px from the plot to its labels
LINE_HEIGHT = 1.25  # of the size of the letters
REACH = 12  # px: a line to a label ends a little before it


def end_words(
    wanted: Sequence[Wanted], size: float, right: float, edges: tuple[float, float], width: float
) -> list[str]:
    """``wanted`` in px; ``edges``: the top and the bottom; ``width``: of the whole picture."""
    half = size * LINE_HEIGHT / 2
    parts = []
    for one, y in spread(wanted, 2 * half, edges[0] + half, edges[1] - half):
        words = shortened(one.words, width - right - LEADER, size)
        reach = f"M{number(right)} {number(one.at)}L{number(right + REACH)} {number(y)}"
        parts.append(path("ans-plot__leader", reach))
        kind = f"ans-plot__end ans-plot__end--{one.kind}"
        parts.append(text(kind, right + LEADER, y + size * 0.35, words))
    return parts
