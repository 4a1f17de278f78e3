"""Run charts and Shewhart charts, part by part: centre, limits, points outside and runs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answerable.core.spc.runs import Runs, runs
from answerable.core.spc.shewhart_checks import checked
from answerable.core.spc.shewhart_kinds import LIMITS
from answerable.core.spc.shewhart_parts import Limits, Numbers, Part, Screening


@dataclass(frozen=True, slots=True)
class Options:
    """How a chart is to be drawn. Rows are counted from 1, as on paper.

    ``freeze``: the last row of the baseline; ignored where there are parts. ``parts``: the last row of each
    part before a break. ``exclude``: rows kept out of centre, limits and runs. ``centre``: given, not worked
    out. ``floored``: lower limits below 0 become 0 where no value is below 0.
    """

    freeze: int | None = None
    parts: Sequence[int] = ()
    exclude: Collection[int] = ()
    centre: float | None = None
    multiply: float = 1
    screening: Screening = Screening.ON
    floored: bool = False


PLAIN = Options()


@dataclass(frozen=True, slots=True)
class Chart:
    """A value for each row, numbers times ``multiply``. ``outside``: 1 above, -1 below the limits, else 0.

    ``frozen``: up to the last row of the baseline, and its excluded rows too. ``part``: 1, 2, ...; ``runs``
    and ``times`` (how often wider than sampling alone its limits were made) are for each part. ``kind`` is a
    key of ``shewhart_kinds.LIMITS``. ``middle``: what runs are about: the centre, but for small counts.
    """

    kind: str
    values: Numbers
    centre: Numbers
    lower: Numbers
    lower2: Numbers
    upper2: Numbers
    upper: Numbers
    outside: list[int]
    part: list[int]
    frozen: list[bool]
    include: list[bool]
    runs: list[Runs]
    times: list[float]
    middle: Numbers


def chart(
    kind: str, y: Sequence[float | None], n: Sequence[float | None] | None = None, options: Options = PLAIN
) -> Chart:
    """The chart of ``y``, or of y/n; Impossible where the numbers cannot be of such a chart."""
    counts, sizes = checked(kind, y, n)
    values = (
        counts
        if sizes is None
        else [a / b if a is not None and b else None for a, b in zip(counts, sizes, strict=True)]
    )
    include = [index not in options.exclude for index in range(1, len(y) + 1)]
    last = len(y) if options.freeze is None or options.parts else options.freeze
    frozen = [index <= last for index in range(1, len(y) + 1)]
    base = [early and included for early, included in zip(frozen, include, strict=True)]
    edges = _edges(options.parts, len(y))
    done: list[tuple[list[float | None], Limits, list[int], Runs]] = []
    for start, end in pairwise(edges):
        rows = slice(start, end)
        part = Part(
            values[rows], counts[rows], None if sizes is None else sizes[rows], base[rows], options.centre,
            options.screening,
        )  # fmt: skip
        done.append(_part(kind, part, include[rows], options))
    return _joined(kind, done, frozen, include, options.multiply)


def _edges(parts: Sequence[int], rows: int) -> list[int]:
    """Where parts begin and end, as slices take them."""
    return [0, *sorted({one for one in parts if 0 < one < rows}), rows]


def _part(
    kind: str, part: Part, include: list[bool], options: Options
) -> tuple[list[float | None], Limits, list[int], Runs]:
    values = list(part.values)
    if kind == "mr":
        values = [None, *(_range(a, b) for a, b in pairwise(values))][: len(values)]
        part = Part(values, values, None, part.base, part.given, part.screening)
    limits = LIMITS[kind](part)
    if options.floored and not any(value is not None and value < 0 for value in values):
        limits = Limits(
            limits.centre, _floored(limits.lower), _floored(limits.lower2), limits.upper2, limits.upper
        )
    outside = [_outside(*row) for row in zip(values, limits.lower, limits.upper, strict=True)]
    return values, limits, outside, runs(values, limits.centre, include)


def _range(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else abs(after - before)


def _floored(line: Numbers) -> Numbers:
    return [None if value is None else max(0.0, value) for value in line]


def _outside(value: float | None, lower: float | None, upper: float | None) -> int:
    if value is None:
        return 0
    above = upper is not None and value > upper
    below = lower is not None and value < lower
    return above - below


def _joined(
    kind: str,
    done: Sequence[tuple[list[float | None], Limits, list[int], Runs]],
    frozen: list[bool],
    include: list[bool],
    multiply: float,
) -> Chart:
    def line(name: str) -> Numbers:
        return [
            None if value is None else value * multiply
            for _, limits, _, _ in done
            for value in getattr(limits, name)
        ]

    return Chart(
        kind,
        [None if value is None else value * multiply for values, _, _, _ in done for value in values],
        line("centre"),
        line("lower"),
        line("lower2"),
        line("upper2"),
        line("upper"),
        [side for _, _, outside, _ in done for side in outside],
        [number for number, (values, _, _, _) in enumerate(done, 1) for _ in values],
        frozen,
        include,
        [one for _, _, _, one in done],
        [limits.times for _, limits, _, _ in done],
        line("centre"),
    )
