"""What a figure cannot bear, each in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from answerable.core.measures.charting import Charted
from answerable.core.measures.facts import Facts

Caution = Callable[[Facts, Charted, dt.date], str]


def cautions(facts: Facts, charted: Charted, today: dt.date) -> list[str]:
    """All that there is to say, in the order in which it matters."""
    return [said for caution in ALL if (said := caution(facts, charted, today))]


def provisional(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Last values that may still be revised."""
    count = 0
    for row in reversed(charted.rows):
        if not row.provisional and row.last < today:
            break
        count += 1
    if not count:
        return ""
    return "The last value is provisional." if count == 1 else f"The last {count} values are provisional."


ALL: tuple[Caution, ...] = (provisional,)
