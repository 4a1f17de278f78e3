"""What a figure cannot bear, each in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

from answerable.core.measures.charting import Charted
from answerable.core.measures.choosing import counted
from answerable.core.measures.correlating import neighbours, seasonal
from answerable.core.measures.facts import EventKind, Facts, Frequency, Kind, Observed
from answerable.core.measures.proposing import STALE
from answerable.core.measures.saying import PERIODS, points, when
from answerable.core.measures.series import known
from answerable.core.measures.stretches import change
from answerable.core.spc.intervals import wilson
from answerable.core.spc.shewhart_parts import SCREEN_AT
from answerable.core.spc.xmr import FEWEST_FOR_ICONS

Caution = Callable[[Facts, Charted, dt.date], str]

A_YEAR = {Frequency.WEEK: 52, Frequency.MONTH: 12, Frequency.QUARTER: 4}
WIDE = 3.0
"""Per cent either way: gaps that offices argue about are of 3 to 5 points, so such sampling decides them."""
CHUNKY = 3
"""Three or fewer different moving ranges within their limit: the values are rounded so coarsely that limits
are too narrow (Wheeler and Chambers, Understanding Statistical Process Control, on inadequate units)."""
NAMED = 3
"""So many stretches without values are named one by one; of more only their number is said."""
RECORDED = (EventKind.RECORDING, EventKind.DEFINITION)


def cautions(facts: Facts, charted: Charted, today: dt.date) -> list[str]:
    """All that there is to say, in the order in which it matters."""
    return [said for caution in ALL if (said := caution(facts, charted, today))]


def other_chart(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Why it is not the usual chart."""
    return charted.why


def another_thing(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Recorded or defined anew within the last phase, and no new phase was decided."""
    rows = charted.last_phase()
    within = [
        event for event in facts.events if event.kind in RECORDED and rows[0].last < event.on <= rows[-1].last
    ]
    if not within:
        return ""
    event = within[-1]
    how = "recorded" if event.kind == EventKind.RECORDING else "defined"
    return (
        f"It is {how} differently since {_day(event.on)} ({event.text}), and no new phase was decided: "
        "figures before and after are not of the same thing."
    )


def short(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A range that comes from few points."""
    count = len(known(charted.last_phase()))
    if facts.baseline is not None and facts.baseline < FEWEST_FOR_ICONS <= count:
        return f"The ordinary range comes from the first {points(facts, charted, facts.baseline)} only."
    if count < FEWEST_FOR_ICONS and charted.lower is not None:
        return f"The ordinary range comes from {points(facts, charted, count)} only and will still move."
    return ""


def provisional(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Last values that may still be revised."""
    count = 0
    for row in reversed(charted.rows):
        if not row.provisional:
            break
        count += 1
    if not count:
        return ""
    period = PERIODS[facts.frequency]
    if count == 1:
        return f"The last {period} is provisional."
    return f"The last {count} {period}s are provisional."


def not_over(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A last value of a period that is not over."""
    last = charted.rows[-1]
    if last.value is None or last.last < today or last.provisional:
        return ""
    return f"{_capital(when(facts, last))} is not over yet."


def stale(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Figures that are too old to say anything of now."""
    last = [row for row in charted.rows if row.value is not None][-1]
    if (today - last.last).days <= STALE[facts.frequency]:
        return ""
    return f"The last figure is for {when(facts, last)}: it says nothing of today."


def reported(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A last value of which not all areas have reported."""
    last = [row for row in charted.rows if row.value is not None][-1]
    if last.reported is None or last.expected is None or last.reported >= last.expected:
        return ""
    return f"{last.reported} of {last.expected} areas reported for {when(facts, last)}."


def sampled(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A survey of so few that sampling alone moves its last value by points."""
    last = [row for row in charted.rows if row.value is not None][-1]
    pair = counted(last) if facts.kind == Kind.SURVEY else None
    if pair is None or not 0 <= pair[0] <= pair[1]:
        return ""
    lower, upper = wilson(*pair)
    half = 100 * (upper - lower) / 2
    if half < WIDE:
        return ""
    return (
        f"{_capital(when(facts, last))} rests on {pair[1]:,.0f} answers: by sampling alone it could be about "
        f"{half:.0f} points higher or lower."
    )


def gaps(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Periods without values, with the reason that was given or that none was."""
    missing: dict[str, list[Observed]] = {}
    for row in charted.rows:
        if row.value is None:
            missing.setdefault(row.note, []).append(row)
    return " ".join(_gap(facts, reason, rows) for reason, rows in missing.items())


def _gap(facts: Facts, reason: str, rows: Sequence[Observed]) -> str:
    stretches = _joined(rows)
    if len(stretches) > NAMED:
        named = f"{len(stretches)} stretches"
    else:
        named = " and ".join(_stretch(facts, first, last) for first, last in stretches)
    why = reason[:1].lower() + reason[1:] if reason else "no reason is given"
    return f"No figures for {named}: {why.rstrip('.')}."


def _joined(rows: Sequence[Observed]) -> list[tuple[Observed, Observed]]:
    """Rows that follow each other without a day between, as stretches."""
    found: list[tuple[Observed, Observed]] = []
    for row in rows:
        if found and (row.start - found[-1][1].last).days == 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _stretch(facts: Facts, first: Observed, last: Observed) -> str:
    """ "March to June 2020", also where one row stands for all that is missing."""
    if facts.frequency == Frequency.WEEK:
        return f"{_day(first.start)} to {_day(last.last)}"
    one, other = f"{first.start:%B %Y}", f"{last.last:%B %Y}"
    if one == other:
        return one
    return f"{first.start:%B} to {other}" if first.start.year == last.last.year else f"{one} to {other}"


def season(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A series that follows the months of the year."""
    period = PERIODS[facts.frequency]
    found = seasonal(_deviations(charted), A_YEAR[facts.frequency]) if facts.frequency in A_YEAR else None
    if found is None:
        return ""
    return (
        f"It follows the seasons (correlation {found:.1f} with a year before): a high or low {period} may be "
        f"no more than the time of year. Compare it with the same {period} a year before."
    )


def alike(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A series in which each value follows the one before."""
    found = neighbours(_deviations(charted))
    if found is None or season(facts, charted, today):
        return ""
    period = PERIODS[facts.frequency]
    return (
        f"Each {period} is like the one before (correlation {found:.1f}): such a series looks changed more "
        "often than chance alone gives."
    )


def rounded(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Values that are rounded so coarsely that limits from them are too narrow."""
    rows = charted.last_phase()
    ranges = [
        abs(after.value - before.value)
        for before, after in pairwise(rows)
        if before.value is not None and after.value is not None
    ]
    if len(ranges) < FEWEST_FOR_ICONS - 1 or not any(ranges) or charted.unit:
        return ""
    limit = SCREEN_AT * sum(ranges) / len(ranges)
    steps = {round(one, facts.decimals) for one in ranges if one <= limit}
    if len(steps) > CHUNKY:
        return ""
    return "The values are rounded so coarsely that the ordinary range is only roughly right."


def _deviations(charted: Charted) -> list[float | None]:
    """How far each value is from its phase's average, or from its run's where one signals."""
    found: list[float | None] = []
    for first, after in zip(charted.starts, [*charted.starts[1:], len(charted.rows)], strict=True):
        found += _from_mean(charted.rows[first:after])
    run = change(charted)
    if run is not None and run.points > 1:
        before = _from_mean(charted.rows[charted.starts[-1] : run.first])
        found[charted.starts[-1] :] = [*before, *_from_mean(charted.rows[run.first :])]
    return found


def _from_mean(rows: Sequence[Observed]) -> list[float | None]:
    values = known(rows)
    return [None if row.value is None else row.value - sum(values) / len(values) for row in rows]


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


ALL: tuple[Caution, ...] = (
    another_thing, short, provisional, not_over, reported, stale, gaps, season, alike, sampled, rounded,
    other_chart,
)  # fmt: skip
