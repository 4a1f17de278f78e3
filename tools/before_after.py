"""How often before and after says "a real change" of made-up series, as a table for the documentation.

    python tools/before_after.py            200 series to a figure, about a minute
    python tools/before_after.py --series 50

Series are made anew from their numbers, so the table is the same on every machine.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence

from answerable.core.measures.was_it_us.effects import Timed, effect

SIZES = ((8, 8), (12, 12), (24, 12), (36, 24))
YEAR = 12
Made = Callable[[random.Random, int], list[float]]


def noise(chance: random.Random, many: int) -> list[float]:
    return [chance.gauss(0, 1) for _ in range(many)]


def trend(chance: random.Random, many: int) -> list[float]:
    return [0.2 * k + value for k, value in enumerate(noise(chance, many))]


def winters(chance: random.Random, many: int) -> list[float]:
    return [2 * (k % YEAR in (0, 1, 2, 11)) + value for k, value in enumerate(noise(chance, many))]


def alike(chance: random.Random, many: int) -> list[float]:
    values: list[float] = []
    for value in noise(chance, many):
        values.append((0.4 * values[-1] if values else 0.0) + value)
    return values


ROWS: tuple[tuple[str, Made, float], ...] = (
    ("Nothing changed: chance alone", noise, 0),
    ("Nothing changed: a steady trend, a fifth of the spread a month", trend, 0),
    ("Nothing changed: winters twice the spread higher", winters, 0),
    ("Nothing changed: neighbouring months alike (0.4)", alike, 0),
    ("Changed by the spread", noise, 1),
    ("Changed by twice the spread", noise, 2),
    ("Changed by twice the spread, on a steady trend", trend, 2),
)


def told(make: Made, step: float, size: tuple[int, int], series: int) -> float:
    """The part of the series whose change is called real."""
    before, after = size
    found = 0
    for seed in range(series):
        values = make(random.Random(seed), before + after)
        points = [Timed(k, v + step * (k >= before), k >= before, k % YEAR) for k, v in enumerate(values)]
        change = effect(points, YEAR)
        found += change is not None and change.changed and not change.drifting
    return found / series


def table(series: int) -> str:
    heads = " | ".join(f"{before} and {after}" for before, after in SIZES)
    lines = [f"| Months before and after | {heads} |", "|---" * (len(SIZES) + 1) + "|"]
    for what, make, step in ROWS:
        cells = " | ".join(f"{told(make, step, size, series):.0%}" for size in SIZES)
        lines.append(f"| {what} | {cells} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--series", type=int, default=200)
    print(table(parser.parse_args(arguments).series))


if __name__ == "__main__":
    main()
