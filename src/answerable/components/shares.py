"""Bars that show shares, and bars that show how many: SVG as in ``components.charts``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

SHARES_WIDTH, SHARES_HEIGHT = 220, 16
"""Of a row's bar, in px: it has the same length in every row, so that it shows shares and not sizes."""

LETTER_ROOM = 13  # px that a letter takes
LETTER_LINE = 12


class Share(NamedTuple):
    """A part of a whole: ``kind`` names its look, the letter tells it apart without colour."""

    kind: str
    letter: str
    many: int


def shares(parts: Sequence[Share], label: str) -> Markup:
    """One bar, a part for each share, with its letter where there is room."""
    whole = sum(part.many for part in parts)
    shapes: list[str] = []
    x = 0.0
    for part in parts:
        width = SHARES_WIDTH * part.many / whole if whole else 0.0
        if width:
            shapes.append(
                f'<rect class="ans-share ans-share--{part.kind}" x="{x:.1f}" y="0.5" width="{width:.1f}"'
                f' height="{SHARES_HEIGHT - 1}"/>'
            )
        if width >= LETTER_ROOM:
            shapes.append(
                f'<text class="ans-share-letter ans-share-letter--{part.kind}" x="{x + width / 2:.1f}"'
                f' y="{LETTER_LINE}" text-anchor="middle">{part.letter}</text>'
            )
        x += width
    return _svg("ans-shares", SHARES_WIDTH, SHARES_HEIGHT, label, shapes)


BAND_HEIGHT, BAND_STEP, BAND_WIDTH, NAME_ROOM, COUNT_ROOM = 22, 30, 340, 130, 60


def counts(bands: Sequence[tuple[str, int]], label: str, names: int = NAME_ROOM) -> Markup:
    """A bar to each band, with its name before it and its count behind it; none where all are empty.

    ``names`` is the room that the longest name takes, in px.
    """
    most = max((count for _, count in bands), default=0)
    if not most:
        return Markup("")
    shapes = []
    for place, (name, count) in enumerate(bands):
        y, width = place * BAND_STEP, BAND_WIDTH * count / most
        line = y + BAND_HEIGHT - 6
        shapes.append(
            f'<text class="ans-band" x="{names - 8}" y="{line}" text-anchor="end">{escape(name)}</text>'
            f'<rect class="ans-bar" x="{names}" y="{y}" width="{max(width, 1):.1f}"'
            f' height="{BAND_HEIGHT}"/>'
            f'<text class="ans-band" x="{names + width + 8:.1f}" y="{line}">{count:,}</text>'
        )
    return _svg("ans-bands", names + BAND_WIDTH + COUNT_ROOM, len(bands) * BAND_STEP, label, shapes)


def _svg(kind: str, width: int, height: int, label: str, shapes: Sequence[str]) -> Markup:
    head = Markup('<svg class="{}" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">')
    return head.format(kind, width, height, width, height, label) + Markup("".join(shapes)) + Markup("</svg>")
