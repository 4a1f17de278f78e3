"""Small pictures as SVG: shapes have classes, never styles, so that the strict content policy holds.

Every picture says in words what it shows, and stands beside the same as text: nobody needs to see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

BAR_WIDTH, BAR_GAP, BAR_HEIGHT = 9, 3, 20


def bars(values: Sequence[int], most: int, label: str) -> Markup:
    """A row of bars on a scale that ends at ``most``; ``label`` says the same in words."""
    shapes = []
    for place, value in enumerate(values):
        height = max(round(BAR_HEIGHT * value / most), 2) if value and most else 1
        x, y = place * (BAR_WIDTH + BAR_GAP), BAR_HEIGHT - height
        kind = "ans-bar" if value else "ans-bar-none"
        shapes.append(f'<rect class="{kind}" x="{x}" y="{y}" width="{BAR_WIDTH}" height="{height}"/>')
    width = len(values) * (BAR_WIDTH + BAR_GAP) - BAR_GAP
    return _picture(width, BAR_HEIGHT, label, "".join(shapes), "ans-bars")


class Mark(NamedTuple):
    """A mark on a line of time. ``shape`` is a key of SHAPES; ``below`` a second line, such as the item."""

    shape: str
    word: str
    when: str
    below: str = ""
    year: str = ""


MARK_WIDTH, EDGE = 92, 46  # px: a column holds "outstanding" and "27 Mar"
LINE_Y, RADIUS = 52, 7
HEIGHT = 112

SHAPES = {
    "full": '<circle class="ans-mark-full" cx="{x}" cy="{y}" r="7"/>',
    "ring": '<circle class="ans-mark-ring" cx="{x}" cy="{y}" r="6"/>',
    "small": '<circle class="ans-mark-small" cx="{x}" cy="{y}" r="4"/>',
    "up": '<path class="ans-mark-full" d="M{x} {t}L{r} {b}H{l}Z"/>',
    "square": '<rect class="ans-mark-full" x="{l}" y="{t}" width="14" height="14"/>',
    "now": '<path class="ans-mark-now" d="M{x} {t}V{b}"/>',
    "bar": '<path class="ans-mark-cross" d="M{x} {t}V{b}"/>',
}


def timeline(marks: Sequence[Mark], label: str) -> Markup:
    """Marks on one line, evenly apart: order matters more than distance in a life told by meetings."""
    if not marks:
        return Markup("")
    width = MARK_WIDTH * len(marks)
    parts = [f'<path class="ans-line" d="M{EDGE} {LINE_Y}H{width - EDGE}"/>']
    for place, mark in enumerate(marks):
        parts.append(_mark(mark, EDGE + place * MARK_WIDTH))
    return _picture(width, HEIGHT, label, "".join(parts), "ans-timeline")


def _mark(mark: Mark, x: int) -> str:
    shape = SHAPES[mark.shape].format(
        x=x, y=LINE_Y, l=x - RADIUS, r=x + RADIUS, t=LINE_Y - RADIUS, b=LINE_Y + RADIUS
    )
    quiet = " ans-quiet" if mark.shape == "small" else ""
    texts = [
        ("ans-year", 14, mark.year),
        ("ans-when", 34, mark.when),
        (f"ans-word{quiet}", 80, mark.word),
        ("ans-below", 98, mark.below),
    ]
    words = [
        Markup('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(kind, x, y, text)
        for kind, y, text in texts
        if text
    ]
    return shape + "".join(words)


def page_boxes(width: float, height: float, boxes: Sequence[Sequence[float]]) -> Markup:
    """Boxes to lie over the picture of a page; all in PDF points from the page's top left."""
    return Markup(
        f'<svg class="ans-page__boxes" viewBox="0 0 {width:.1f} {height:.1f}" aria-hidden="true" '
        f'focusable="false" preserveAspectRatio="none">{"".join(_boxes(boxes))}</svg>'
    )


def page_crop(width: float, boxes: Sequence[Sequence[float]], href: str, height: float, label: str) -> Markup:
    """The strip of a page that holds the boxes, as wide as the page; ``href`` is the picture of the page."""
    margin = 16.0  # points: a line of print above and below
    top = max(min(box[1] for box in boxes) - margin, 0)
    bottom = min(max(box[3] for box in boxes) + margin, height)
    head = Markup('<svg class="ans-crop" role="img" aria-label="{}" viewBox="0 {} {} {}">').format(
        label, f"{top:.1f}", f"{width:.1f}", f"{max(bottom - top, 1):.1f}"
    )
    image = Markup('<image href="{}" width="{}" height="{}"/>').format(href, f"{width:.1f}", f"{height:.1f}")
    return head + image + Markup("".join(_boxes(boxes))) + Markup("</svg>")


def _boxes(boxes: Sequence[Sequence[float]]) -> list[str]:
    margin = 2.0  # points: a box that touches the letters is hard to read through
    return [
        f'<rect class="ans-box" x="{x0 - margin:.1f}" y="{y0 - margin:.1f}" '
        f'width="{x1 - x0 + 2 * margin:.1f}" height="{y1 - y0 + 2 * margin:.1f}"/>'
        for x0, y0, x1, y1 in boxes
    ]


def _picture(width: int, height: int, label: str, shapes: str, kind: str) -> Markup:
    head = Markup('<svg class="{}" role="img" aria-label="{}" width="{}" height="{}" viewBox="0 0 {} {}">')
    return head.format(kind, label, width, height, width, height) + Markup(shapes) + Markup("</svg>")
