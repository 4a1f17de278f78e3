"""What a figure cannot bear, each in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from answerable.core.measures.behaving import alike, rounded, sampled, season
from answerable.core.measures.bounds import LEAST, WHOLE
from answerable.core.measures.charting import Charted
from answerable.core.measures.facts import EventKind, Facts, Frequency, Kind, Observed
from answerable.core.measures.proposing import STALE
from answerable.core.measures.saying import PERIODS, capital, periods, points, when
from answerable.core.measures.series import known, last_with_value
from answerable.core.measures.telling import in_unit
from answerable.core.spc.xmr import FEWEST_FOR_ICONS

Caution = Callable[[Facts, Charted, dt.date], str]

NAMED = 3
"""So many stretches without values are named one by one; of more only their number is said."""
RECORDED = (EventKind.RECORDING, EventKind.DEFINITION)


def cautions(facts: Facts, charted: Charted, today: dt.date) -> list[str]:
    """All that there is to say, in the order in which it matters."""
    said = [caution(facts, charted, today) for caution in ALL]
    said += [behaviour(facts, charted) for behaviour in (season, alike, sampled, rounded)]
    return [one for one in said if one]


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


def cannot_be(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A share over 100%, or fewer than none of what is counted."""
    share = facts.kind in (Kind.PROPORTION, Kind.SURVEY)
    for row in reversed(charted.series):
        if row.value is None:
            continue
        if share and not LEAST <= row.value <= WHOLE:
            return (
                f"A share of {in_unit(row.value, facts.unit, facts.decimals)} ({when(facts, row)}) cannot be."
            )
        if facts.kind == Kind.COUNT and row.value < LEAST:
            return f"{in_unit(row.value, facts.unit, facts.decimals)} ({when(facts, row)}) cannot be counted."
    return ""


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
    for row in reversed(charted.series):
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
    last = charted.series[-1]
    if last.value is None or last.last < today or last.provisional:
        return ""
    return f"{capital(when(facts, last))} is not over yet."


def stale(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Figures that are too old to say anything of now."""
    last = last_with_value(charted.series)
    if last is None or (today - last.last).days <= STALE[facts.frequency]:
        return ""
    return f"The last figure is for {when(facts, last)}: it says nothing of today."


def reported(facts: Facts, charted: Charted, today: dt.date) -> str:
    """A last value of which not all areas have reported."""
    last = last_with_value(charted.series)
    if last is None or last.reported is None or last.expected is None or last.reported >= last.expected:
        return ""
    return f"{last.reported} of {last.expected} areas reported for {when(facts, last)}."


def gaps(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Periods without values, with the reason that was given or that none was."""
    missing: dict[str, list[Observed]] = {}
    for row in charted.series:
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


def new_phases(facts: Facts, charted: Charted, today: dt.date) -> str:
    """Phases that begin on another day than was decided, or not yet."""
    said = []
    for phase in facts.phases:
        row = next((row for row in charted.rows if row.start >= phase.start), None)
        if row is None:
            said.append(f"The new phase of {_day(phase.start)} has no figures yet.")
        elif row.start != phase.start and phase.start > charted.rows[0].start:
            said.append(f"The new phase of {_day(phase.start)} begins with {when(facts, row)}.")
    return " ".join(said)


def open_wait(facts: Facts, charted: Charted, today: dt.date) -> str:
    """How long there has been none, on a chart of waits."""
    if not charted.unit:
        return ""
    since = 0
    for row in reversed(charted.series):
        if row.value:
            break
        since += row.value is not None
    return f"There has been none for {periods(facts, since)} now." if since else ""


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


ALL: tuple[Caution, ...] = (
    cannot_be,
    another_thing,
    new_phases,
    short,
    provisional,
    not_over,
    reported,
    stale,
    gaps,
    other_chart,
    open_wait,
)
"""In the order in which they are said; how the series behaves comes after them."""
