"""Areas beside one another: a funnel for many, bars with their intervals for few. Never ranked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from answerable.components.figures_ends import LEADER, LINE_HEIGHT, end_words
from answerable.components.figures_frame import (
    EDGE,
    NARROW,
    TICK_ROOM,
    TIME_LANE,
    WIDE,
    Room,
)  # fmt: skip
from answerable.components.figures_labels import Box, Crowd, Wanted, place
from answerable.components.figures_marks import shape
from answerable.components.figures_scale import Axis, padded, ticks
from answerable.components.figures_svg import (
    element,
    number,
    path,
    polyline,
    shortened,
    svg,
    text,
    width_of,
)  # fmt: skip
from answerable.components.figures_table import OUTSIDE
from answerable.components.figures_words import value
from answerable.core.measures.picture import Funnel, Place
from answerable.core.measures.verdict import Shape

SIZE_LANE = 20  # px for the words under the scale of sizes
NAMES_FOR = 12  # so many areas are all named; of more, those outside
NAMED_FIRST = ("99.8", "95", "")
OVERALL = "all together {}"


class Plot(NamedTuple):
    """Where a funnel's plot lies."""

    room: Room
    across: Axis
    up: Axis
    words: list[tuple[float, str]]
    sizes: list[tuple[float, str]]

    @property
    def box(self) -> Box:
        """The plot itself."""
        return Box(self.across.start, self.up.end, self.across.end, self.up.start)


def funnel(drawn: Funnel) -> Markup:
    """Each area by its size and value, with what samples of each size give by chance as bands."""
    if not drawn.places:
        return element("figure", "ans-plot", element("p", "govuk-body", "There are no values yet."))
    both = (_funnel(drawn, room) for room in (WIDE, NARROW))
    return element("figure", "ans-plot", *both)


def _funnel(drawn: Funnel, room: Room) -> Markup:
    plot, ends = _laid(drawn, room)
    parts = _scales(drawn, plot) + _bands(drawn, plot)
    spots = [(plot.across.at(one.size), plot.up.held(one.value)) for one in drawn.places]
    for one, (x, y) in zip(drawn.places, spots, strict=True):
        title = f"{one.name}: {value(one.value, drawn.unit, drawn.decimals)}, {OUTSIDE[one.outside]}"
        kind = _shape(one, drawn.overall)
        hollow = " ans-plot__hollow" if one.outside == "95" else ""
        parts.append(
            path(f"ans-plot__{kind}{hollow}", shape(kind, x, y, room.dot), title if room.titles else "")
        )
    parts += _names(drawn, plot, spots) + _ends(ends, plot)
    return svg(room.kind, room.width, plot.up.start + TIME_LANE + SIZE_LANE, drawn.label, parts)


def _shape(one: Place, overall: float) -> Shape:
    if not one.outside:
        return "ordinary"
    return "high" if one.value > overall else "low"


def _laid(drawn: Funnel, room: Room) -> tuple[Plot, list[Wanted]]:
    largest = max(one.size for one in drawn.places)
    least = min(one.size for one in drawn.places)
    near = [row for row in drawn.limits if least <= row[0] <= largest] or list(drawn.limits)
    values = [one.value for one in drawn.places] + [drawn.overall]
    values += [limit for row in near for limit in row[1:]]
    low, high = padded(min(values), max(values), None, None)
    found, decimals = ticks(low, high, room.ticks)
    words = [(at, value(at, drawn.unit, decimals)) for at in found]
    ends = _end_labels(drawn)
    left = EDGE + TICK_ROOM + max((width_of(one, room.size) for _, one in words), default=0)
    right = room.width - LEADER - max(width_of(one.words, room.size) for one in ends) - 1
    spare = (largest - least) * 0.05 or largest * 0.5
    across = Axis(max(least - spare, 0), largest + spare, left, right)
    sizes, places = ticks(across.low, across.high, 6 if room is WIDE else 4)
    told = [(at, f"{at:,.{places}f}") for at in sizes]
    return Plot(room, across, Axis(low, high, EDGE + room.tall, EDGE), words, told), ends


def _end_labels(drawn: Funnel) -> list[Wanted]:
    overall = OVERALL.format(value(drawn.overall, drawn.unit, drawn.decimals))
    found = [Wanted(drawn.overall, overall, "last", 0)]
    if drawn.limits:
        _, outer_low, low, high, outer_high = drawn.limits[-1]
        found += [Wanted(high, "95% limit", "range", 1), Wanted(outer_high, "99.8% limit", "range", 1)]
        found += [Wanted(low, "95% limit", "range", 2), Wanted(outer_low, "99.8% limit", "range", 2)]
    return found


def _scales(drawn: Funnel, plot: Plot) -> list[str]:
    across, up, size = plot.across, plot.up, plot.room.size
    parts = []
    for at, words in plot.words:
        parts.append(
            path("ans-plot__grid", f"M{number(across.start)} {number(up.at(at))}H{number(across.end)}")
        )
        parts.append(text("ans-plot__tick", across.start - TICK_ROOM, up.at(at) + size * 0.35, words, "end"))
    parts.append(path("ans-plot__axis", f"M{number(across.start)} {number(up.start)}H{number(across.end)}"))
    for at, words in plot.sizes:
        parts.append(path("ans-plot__axis", f"M{number(across.at(at))} {number(up.start)}v5"))
        parts.append(text("ans-plot__tick", across.at(at), up.start + size + 6, words, "middle"))
    words = shortened(drawn.size_words, across.end - across.start, size)
    foot = up.start + TIME_LANE + size * 0.8
    parts.append(text("ans-plot__tick", (across.start + across.end) / 2, foot, words, "middle"))
    return parts


def _bands(drawn: Funnel, plot: Plot) -> list[str]:
    """The outer limits round the inner ones, and the value of all together."""
    rows = [row for row in drawn.limits if plot.across.low <= row[0] <= plot.across.high]
    parts = []
    for kind, low, high in (("outer", 1, 4), ("inner", 2, 3)):
        if len(rows) > 1:
            over = [(plot.across.at(row[0]), plot.up.held(row[high])) for row in rows]
            under = [(plot.across.at(row[0]), plot.up.held(row[low])) for row in reversed(rows)]
            parts.append(path(f"ans-funnel__{kind}", polyline([*over, *under]) + "z"))
    y = number(plot.up.at(drawn.overall))
    return [*parts, path("ans-plot__mean", f"M{number(plot.across.start)} {y}H{number(plot.across.end)}")]


def _names(drawn: Funnel, plot: Plot, spots: Sequence[tuple[float, float]]) -> list[str]:
    """The names of those outside, the farthest first, and of all where they are few. None hides a point."""
    dot = plot.room.dot
    taken = [Box(x - dot, y - dot, x + dot, y + dot) for x, y in spots]
    parts = []
    order = sorted(zip(drawn.places, spots, strict=True), key=lambda one: NAMED_FIRST.index(one[0].outside))
    for one, spot in order:
        if not one.outside and len(drawn.places) > NAMES_FOR:
            continue
        found = place(_beside(one.name, spot, plot), taken, Crowd(), plot.box)
        if found is not None:
            taken.append(found)
            kind = f"ans-plot__in ans-plot__in--{'high' if one.outside else 'name'}"
            parts.append(text(kind, found.left, found.bottom - plot.room.size * 0.3, one.name))
    return parts


def _beside(name: str, spot: tuple[float, float], plot: Plot) -> list[Box]:
    """Right and left of a point, over and under it."""
    x, y = spot
    wide, tall = width_of(name, plot.room.size), plot.room.size * LINE_HEIGHT
    away = plot.room.dot * 1.6 + 2
    beside = [(x + away, y - tall / 2), (x - away - wide, y - tall / 2)]
    over = [(x - wide / 2, y - away - tall), (x - wide / 2, y + away)]
    corners = [(left, top) for left in (x, x - wide) for top in (y - away - tall, y + away)]
    return [Box(left, top, left + wide, top + tall) for left, top in [*beside, *over, *corners]]


def _ends(ends: Sequence[Wanted], plot: Plot) -> list[str]:
    wanted = [one._replace(at=plot.up.held(one.at)) for one in ends]
    edges = plot.up.end, plot.up.start
    return end_words(wanted, plot.room.size, plot.across.end, edges, plot.room.width)
