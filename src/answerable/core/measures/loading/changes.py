"""What loading would change: each value held against what is kept for its place and period."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from answerable.core.measures.loading.checks import shown
from answerable.core.measures.loading.faults import Fault
from answerable.core.measures.loading.given import Given
from answerable.core.measures.telling import span_in_words

What = Literal["new", "revised", "same"]
SAME_TO = 1e-9  # share by which two numbers may differ and be the same: binary fractions
OPTIONAL = ("numerator", "denominator", "sample", "provisional", "reported", "expected")
"""What stays as it is kept where the file has no column for it."""


class Key(NamedTuple):
    """Of one value: its measure, its place, and the first day of its period."""

    measure: int
    place: str
    start: dt.date


@dataclass(frozen=True, slots=True)
class Kept:
    """An observation as it is kept."""

    start: dt.date
    last: dt.date
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    sample: float | None = None
    provisional: bool = False
    reported: int | None = None
    expected: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """``was`` is None of a value that is new."""

    what: What
    was: Kept | None
    given: Given
    now: Kept

    @property
    def words(self) -> str:
        """12 → 14; what else is different behind it."""
        before, after = value_words(self.was) if self.was else "", value_words(self.now)
        if self.was is None:
            return after
        if before != after:
            return f"{before} → {after}"
        return f"{after} ({', '.join(_other_words(self.was, self.now))})"


def value_words(kept: Kept) -> str:
    """1,234; the mark in place of a value; "no value"."""
    return kept.note or "no value" if kept.value is None else shown(kept.value)


def _other_words(was: Kept, now: Kept) -> list[str]:
    said = []
    for name in ("numerator", "denominator", "sample"):
        before, after = getattr(was, name), getattr(now, name)
        if not _alike(before, after):
            said.append(f"{name} {_number(before)} → {_number(after)}")
    if was.provisional != now.provisional:
        said.append("provisional now" if now.provisional else "final now")
    if (was.reported, was.expected) != (now.reported, now.expected):
        said.append(f"{now.reported} of {now.expected} areas reported")
    if was.note != now.note:
        said.append(f"mark {was.note or 'none'} → {now.note or 'none'}")
    return said or ["the days of its period"]


def _number(value: float | None) -> str:
    return "none" if value is None else shown(value)


def _alike(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=SAME_TO, abs_tol=SAME_TO)


def key_of(given: Given) -> Key:
    return Key(given.measure, given.place, given.period.start)


def changes(given: Iterable[Given], kept: Mapping[Key, Kept], has: set[str]) -> list[Change]:
    """New, revised or the same, for each value; ``has``: the fields that the file tells of."""
    return [_change(one, kept.get(key_of(one)), has) for one in given]


def _change(given: Given, was: Kept | None, has: set[str]) -> Change:
    now = Kept(
        given.period.start, given.period.last, given.value, given.numerator, given.denominator, given.sample,
        given.provisional, given.reported, given.expected, given.note,
    )  # fmt: skip
    if was is None:
        return Change("new", None, given, now)
    now = replace(now, **{name: getattr(was, name) for name in OPTIONAL if _untold(name, has, given)})
    return Change("same" if _same(was, now) else "revised", was, given, now)


def _untold(name: str, has: set[str], given: Given) -> bool:
    """Whether the file says nothing of it. A value that comes without a mark is final, as is one revised."""
    return name not in has and name != "provisional" and getattr(given, name) is None


def _same(was: Kept, now: Kept) -> bool:
    numbers = all(
        _alike(getattr(was, name), getattr(now, name))
        for name in ("value", "numerator", "denominator", "sample")
    )
    rest = ("last", "provisional", "reported", "expected", "note")
    return numbers and all(getattr(was, name) == getattr(now, name) for name in rest)


def counts(found: Iterable[Change]) -> dict[str, int]:
    """How many are new, revised and the same."""
    every = [one.what for one in found]
    return {what: every.count(what) for what in ("new", "revised", "same")}


def clashes(
    given: Sequence[Given],
    kept: Mapping[Key, Kept],
    names: Mapping[str, str],
    today: dt.date,
    rolling: Collection[int] = (),
) -> list[Fault]:
    """Two values for one period, periods that overlap, and periods that have not begun.

    ``rolling``: measures whose periods overlap by nature.
    """
    faults = [
        Fault(one.row, one.column, f"{one.period.words} has not begun. Check the year, or leave it out.")
        for one in given
        if one.period.start > today
    ]
    by_series: dict[tuple[int, str], list[Given]] = defaultdict(list)
    for one in given:
        by_series[one.measure, one.place].append(one)
    held: dict[tuple[int, str], list[Kept]] = defaultdict(list)
    for key, row in kept.items():
        held[key.measure, key.place].append(row)
    for series, values in by_series.items():
        faults += _twice(values, names)
        if series[0] not in rolling:
            faults += _overlapping(values, held[series], names)
    return faults


def _twice(values: Sequence[Given], names: Mapping[str, str]) -> list[Fault]:
    first: dict[dt.date, Given] = {}
    faults = []
    for one in values:
        other = first.setdefault(one.period.start, one)
        if other is not one and other.period.last == one.period.last:
            faults.append(
                Fault(
                    one.row, one.column,
                    f"There are two values of {_whose(one, names)} for {one.period.words}: {_said(other)} in"
                    f" {other.cell} and {_said(one)} here. Leave one of them.",
                )
            )  # fmt: skip
    return faults


def _said(one: Given) -> str:
    return one.note or "none" if one.value is None else shown(one.value)


def _whose(one: Given, names: Mapping[str, str]) -> str:
    return names.get(one.place) or one.place.partition(":")[2] or "the force"


def _overlapping(values: Sequence[Given], kept: Sequence[Kept], names: Mapping[str, str]) -> list[Fault]:
    """Periods that share days with another one that is not the same."""
    starts = {one.period.start for one in values}
    spans = [(one.period.start, one.period.last, one) for one in values]
    spans += [(row.start, row.last, None) for row in kept if row.start not in starts]  # type: ignore[misc]
    spans.sort(key=lambda span: span[:2])
    faults = []
    for before, after in pairwise(spans):
        if after[0] > before[1] or (before[:2] == after[:2]):
            continue
        one, other = (after[2], before) if after[2] else (before[2], after)
        if one is not None:
            where = f"in {other[2].cell}" if other[2] else "that is kept already"
            faults.append(
                Fault(
                    one.row, one.column,
                    f"{one.period.words} of {_whose(one, names)} shares days with"
                    f" {span_in_words(other[0], other[1])} {where}. Every day may be in one period only.",
                )
            )  # fmt: skip
    return faults
