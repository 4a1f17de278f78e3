"""Ruling lines of a PDF: thin paths and the outlines of boxes.

A path object thinner than 2.2 points is a rule; a box whose outline is drawn is its four sides; a path of
many segments is looked at segment by segment. Filled areas are backgrounds and no rules.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence

from answerable.readers.paper.rules import Rule, Rules, merged
from answerable.readers.pdf import engine
from answerable.readers.pdf.engine import Handle, Objects
from answerable.readers.pdf.sheet import Frame

THIN = 2.2
"""Points: a path thinner than this is a rule, not an area."""
MOST_PATHS = 20_000
"""Paths and segments looked at on a page: a drawing has more, a table does not."""
MOST_RULES = 1_500
"""Rules of a page: a page with more is a drawing, and no table is looked for in it."""
DEEPEST_FORM = 3
PATH, FORM = 2, 5  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_FORM
MOVE = 2  # FPDF_SEGMENT_MOVETO
BOX_SEGMENTS = 5
"""A box is drawn with a move and four lines."""

Matrix = tuple[float, ...]
Corners = tuple[float, float, float, float]


def rules_of(objects: Objects, frame: Frame) -> Rules:
    """The ruling lines among an open page's objects."""
    corners = _plain_corners(objects.of_type(PATH)[:MOST_PATHS])
    for matrix, path in _in_forms(objects.of_type(FORM)):
        corners.extend(_moved(matrix, path))
    level: list[Rule] = []
    upright: list[Rule] = []
    for x0, y0, x1, y1 in _shown(corners, frame):
        if y1 - y0 < THIN < x1 - x0:
            level.append(Rule((y0 + y1) / 2, x0, x1))
        elif x1 - x0 < THIN < y1 - y0:
            upright.append(Rule((x0 + x1) / 2, y0, y1))
    rules = Rules(merged(level), merged(upright))
    return rules if len(rules.level) + len(rules.upright) <= MOST_RULES else Rules([], [])


def _shown(corners: Sequence[Corners], frame: Frame) -> Iterable[Corners]:
    """x0, y0, x1 and y1 as shown of boxes given by left, bottom, right and top."""
    if frame.turns == 0:
        edge, head = frame.left, frame.top
        return [(x0 - edge, head - top, x1 - edge, head - bottom) for x0, bottom, x1, top in corners]
    return [frame.shown_box(*box) for box in corners]


def _in_forms(forms: Sequence[Handle]) -> list[tuple[Matrix, Handle]]:
    """The paths inside form objects, each with the matrix that brings it onto the page."""
    found: list[tuple[Matrix, Handle]] = []
    for form in forms:
        found.extend(_in_form(form, engine.matrix_of(form), DEEPEST_FORM))
    return found[:MOST_PATHS]


def _in_form(form: Handle, matrix: Matrix, depth: int) -> Iterator[tuple[Matrix, Handle]]:
    for handle, kind in zip(*engine.inside(form), strict=True):
        if kind == PATH:
            yield matrix, handle
        elif kind == FORM and depth:
            yield from _in_form(handle, times(engine.matrix_of(handle), matrix), depth - 1)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first and ``outer`` then."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(matrix: Matrix, path: Handle) -> Iterator[Corners]:
    """A path's corners, inside a form, brought into the page's coordinates."""
    a, b, c, d, e, f = matrix
    for left, bottom, right, top in _plain_corners([path]):
        x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
        x1, y1 = a * right + c * top + e, b * right + d * top + f
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _plain_corners(paths: Sequence[Handle]) -> list[Corners]:
    """Corners of what may be rules: thin paths as they are, outlines of boxes as four sides."""
    flat = engine.bounds(paths)
    corners: list[Corners] = []
    for path, left, bottom, right, top in zip(
        paths, flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True
    ):
        if right - left < THIN or top - bottom < THIN:
            corners.append((left, bottom, right, top))
        else:
            corners.extend(_sides(path, (left, bottom, right, top)))
    return corners


def _sides(path: Handle, box: Corners) -> Iterator[Corners]:
    segments = engine.count_segments(path)
    if segments > BOX_SEGMENTS:
        yield from _segments(path, min(segments, MOST_PATHS))
    elif segments == BOX_SEGMENTS and engine.is_stroked(path):
        yield from _outline(*box)


def _outline(left: float, bottom: float, right: float, top: float) -> Iterator[Corners]:
    yield left, bottom, right, bottom
    yield left, top, right, top
    yield left, bottom, left, top
    yield right, bottom, right, top


def _segments(path: Handle, count: int) -> Iterator[Corners]:
    """The segments of a long path; thin boxes in it come out as the rules that they look like."""
    a, b, c, d, e, f = engine.matrix_of(path)
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
    here = (0.0, 0.0)
    for number in range(count):
        segment = engine.get_segment(path, number)
        engine.segment_point(segment, at_x, at_y)
        there = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if engine.segment_type(segment) != MOVE:
            (x0, x1), (y0, y1) = sorted((here[0], there[0])), sorted((here[1], there[1]))
            yield x0, y0, x1, y1
        here = there
