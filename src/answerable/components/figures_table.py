"""The rows of the tables behind the drawings: what the drawing shows, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from answerable.components.figures_words import is_share, state, value
from answerable.core.measures.facts import Observed
from answerable.core.measures.picture import Picture, Place
from answerable.core.measures.telling import span_in_words
from answerable.core.measures.verdict import Point

NONE = "–"
OUTSIDE = {
    "": "within what samples of this size give",
    "95": "outside 95% limits",
    "99.8": "outside 99.8% limits",
}


class Row(NamedTuple):
    """A period as the table says it."""

    period: str
    value: str
    numerator: str
    denominator: str
    sample: str
    state: str
    note: str


class Rows(NamedTuple):
    """The table of a series; ``parts`` and ``samples``: some row has them."""

    unit: str
    rows: list[Row]
    parts: bool
    samples: bool


class PlaceRow(NamedTuple):
    """An area as the table says it."""

    name: str
    size: str
    value: str
    interval: str
    state: str


def rows(picture: Picture, observed: Sequence[Observed] = ()) -> Rows:
    """The newest first. ``observed`` may hold other periods too: they are found by their days."""
    known = {(one.start, one.last): one for one in observed}
    found = [_row(picture, point, known.get((point.start, point.last))) for point in reversed(picture.points)]
    unit = "Per cent" if is_share(picture.unit) else picture.unit[:1].upper() + picture.unit[1:]
    return Rows(
        unit or "Value", found, any(row.denominator != NONE for row in found),
        any(row.sample != NONE for row in found),
    )  # fmt: skip


def _row(picture: Picture, point: Point, made_of: Observed | None) -> Row:
    told = NONE if point.value is None else value(point.value, picture.unit, picture.decimals)
    return Row(
        span_in_words(point.start, point.last),
        told,
        _whole(made_of.numerator if made_of else None),
        _whole(made_of.denominator if made_of else None),
        _whole(made_of.sample if made_of else None),
        state(point),
        point.note,
    )


def place_rows(places: Sequence[Place], unit: str, decimals: int) -> list[PlaceRow]:
    """In the order of the names: areas are not ranked."""
    return [
        PlaceRow(
            place.name, _whole(place.size), value(place.value, unit, decimals),
            between(place, unit, decimals), OUTSIDE[place.outside],
        )
        for place in by_name(places)
    ]  # fmt: skip


def by_name(places: Sequence[Place]) -> list[Place]:
    """In the order of their names, whatever their values."""
    return sorted(places, key=lambda place: (place.name.casefold(), place.name))


def between(place: Place, unit: str, decimals: int) -> str:
    """77% to 85%"""
    if place.lower is None or place.upper is None:
        return NONE
    return f"{value(place.lower, unit, decimals)} to {value(place.upper, unit, decimals)}"


def _whole(number: float | None) -> str:
    """1,204; a part of a whole (officers' hours) to one decimal."""
    if number is None:
        return NONE
    return f"{number:,.0f}" if number == round(number) else f"{number:,.1f}"
