"""What no value of a measure can be beyond."""

from __future__ import annotations

from answerable.core.measures.facts import Facts, Kind

LEAST = 0.0
WHOLE = 100.0


def bounds(facts: Facts) -> tuple[float | None, float | None]:
    """The lowest and the highest that a value can be: 0 for what is counted, 0 and 100 for a share.

    None where there is no such bound, or where a value is beyond it all the same: then it is no bound.
    """
    values = [row.value for row in facts.observed if row.value is not None]
    floor = None if facts.kind == Kind.INDEX or min(values, default=LEAST) < LEAST else LEAST
    share = facts.kind in (Kind.PROPORTION, Kind.SURVEY)
    return floor, WHOLE if share and max(values, default=WHOLE) <= WHOLE else None


def within(facts: Facts, lower: float | None, upper: float | None) -> tuple[float | None, float | None]:
    """A range, no further than values can be: for words and drawing. The rules use the range as it is."""
    floor, ceiling = bounds(facts)
    if lower is not None and floor is not None:
        lower = max(lower, floor)
    if upper is not None and ceiling is not None:
        upper = min(upper, ceiling)
    return lower, upper
