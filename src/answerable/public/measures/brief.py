"""A series in a line of a list: its last value, its period, and its course as a small picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from answerable.core.measures import words as wording
from answerable.core.measures.facts import Frequency
from answerable.core.measures.verdict import Point


class Last(NamedTuple):
    """In words: "66 seconds", "Oct 2026"."""

    value: str
    period: str


def spark(recent: Sequence[Mapping[str, Any]]) -> list[Point]:
    """Nothing where something is left out: the rest would draw another course."""
    if any(one["hidden"] for one in recent):
        return []
    return [
        Point(
            day(one["start"]),
            day(one["last"]),
            one["value"],
            "missing" if one["value"] is None else "ordinary",
        )
        for one in recent
    ]


def last(recent: Sequence[Mapping[str, Any]], measure: Mapping[str, Any]) -> Last | None:
    """The last of some periods that has a value; ``measure`` has unit, decimals and frequency."""
    known = [one for one in recent if one["value"] is not None]
    if not known:
        return None
    one = known[-1]
    period = wording.short_period(day(one["start"]), day(one["last"]), Frequency(measure["frequency"]))
    return Last(wording.figure(one["value"], measure["unit"], measure["decimals"]), period)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
