"""Words inside the plot: at runs that are not ordinary, at lines that ended, at means of earlier phases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from answerable.components.figures_ends import LINE_HEIGHT
from answerable.components.figures_frame import Frame
from answerable.components.figures_labels import Box, Crowd, place
from answerable.components.figures_layers import Step, is_explained
from answerable.components.figures_marks import MISSING, runs
from answerable.components.figures_svg import text, width_of
from answerable.components.figures_words import LABELS, range_value, set_line
from answerable.core.measures.facts import Line
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Point, Shape

TRIED = 8  # points of a run that a word is tried at
NEAR = 1.5  # words wide: runs that are nearer share one
AWAY = 3  # px from a word to what it names


def inner_words(
    picture: Picture,
    frame: Frame,
    phases: Sequence[Sequence[Step]],
    lines: Sequence[tuple[Line, float, float, str]],
) -> list[str]:
    """Each word where it hides least; what finds no room is left to the words around the chart."""
    borders = [_border(frame, frame.borders[block[0].span.first]) for block in phases[1:]]
    around = Crowd([*_around(picture, frame, lines), *borders])
    taken: list[Box] = []
    parts = []
    for kind, words, candidates in _asked(picture, frame, phases, lines):
        found = place(candidates, taken, around, frame.plot)
        if found is not None:
            taken.append(found)
            parts.append(text(f"ans-plot__in ans-plot__in--{kind}", found.left, _base(found, frame), words))
    return parts


def _base(found: Box, frame: Frame) -> float:
    return found.bottom - frame.room.size * (LINE_HEIGHT - 1)


def _asked(
    picture: Picture,
    frame: Frame,
    phases: Sequence[Sequence[Step]],
    lines: Sequence[tuple[Line, float, float, str]],
) -> Iterator[tuple[str, str, list[Box]]]:
    starts = {block[0].span.first for block in phases[1:]}
    for shape, run in _apart(runs(picture, starts), frame):
        yield shape, LABELS.get(shape, shape), _at_points(picture, frame, run, LABELS.get(shape, shape))
    last = [
        index for index, point in enumerate(picture.points) if point.provisional and point.value is not None
    ]
    if last:
        yield "provisional", "provisional", _at_points(picture, frame, last, "provisional")
    lost = [x for x, point in zip(frame.xs, picture.points, strict=True) if _is_lost(point, picture)]
    if lost:
        yield "missing", "no value", _over_foot(frame, lost[-1], "no value")
    for line, left, right, _ in lines:
        if right < frame.right:
            words = set_line(line, picture.unit)
            yield "set", words, _at_line(frame, left, right, frame.y(line.value), words)
    for block in phases[:-1]:
        span = block[-1].span
        if span.centre is not None:
            words = f"{picture.middle} {range_value(picture, span.centre)}"
            y = frame.y(span.centre)
            yield "mean", words, _at_line(frame, block[0].left, block[-1].right, y, words)


def _apart(found: Sequence[tuple[Shape, list[int]]], frame: Frame) -> Iterator[tuple[Shape, list[int]]]:
    """One word for short runs of one shape that lie near one another: the last of them has it."""
    near = width_of("better", frame.room.size) * NEAR
    for (shape, run), after in zip_longest(found, found[1:]):
        is_short = frame.xs[run[-1]] - frame.xs[run[0]] < near
        if not (
            is_short and after and after[0] == shape and frame.xs[after[1][0]] - frame.xs[run[-1]] <= near
        ):
            yield shape, run


def _size(frame: Frame, words: str) -> tuple[float, float]:
    return width_of(words, frame.room.size), frame.room.size * LINE_HEIGHT


def _at_points(picture: Picture, frame: Frame, run: Sequence[int], words: str) -> list[Box]:
    """Over and under the points of a run, the last first: it is the one that counts."""
    wide, tall = _size(frame, words)
    away = frame.signal * 1.6 + AWAY
    found = []
    for index in list(reversed(run))[:TRIED]:
        x, y = frame.xs[index], frame.y(picture.points[index].value or 0)
        for left in (x - wide / 2, x - wide, x):
            found.append(Box(left, y - away - tall, left + wide, y - away))
            found.append(Box(left, y + away, left + wide, y + away + tall))
    low = [one for one in found if _is_below(picture, frame, run)]
    return sorted(low, key=lambda one: -one.top)[:2] + found if low else found


def _is_lost(point: Point, picture: Picture) -> bool:
    return point.value is None and not is_explained(point, picture)


def _over_foot(frame: Frame, x: float, words: str) -> list[Box]:
    """Over the cross of a value that is missing."""
    wide, tall = _size(frame, words)
    bottom = frame.bottom - 4 * MISSING
    return [Box(left, bottom - tall, left + wide, bottom) for left in (x - wide / 2, x - wide, x)]


def _is_below(picture: Picture, frame: Frame, run: Sequence[int]) -> bool:
    """Do the points lie in the lower half, so that there is most room under them?"""
    middle = (frame.top + frame.bottom) / 2
    return sum(frame.y(picture.points[index].value or 0) > middle for index in run) * 2 > len(run)


def _at_line(frame: Frame, left: float, right: float, y: float, words: str) -> list[Box]:
    """Over and under a line: at its end, its beginning, and between."""
    wide, tall = _size(frame, words)
    starts = (right - wide, left, (left + right - wide) / 2)
    return [Box(start, top, start + wide, top + tall) for start in starts for top in (y - tall - 1, y + 2)]


def _around(picture: Picture, frame: Frame, lines: Sequence[tuple[Line, float, float, str]]) -> list[Box]:
    """What words should not hide: the points, the line half way between them, and the set lines."""
    spots = [
        (x, frame.y(point.value))
        for x, point in zip(frame.xs, picture.points, strict=True)
        if point.value is not None
    ]
    halves = [((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in pairwise(spots)]
    found = [_dot(x, y, frame.dot) for x, y in [*spots, *halves]]
    found += [
        Box(left, frame.y(line.value) - 1, right, frame.y(line.value) + 1) for line, left, right, _ in lines
    ]
    return found


def _border(frame: Frame, x: float) -> Box:
    """The line where a new phase begins."""
    return Box(x - 1, frame.top, x + 1, frame.bottom)


def _dot(x: float, y: float, radius: float) -> Box:
    return Box(x - radius, y - radius, x + radius, y + radius)
