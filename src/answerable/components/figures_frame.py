"""The two sizes that a chart is drawn in, and where everything in it lies."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import NamedTuple

from answerable.components.figures_ends import LEADER
from answerable.components.figures_labels import Box, Wanted
from answerable.components.figures_scale import Axis, edges, lines_shown, mid_of, ticks, value_range
from answerable.components.figures_svg import width_of
from answerable.components.figures_words import POUND, is_share, range_value, set_line, short_period, value
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Point, Span


class Room(NamedTuple):
    """A size of the chart. Both are made; the page shows the one that fits (answerable.css)."""

    kind: str
    width: float
    tall: float  # px that the plot itself takes
    size: float  # of the letters
    ticks: int
    dot: float  # radius of a point where there is room for it
    titles: bool  # say each value where somebody points at it
    brief: bool = False  # several stand side by side: the least words


WIDE = Room("ans-plot__wide", 920, 330, 15, 6, 4, titles=True)
NARROW = Room("ans-plot__narrow", 360, 250, 13, 5, 3.4, titles=False)
SMALL = Room("ans-plot__small", 280, 110, 13, 3, 2.6, titles=True, brief=True)

TICK_ROOM = 8  # px from the words of a tick to the plot
FLAG_LANE = 28  # px over the plot for the numbers of what happened
UNIT_LANE = 30  # px for the unit, over the scale
TIME_LANE = 26  # px for the dates
EDGE = 6  # px round the whole
LEAST_DOT, DOT_SHARE = 1.2, 0.42  # px, and of the distance from one point to the next
LEAST_SIGNAL, MOST_SIGNAL, SIGNAL_SHARE = 1.9, 3.2, 0.9  # px: where points are dense a signal still shows
LABEL_SHARE = 0.38  # of the width: labels at the right that would take more are told in short
LEAST_PLOT = 90  # px, whatever the labels take


class Frame(NamedTuple):
    """Where the plot lies, its scales, and the middle of every point."""

    room: Room
    left: float
    top: float
    right: float
    bottom: float
    across: Axis
    up: Axis
    xs: list[float]
    borders: list[float]
    dot: float
    signal: float
    labels: list[Wanted]
    marks: list[tuple[float, str]]

    @property
    def height(self) -> float:
        """Of the whole picture."""
        return self.bottom + TIME_LANE

    @property
    def plot(self) -> Box:
        """The plot itself."""
        return Box(self.left, self.top, self.right, self.bottom)

    def y(self, number: float) -> float:
        """Where a value lies; what is off a fixed scale lies at its edge."""
        return self.up.held(number)


def frame(picture: Picture, room: Room, *, flags: bool, days: tuple[dt.date, dt.date] | None = None) -> Frame:
    """Lay the chart out. ``picture`` has one point or more; ``flags``: something happened.

    ``days``: the first and last day to show, where several charts share one line of time.
    """
    low, high = value_range(picture)
    found, decimals = ticks(low, high, room.ticks, picture.decimals)
    words = [(at, value(at, picture.unit, decimals)) for at in found]
    left = EDGE + TICK_ROOM + max((width_of(one, room.size) for _, one in words), default=0)
    labels = brief_labels(picture) if room.brief else end_labels(picture)
    if _widest(labels, room) > room.width * LABEL_SHARE:
        labels = [one._replace(words=_in_short(one.words)) for one in labels]
    right = room.width - LEADER - min(_widest(labels, room) + 1, room.width - left - LEAST_PLOT)
    unit = UNIT_LANE if unit_over(picture, room) else 0
    top = EDGE + unit + (FLAG_LANE if flags else 0)
    own = picture.points[0].start, picture.points[-1].last
    first, last = days or own
    across = Axis(first.toordinal(), last.toordinal() + 1, left, right)
    up = Axis(low, high, top + room.tall, top)
    xs = [across.at(mid_of(point.start, point.last)) for point in picture.points]
    nearest = min((other - one for one, other in pairwise(xs)), default=room.width)
    dot = min(room.dot, max(LEAST_DOT, nearest * DOT_SHARE))
    signal = max(dot, min(MOST_SIGNAL, max(LEAST_SIGNAL, nearest * SIGNAL_SHARE)))
    borders = edges(xs, across.held(own[0].toordinal()), across.held(own[1].toordinal() + 1))
    return Frame(
        room, left, top, right, top + room.tall, across, up, xs, borders, dot, signal, labels, words
    )  # fmt: skip


def _widest(labels: list[Wanted], room: Room) -> float:
    return max((width_of(one.words, room.size) for one in labels), default=0)


def _in_short(words: str) -> str:
    """Without the period and "ordinary": a number is never cut, for what is left of it would be another."""
    return words.rpartition(": ")[2].removeprefix("ordinary ")


def unit_over(picture: Picture, room: Room) -> str:
    """What is written over the scale: nothing where the values name their unit, or where all is brief."""
    named = room.brief or is_share(picture.unit) or picture.unit == POUND
    return "" if named else picture.unit


def brief_labels(picture: Picture) -> list[Wanted]:
    """The last value, the mean and what was set, for a chart among others."""
    found = [one for one in end_labels(picture) if not one.words.startswith("ordinary")]
    return [one._replace(words=one.words.rpartition(": ")[2]) for one in found]


def end_labels(picture: Picture) -> list[Wanted]:
    """What is written at the right end: the last value, the mean, the ordinary range and what was set.

    ``at`` is a value here; the chart turns it into a place.
    """
    unit, decimals = picture.unit, picture.decimals
    found = []
    point = last_value(picture)
    if point is not None and point.value is not None:
        when = short_period(point.start, point.last)
        found.append(Wanted(point.value, f"{when}: {value(point.value, unit, decimals)}", "last", 0))
    for line in lines_shown(picture):
        if line.last is None or line.last >= picture.points[-1].last:
            found.append(Wanted(line.value, set_line(line, unit), "set", 1))
    if picture.spans:
        found += _ordinary(picture, picture.spans[-1])
    return list({one.words: one for one in found}.values())


def _ordinary(picture: Picture, span: Span) -> list[Wanted]:
    told: list[tuple[float | None, str, int]] = [(span.centre, f"{picture.middle} {{}}", 2)]
    if span.lower == span.upper:
        return _range_labels(picture, told)
    if span.upper is not None and (picture.ceiling is None or span.upper < picture.ceiling):
        told.append((span.upper, "ordinary to {}", 3))
    if span.lower is not None and (picture.floor is None or span.lower > picture.floor):
        told.append((span.lower, "ordinary from {}", 3))
    return _range_labels(picture, told)


def _range_labels(picture: Picture, told: list[tuple[float | None, str, int]]) -> list[Wanted]:
    return [
        Wanted(at, words.format(range_value(picture, at)), "range", rank)
        for at, words, rank in told
        if at is not None
    ]


def last_value(picture: Picture) -> Point | None:
    """The last point that has a value."""
    return next((point for point in reversed(picture.points) if point.value is not None), None)
