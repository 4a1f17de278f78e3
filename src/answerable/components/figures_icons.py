"""Icons for what a chart says, in a table: the shapes of the points, and the words always beside them.

They are of our own making. Variation has the shape that the points have; assurance is a target line with what
keeps to it. The words carry the meaning, so the shapes are hidden from those who hear the page.
"""

from __future__ import annotations

from markupsafe import Markup

from answerable.components.figures_marks import shape
from answerable.components.figures_svg import NOTHING, box, element, path, svg
from answerable.core.measures.verdict import Assurance, Shape, Variation

SIZE, MIDDLE, RADIUS = 28, 14, 11
ARROWS = {"high": "M14 19.5V8.5m-4.5 4.5l4.5-4.5l4.5 4.5", "low": "M14 8.5v11m-4.5-4.5l4.5 4.5l4.5-4.5"}

VARIATION_WORDS: dict[Variation, str] = {
    "common": "Ordinary variation",
    "improvement-high": "Better: higher",
    "improvement-low": "Better: lower",
    "concern-high": "Worse: higher",
    "concern-low": "Worse: lower",
    "neutral-high": "Higher",
    "neutral-low": "Lower",
}

ASSURANCE_WORDS: dict[Assurance, str] = {
    "pass": "Will meet the target",
    "fail": "Will miss the target",
    "inconsistent": "May meet or miss the target",
}

ASSURANCE_SHAPES: dict[Assurance, str] = {
    "pass": "M7 15l5 5l9.5-12",
    "fail": "M8 8l12 12m0-12l-12 12",
    "inconsistent": "M5 16c3-9 6-9 9-3s6 6 9-3",
}


def variation_icon(variation: Variation | None, words: str = "") -> Markup:
    """How it varies, as icon and words. ``words`` say it in place of ours; nothing where there is nothing."""
    if variation is None:
        return NOTHING
    return _beside(_variation(variation), words or VARIATION_WORDS[variation])


def assurance_icon(assurance: Assurance | None, words: str = "") -> Markup:
    """Whether the target will be met as things are, as icon and words."""
    if assurance is None:
        return NOTHING
    drawn = [
        box(f"ans-icon__frame ans-icon__frame--{assurance}", 2, 2, SIZE - 2, SIZE - 2),
        path(f"ans-icon__sign ans-icon__sign--{assurance}", ASSURANCE_SHAPES[assurance]),
    ]
    return _beside(drawn, words or ASSURANCE_WORDS[assurance])


def _variation(variation: Variation) -> list[str]:
    kind, _, side = variation.partition("-")
    if kind == "common":
        return [
            path("ans-icon__ordinary", shape("ordinary", MIDDLE, MIDDLE, RADIUS)),
            path("ans-icon__wave", "M6 14c2.7-6 5.3-6 8 0s5.3 6 8 0"),
        ]
    if kind == "neutral":
        outline: Shape = "high" if side == "high" else "low"
        return [path(f"ans-plot__{outline}", shape(outline, MIDDLE, MIDDLE, 8))]
    point: Shape = "better" if kind == "improvement" else "worse"
    radius = 9.5 if point == "better" else 8.1  # so that both fill the icon, whatever SIZES makes of them
    return [
        path(f"ans-plot__{point}", shape(point, MIDDLE, MIDDLE, radius)),
        path("ans-icon__arrow", ARROWS[side]),
    ]


def _beside(drawn: list[str], words: str) -> Markup:
    picture = svg("ans-icon__shape", SIZE, SIZE, "", drawn)
    return element("span", "ans-icon", picture, element("span", "ans-icon__words", words))
