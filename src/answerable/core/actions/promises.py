"""What becomes of a promise that nobody marked as an action: who decides what, and when it has lapsed.

A promise stands as it was found until somebody decides about it: it is made an action, watched until a day,
dismissed, or said to be kept or not. Each decision can be taken back. Dates are days; nothing here looks at
a clock.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from answerable.core.actions.life import SILENT_MEETINGS, UNDATED_LIMIT

Standing = Literal["found", "watched", "promoted", "dismissed", "kept", "broken"]
Step = Literal["promote", "watch", "dismiss", "keep", "break", "take back"]

LEADS_TO: Mapping[Step, Standing] = {
    "promote": "promoted",
    "watch": "watched",
    "dismiss": "dismissed",
    "keep": "kept",
    "break": "broken",
    "take back": "found",
}

FROM: Mapping[Step, frozenset[Standing]] = {
    "promote": frozenset({"found", "watched", "broken"}),
    "watch": frozenset({"found", "watched"}),
    "dismiss": frozenset({"found", "watched"}),
    "keep": frozenset({"found", "watched"}),
    "break": frozenset({"found", "watched"}),
    "take back": frozenset({"watched", "promoted", "dismissed", "kept", "broken"}),
}
"""Where each step can be taken. A promise that was not kept can still be made an action."""

LIVE: frozenset[Standing] = frozenset({"found", "watched"})
"""Nobody has said yet what came of it: it can fall due, and lapse."""

SAID: Mapping[Standing, str] = {
    "found": "nobody has decided about it",
    "watched": "it is watched",
    "promoted": "it was made an action",
    "dismissed": "it was dismissed",
    "kept": "it was kept",
    "broken": "it was not kept",
}


def steps(standing: Standing) -> list[Step]:
    """What can be done with a promise that stands so."""
    return [step for step, standings in FROM.items() if standing in standings]


def why_not(standing: Standing, step: Step) -> str | None:
    """The sentence that refuses a step; None where it can be taken."""
    if standing in FROM[step]:
        return None
    if step == "take back":
        return "There is no decision about this promise to take back."
    return f"Somebody has said of this promise that {SAID[standing]}. Take that back first."


def lapses_from(given: date, due: date | None, watched_until: date | None) -> date:
    """The first day on which a promise may count as lapsed: the day after its date, else after six months.

    The day until which somebody watches it goes before its own date.
    """
    day = watched_until or due
    return day + timedelta(days=1) if day else given + UNDATED_LIMIT


def silent_from(later: Sequence[date], *, mentioned: bool) -> date | None:
    """The day of the second later meeting of those that none speaks of it at; None while too few were held.

    Other than an action, a promise that any later meeting speaks of has been heard of again: what came of it
    is for a person to say.
    """
    if mentioned or len(later) < SILENT_MEETINGS:
        return None
    return later[SILENT_MEETINGS - 1]


def later_than(days: Sequence[date], after: date) -> Sequence[date]:
    """Those of some days, which are in order, that come after a day."""
    return days[bisect_right(days, after) :]
