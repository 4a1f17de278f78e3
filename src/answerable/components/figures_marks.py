"""The shapes of points: each state has one of its own, so that nobody needs its colour.

ordinary: a dot. better: a square. worse: a diamond. high and low (where neither way is better): triangles
that point up and down. missing: a small cross at the foot of the plot. Provisional points are hollow.
"""

from __future__ import annotations

from answerable.components.figures_frame import Frame
from answerable.components.figures_layers import is_explained
from answerable.components.figures_svg import number, path
from answerable.components.figures_words import short_period, value
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Point, Shape

SIZES: dict[Shape, float] = {"ordinary": 1.0, "better": 1.15, "worse": 1.6, "high": 1.45, "low": 1.45}
"""Of the radius of a dot: shapes with corners need more to look as large, and a signal is to be seen."""
MISSING = 3.0  # px, half of the cross


def shape(kind: Shape, x: float, y: float, radius: float) -> str:
    """The ``d`` of a point's shape around its middle."""
    r = radius * SIZES.get(kind, 1.0)
    a, b = number(r), number(2 * r)
    if kind == "better":
        return f"M{number(x - r)} {number(y - r)}h{b}v{b}h-{b}z"
    if kind == "worse":
        return f"M{number(x)} {number(y - r)}l{a} {a}l-{a} {a}l-{a} -{a}z"
    if kind == "high":
        return f"M{number(x)} {number(y - r)}l{a} {number(1.8 * r)}h-{b}z"
    if kind == "low":
        return f"M{number(x)} {number(y + r)}l{a} -{number(1.8 * r)}h-{b}z"
    if kind == "missing":
        return f"M{number(x - r)} {number(y - r)}l{b} {b}m0 -{b}l-{b} {b}"
    return f"M{number(x - r)} {number(y)}a{a} {a} 0 1 0 {b} 0 {a} {a} 0 1 0-{b} 0"


def points(picture: Picture, frame: Frame) -> list[str]:
    """All points; where ``room.titles`` each says its value, else one path holds all of a kind."""
    drawn: dict[str, list[tuple[str, str]]] = {}
    for point, x in zip(picture.points, frame.xs, strict=True):
        if point.value is None and is_explained(point, picture):
            continue
        kind: Shape = "missing" if point.value is None else point.shape
        hollow = " ans-plot__hollow" if point.provisional and point.value is not None else ""
        line = _outline(point, kind, x, frame)
        drawn.setdefault(f"ans-plot__{kind}{hollow}", []).append((line, _title(picture, point)))
    if not frame.room.titles:
        return [path(kind, "".join(line for line, _ in found)) for kind, found in drawn.items()]
    return [
        f'<g class="{kind}">' + "".join(_titled(line, title) for line, title in found) + "</g>"
        for kind, found in drawn.items()
    ]


def _outline(point: Point, kind: Shape, x: float, frame: Frame) -> str:
    if point.value is None:
        return shape("missing", x, frame.bottom - 2 * MISSING, MISSING)
    radius = frame.dot if kind == "ordinary" else frame.signal
    return shape(kind, x, frame.y(point.value), radius)


def _titled(line: str, title: str) -> str:
    return path("", line, title).replace(' class=""', "", 1)


def _title(picture: Picture, point: Point) -> str:
    when = short_period(point.start, point.last)
    if point.value is None:
        return f"{when}: no value{f', {point.note}' if point.note else ''}"
    told = [f"{when}: {value(point.value, picture.unit, picture.decimals)}"]
    told += [point.shape] if point.shape != "ordinary" else []
    return ", ".join([*told, *(["provisional"] if point.provisional else [])])


def joined(picture: Picture, frame: Frame, breaks: set[int]) -> str:
    """The line from point to point. It breaks where values are missing and where a new phase begins."""
    line: list[str] = []
    before: Point | None = None
    for index, (point, x) in enumerate(zip(picture.points, frame.xs, strict=True)):
        if point.value is None:
            before = None
            continue
        goes_on = before is not None and index not in breaks and not _skips(before, point)
        line.append(f"{'L' if goes_on else 'M'}{number(x)} {number(frame.y(point.value))}")
        before = point
    return path("ans-plot__line", "".join(line)) if line else ""


def _skips(one: Point, other: Point) -> bool:
    """Is at least a whole period missing between the two?"""
    return (other.start - one.last).days > (one.last - one.start).days + 1


def runs(picture: Picture, breaks: set[int]) -> list[tuple[Shape, list[int]]]:
    """Neighbouring points of one signal: its shape and the indexes of its points. A new phase ends a run."""
    found: list[tuple[Shape, list[int]]] = []
    before: Shape = "ordinary"
    for index, point in enumerate(picture.points):
        if point.value is None:
            continue
        if point.shape == before and point.shape != "ordinary" and index not in breaks:
            found[-1][1].append(index)
        elif point.shape != "ordinary":
            found.append((point.shape, [index]))
        before = point.shape
    return found
