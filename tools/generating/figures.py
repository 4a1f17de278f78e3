"""Figures of a fictional valley in any number, the same ones for the same seed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from random import Random

FIRST, MOST = dt.date(2011, 7, 4), 800  # a Monday; so many weeks end in November 2026
WEEK = dt.timedelta(days=7)
STEP = 0.12  # of the level, which changes once in a series
NAMES = ("answered", "resolved", "visited", "charged", "satisfied", "recorded", "reviewed", "trained")


def measure_name(number: int) -> str:
    """ "Cases answered, kind 3" """
    return f"Cases {NAMES[number % len(NAMES)]}, kind {number + 1}"


def weeks(count: int) -> list[tuple[dt.date, dt.date]]:
    """First and last days, Monday to Sunday; however many, they end with the same week."""
    starts = (FIRST + WEEK * number for number in range(MOST - count, MOST))
    return [(start, start + WEEK - dt.timedelta(days=1)) for start in starts]


def counted(count: int, seed: str) -> Iterator[tuple[int, int]]:
    """Numerators and denominators of a proportion around a level that changes once."""
    chance = Random(seed)
    level, turns = chance.uniform(0.4, 0.8), chance.randrange(count)
    size = chance.randrange(200, 4_000)
    for number in range(count):
        share = level * (1 - STEP) if number >= turns else level
        of = max(1, round(chance.gauss(size, math.sqrt(size))))
        met = round(chance.gauss(of * share, math.sqrt(of * share * (1 - share))))
        yield min(of, max(0, met)), of


def lone_series(points: int, seed: int) -> list[float]:
    """Values of one series for a chart: normal around 100, a third of them with a change."""
    chance = Random(seed)
    turns = chance.randrange(points) if chance.random() < 1 / 3 else points
    return [round(chance.gauss(100 if number < turns else 115, 10), 1) for number in range(points)]
