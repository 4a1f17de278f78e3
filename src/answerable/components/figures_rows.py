"""Areas with their intervals: a dot and a bar to each on one scale, in the order of their names."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from markupsafe import Markup

from answerable.components.figures_frame import EDGE, NARROW, WIDE, Room
from answerable.components.figures_marks import shape
from answerable.components.figures_scale import Axis, padded, ticks
from answerable.components.figures_svg import element, number, path, shortened, svg, text, width_of
from answerable.components.figures_table import OUTSIDE, between, by_name
from answerable.components.figures_words import value
from answerable.core.measures.picture import Place
from answerable.core.measures.verdict import Shape

ROW, TALL_ROW = 30, 52  # px; on a phone name and value stand over the bar
UNDER = 0.9  # of the additional height of a tall row, from its words to its bar
HEAD = 30  # px for the words of the value of all together
FOOT = 26  # px for the scale
NAME_SHARE = 0.28  # of the width
APART = 10  # px
CAP = 5  # px, half of the stroke at the end of a bar


class Rows(NamedTuple):
    """What the rows are drawn with."""

    room: Room
    unit: str
    decimals: int
    across: Axis
    bottom: float
    middle: float  # the value of all together, or of the areas half way


def interval_rows(
    places: Sequence[Place], label: str, unit: str = "%", decimals: int = 0, overall: float | None = None
) -> Markup:
    """The rows as a picture. ``label`` says the whole in words; ``overall`` is the value of all together."""
    if not places:
        return element("figure", "ans-plot", element("p", "govuk-body", "There are no values yet."))
    named = by_name(places)
    both = (_drawn(named, label, unit, decimals, overall, room) for room in (WIDE, NARROW))
    return element("figure", "ans-plot", *both)


def _drawn(
    places: Sequence[Place], label: str, unit: str, decimals: int, overall: float | None, room: Room
) -> Markup:
    size = room.size
    told = [_told(place, unit, decimals) for place in places]
    left, right = _sides(places, told, room)
    head = HEAD if overall is not None else EDGE
    row = ROW if room is WIDE else TALL_ROW
    across = Axis(*_range(places, overall), left, right)
    middle = median(place.value for place in places) if overall is None else overall
    rows = Rows(room, unit, decimals, across, head + row * len(places), middle)
    parts = _scale(rows, head)
    if overall is not None:
        parts += _overall(overall, rows, head)
    for index, (place, words) in enumerate(zip(places, told, strict=True)):
        line = head + row * index + ROW / 2
        name_room = (left if room is WIDE else room.width - width_of(words, size)) - EDGE - APART
        name = shortened(place.name, name_room, size)
        parts.append(text("ans-plot__in", EDGE, line + size * 0.35, name))
        parts.append(text("ans-plot__in", room.width, line + size * 0.35, words, "end"))
        parts += _place(place, line + (row - ROW) * UNDER, rows, words)
    return svg(room.kind, room.width, rows.bottom + FOOT, label, parts)


def _sides(places: Sequence[Place], told: Sequence[str], room: Room) -> tuple[float, float]:
    """Where the bars begin and end: between names and values, and on a phone under them."""
    if room is not WIDE:
        return EDGE + APART, room.width - EDGE - APART
    names = min(max(width_of(place.name, room.size) for place in places), room.width * NAME_SHARE)
    values = max(width_of(words, room.size) for words in told)
    return EDGE + names + 2 * APART, room.width - values - 2 * APART


def _told(place: Place, unit: str, decimals: int) -> str:
    interval = f" ({between(place, unit, decimals)})" if place.lower is not None else ""
    return f"{value(place.value, unit, decimals)}{interval}"


def _range(places: Sequence[Place], overall: float | None) -> tuple[float, float]:
    asked = [one for place in places for one in (place.lower, place.value, place.upper)]
    values = [one for one in [*asked, overall] if one is not None]
    return padded(min(values), max(values), None, None)


def _scale(rows: Rows, head: float) -> list[str]:
    found, places = ticks(rows.across.low, rows.across.high, 6 if rows.room is WIDE else 3)
    parts = []
    for at in found:
        x = rows.across.at(at)
        parts.append(path("ans-plot__grid", f"M{number(x)} {number(head)}V{number(rows.bottom)}"))
        words = value(at, rows.unit, places)
        parts.append(text("ans-plot__tick", x, rows.bottom + rows.room.size + 4, words, "middle"))
    ends = f"M{number(rows.across.start)} {number(rows.bottom)}H{number(rows.across.end)}"
    return [*parts, path("ans-plot__axis", ends)]


def _overall(overall: float, rows: Rows, head: float) -> list[str]:
    x = rows.across.at(overall)
    words = f"all together {value(overall, rows.unit, rows.decimals)}"
    half = width_of(words, rows.room.size) / 2
    middle = min(max(x, half), rows.room.width - half)
    return [
        path("ans-plot__mean", f"M{number(x)} {number(head)}V{number(rows.bottom)}"),
        text("ans-plot__end ans-plot__end--last", middle, head - 9, words, "middle"),
    ]


def _place(place: Place, y: float, rows: Rows, words: str) -> list[str]:
    parts = []
    if place.lower is not None and place.upper is not None:
        left, right = rows.across.at(place.lower), rows.across.at(place.upper)
        bar = f"M{number(left)} {number(y - CAP)}v{2 * CAP}m0 -{CAP}H{number(right)}m0 -{CAP}v{2 * CAP}"
        parts.append(path("ans-plot__bar", bar))
    kind: Shape = "ordinary"
    if place.outside:
        kind = "high" if place.value > rows.middle else "low"
    title = f"{place.name}: {words}, {OUTSIDE[place.outside]}" if place.outside else ""
    line = shape(kind, rows.across.at(place.value), y, rows.room.dot + 1)
    return [*parts, path(f"ans-plot__{kind}", line, title)]
