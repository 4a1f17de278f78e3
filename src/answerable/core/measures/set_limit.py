"""A limit that somebody set, in words that cannot be taken for the range that is ordinary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from answerable.core.measures.facts import Better, Facts, LineKind, Observed
from answerable.core.measures.proposing import passed
from answerable.core.measures.saying import periods, when
from answerable.core.measures.series import last_with_value
from answerable.core.measures.telling import in_unit
from answerable.core.measures.words import exact


def against_limit(facts: Facts, rows: Sequence[Observed]) -> str:
    """The last value against the limit that holds for its period; "" where none was set."""
    last = last_with_value(rows)
    if last is None or last.value is None:
        return ""
    value = in_unit(last.value, facts.unit, facts.decimals)
    beyond = passed(facts)
    side = "Below" if facts.better == Better.HIGHER else "Above"
    if beyond is not None:
        line, since = beyond
        run = "" if since == last.start else f", {_in_a_row(facts, rows, since)} in a row"
        limit = _set(facts, line.value)
        return f"{side} the limit of {limit} that was set: {value} in {when(facts, last)}{run}."
    held = [
        line.value
        for line in facts.lines
        if line.kind == LineKind.LIMIT
        and (line.start is None or line.start <= last.last)
        and (line.last is None or line.last >= last.last)
    ]
    if not held:
        return ""
    nearest = min(held) if facts.better != Better.HIGHER else max(held)
    return f"Within the limit of {_set(facts, nearest)} that was set: {value} in {when(facts, last)}."


def _set(facts: Facts, value: float) -> str:
    return exact(value, facts.unit, facts.decimals)


def _in_a_row(facts: Facts, rows: Sequence[Observed], since: dt.date) -> str:
    return periods(facts, sum(row.value is not None and row.start >= since for row in rows))
