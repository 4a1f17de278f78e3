"""What became of actions, each in exactly one class, and what may be said of a few of them.

The classes are a partition: whatever was given is in one of them and in no other, so that every table of
them sums to what was given. Where figures are small, a share or a median says more than is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate


class Outcome(StrEnum):
    """In the order in which pages and packs show them: what was done first, then what was not."""

    KEPT = "kept"
    LATE = "late"
    UNDATED = "undated"
    REPORTED = "reported"
    OPEN = "open"
    SLIPPED = "slipped"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


NAMES = {
    Outcome.KEPT: "Kept on time",
    Outcome.LATE: "Kept late",
    Outcome.UNDATED: "Done, no date",
    Outcome.REPORTED: "Reported",
    Outcome.OPEN: "Open",
    Outcome.SLIPPED: "Slipped",
    Outcome.LAPSED: "Lapsed",
    Outcome.WITHDRAWN: "Withdrawn",
}

RULES = {
    Outcome.KEPT: "closed, and done by the date first given, whatever it was moved to since",
    Outcome.LATE: "closed, and done after the date first given, even where it had been moved",
    Outcome.UNDATED: "closed, and never given a date: it could not be late",
    Outcome.REPORTED: "reported as done by the side that owns it, and not yet accepted by the other",
    Outcome.OPEN: "open, and the date first given has not passed, or none was given",
    Outcome.SLIPPED: "open past the date first given, though meetings still speak of it",
    Outcome.LAPSED: "open past its date (or six months old without one), and passed over by at least two"
    " later meetings of the forums that should speak of it",
    Outcome.WITHDRAWN: "withdrawn with a reason, or merged into another",
}
"""How each class is told, as the page says it."""

LETTERS = {
    Outcome.KEPT: "K",
    Outcome.LATE: "L",
    Outcome.UNDATED: "N",
    Outcome.REPORTED: "R",
    Outcome.OPEN: "O",
    Outcome.SLIPPED: "S",
    Outcome.LAPSED: "X",
    Outcome.WITHDRAWN: "W",
}
"""What tells the classes apart in a picture, so that colour alone tells nothing."""

DONE = (Outcome.KEPT, Outcome.LATE, Outcome.UNDATED)
UNFINISHED = (Outcome.REPORTED, Outcome.OPEN, Outcome.SLIPPED, Outcome.LAPSED)


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of an action that its class follows from; see ``actions.models.Action``."""

    state: str
    kept: str = ""
    first_due: date | None = None
    lapses_from: date | None = None
    silent_from: date | None = None


def outcome(facts: Facts, today: date) -> Outcome:
    """The class of an action on a day."""
    if facts.state == "withdrawn":
        return Outcome.WITHDRAWN
    if facts.state == "reported":
        return Outcome.REPORTED
    if facts.state == "closed":
        if facts.first_due is None:
            return Outcome.UNDATED
        return Outcome.LATE if facts.kept == "kept late" else Outcome.KEPT
    if _reached(facts.lapses_from, today) and _reached(facts.silent_from, today):
        return Outcome.LAPSED
    return Outcome.SLIPPED if facts.first_due is not None and facts.first_due < today else Outcome.OPEN


def _reached(day: date | None, today: date) -> bool:
    return day is not None and day <= today


SMALLEST_SHARE = 20
"""Of fewer than so many nothing is said in per cent: one action more would move it by over 5 points."""

SMALLEST_MEDIAN = 5
"""Of fewer than so many durations the days themselves are told, and no median."""

BANDS: Sequence[tuple[int, str]] = (
    (31, "within a month"),
    (92, "1 to 3 months"),
    (183, "3 to 6 months"),
    (366, "6 to 12 months"),
)
"""Upper ends in days (not reached) of the bands of a distribution; the last is open."""
LAST_BAND = "over a year"


def share(part: int, whole: int) -> str:
    """ "41 of 60 (68%)", without the per cent where the whole is small."""
    if whole < SMALLEST_SHARE:
        return f"{part:,} of {whole:,}"
    return f"{part:,} of {whole:,} ({round(100 * part / whole)}%)"


def median(counts: Mapping[int, int]) -> float | None:
    """The median of values that are counted (value → how often); None of fewer than SMALLEST_MEDIAN."""
    values = sorted(value for value, count in counts.items() if count)
    reached = list(accumulate(counts[value] for value in values))
    total = reached[-1] if reached else 0
    if total < SMALLEST_MEDIAN:
        return None

    def at(place: int) -> int:
        return next(value for value, upto in zip(values, reached, strict=True) if upto > place)

    return (at((total - 1) // 2) + at(total // 2)) / 2


def bands(counts: Mapping[int, int]) -> list[tuple[str, int]]:
    """How many of the days counted fall in each band, in order; every band is there, empty or not."""
    found = {name: 0 for _, name in BANDS} | {LAST_BAND: 0}
    for days, count in counts.items():
        found[next((name for end, name in BANDS if days < end), LAST_BAND)] += count
    return list(found.items())
