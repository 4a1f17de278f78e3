"""Small drawings: several series side by side on one scale, and a line among words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from answerable.components.figures_chart import NO_POINTS, parts_of
from answerable.components.figures_frame import SMALL, frame
from answerable.components.figures_marks import shape
from answerable.components.figures_scale import Axis, padded, shared, value_range
from answerable.components.figures_svg import NOTHING, box, element, number, path, svg
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Point, Span

SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 116, 26, 5
SPARK_SIGNAL, SPARK_LAST = 1.3, 3.4  # px, radius


def small(pictures: Sequence[Picture], names: Sequence[str] = ()) -> Markup:
    """Small multiples: one scale of values and one of time for all, in the order in which they are given.

    ``names`` stand over them in place of their titles: under one heading an area's name is enough.
    """
    named = list(zip(pictures, names or [picture.title for picture in pictures], strict=True))
    drawable = [picture for picture in pictures if picture.points]
    if not drawable:
        return element("div", "ans-plots", *(_one(name, NOTHING) for _, name in named))
    low, high = shared(value_range(picture) for picture in drawable)
    days = (
        min(picture.points[0].start for picture in drawable),
        max(picture.points[-1].last for picture in drawable),
    )
    found = []
    for picture, name in named:
        drawing = NOTHING
        if picture.points:
            laid = frame(_scaled(picture, low, high), SMALL, flags=False, days=days)
            parts = parts_of(picture, laid, [])
            drawing = svg(SMALL.kind, SMALL.width, laid.height, picture.label, parts)
        found.append(_one(name, drawing))
    return element("div", "ans-plots", *found)


def _scaled(picture: Picture, low: float, high: float) -> Picture:
    return replace(picture, low=low, high=high)


def _one(name: str, drawing: Markup) -> Markup:
    caption = element("figcaption", "ans-plots__name", name)
    return element("figure", "ans-plots__one", caption, drawing or element("p", "ans-note", NO_POINTS))


def spark(points: Sequence[Point], label: str = "", spans: Sequence[Span] = ()) -> Markup:
    """A line among words: the ordinary range of the last phase, the course, signals and the last value.

    ``label`` says it in words; "" where a sentence beside it does. Nothing where there are no values.
    """
    valued = [(index, point.value) for index, point in enumerate(points) if point.value is not None]
    if not valued:
        return NOTHING
    span = spans[-1] if spans else None
    band = [] if span is None else [one for one in (span.lower, span.upper) if one is not None]
    every = [*band, *(value for _, value in valued)]
    up = Axis(*padded(min(every), max(every), None, None), SPARK_HEIGHT - SPARK_EDGE, SPARK_EDGE)
    across = Axis(0, max(len(points) - 1, 1), SPARK_EDGE, SPARK_WIDTH - SPARK_EDGE)
    parts = []
    if span is not None and len(band) == 2:
        left, right = across.at(span.first), across.at(span.last)
        parts.append(box("ans-spark__band", left, up.at(band[1]), right, up.at(band[0])))
    spots = {index: (across.at(index), up.at(value)) for index, value in valued}
    parts.append(path("ans-spark__line", _course(spots)))
    last = valued[-1][0]
    for index, (x, y) in spots.items():
        point = points[index]
        if index == last or point.shape != "ordinary":
            hollow = " ans-plot__hollow" if point.provisional else ""
            line = shape(point.shape, x, y, SPARK_LAST if index == last else SPARK_SIGNAL)
            parts.append(path(f"ans-plot__{point.shape}{hollow}", line))
    return svg("ans-spark", SPARK_WIDTH, SPARK_HEIGHT, label, parts)


def _course(spots: dict[int, tuple[float, float]]) -> str:
    """The line from value to value; it breaks where one is missing."""
    return "".join(
        f"{'L' if index - 1 in spots else 'M'}{number(x)} {number(y)}" for index, (x, y) in spots.items()
    )
