"""A series as a chart takes it: a row for each period in order, and one for each stretch without values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answerable.core.measures.facts import Facts, Gap, Observed
from answerable.core.measures.telling import period_in_words
from answerable.core.spc.xmr import check_values

DAY = dt.timedelta(days=1)


class Muddled(ValueError):
    """Rows of which no chart can be made. Its message is a sentence that says which."""


def in_order(facts: Facts) -> list[Observed]:
    """The observations by date, and for periods between two of them that have no row one row without a value.

    No moving range and no run crosses such a row. Its note is the reason that was given for the gap. Raises
    ``Muddled`` for two values of one period and for periods that overlap, ``Impossible`` for a value that is
    no number.
    """
    check_values(row.value for row in facts.observed)
    rows = sorted(facts.observed, key=lambda row: (row.start, row.last))
    if not rows:
        return []
    found = [_noted(rows[0], facts.gaps)]
    for before, after in pairwise(rows):
        if after.start <= before.last:
            raise Muddled(_overlap(facts, before, after))
        found += _between(facts, before, after)
        found.append(_noted(after, facts.gaps))
    return found


def known(rows: Sequence[Observed]) -> list[float]:
    """The values that there are."""
    return [row.value for row in rows if row.value is not None]


def last_with_value(rows: Sequence[Observed]) -> Observed | None:
    """The last row that has a value."""
    return next((row for row in reversed(rows) if row.value is not None), None)


def _between(facts: Facts, before: Observed, after: Observed) -> Iterator[Observed]:
    first, last = before.last + DAY, after.start - DAY
    if first <= last:
        yield Observed(first, last, None, note=_reason(first, last, facts.gaps))


def _noted(row: Observed, gaps: Sequence[Gap]) -> Observed:
    """The row with the reason of its gap, where it has no value and no note of its own."""
    reason = "" if row.value is not None or row.note else _reason(row.start, row.last, gaps)
    if not reason:
        return row
    return Observed(
        row.start, row.last, None, provisional=row.provisional, reported=row.reported, expected=row.expected,
        note=reason,
    )  # fmt: skip


def _reason(first: dt.date, last: dt.date, gaps: Sequence[Gap]) -> str:
    return next((gap.reason for gap in gaps if gap.start <= last and gap.last >= first), "")


def _overlap(facts: Facts, before: Observed, after: Observed) -> str:
    when = period_in_words(after.start, after.last, facts.frequency)
    if (before.start, before.last) == (after.start, after.last):
        return f"There are two values for {when}. Keep one of them."
    other = period_in_words(before.start, before.last, facts.frequency)
    return f"The periods {other} and {when} overlap. Each day can count in one period only."
