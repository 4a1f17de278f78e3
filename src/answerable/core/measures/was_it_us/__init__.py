"""Was it us? Before and after an event: what changed, how sure it is, and whether it did elsewhere too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from math import fsum

from answerable.core.measures.facts import Facts, Frequency, Observed
from answerable.core.measures.was_it_us import saying
from answerable.core.measures.was_it_us.answer import Answer, Beyond, Compared, Moved
from answerable.core.measures.was_it_us.counting import Counted, counted, elsewhere
from answerable.core.measures.was_it_us.effects import effect
from answerable.core.measures.was_it_us.others import PERIODS_IN_A_YEAR, beside, comparable, timed
from answerable.core.measures.was_it_us.sides import (
    LEAST,
    NAMES,
    Sides,
    absurd,
    enough_from,
    footing,
    number,
    sides,
)

__all__ = ["LEAST", "Answer", "Beyond", "Compared", "Moved", "was_it_us"]

ROLLING = (
    "Before and after is not told from figures of twelve months: eleven of them are also in the one before, "
    "so the two sides run into each other. Ask with the figures of single months."
)


def was_it_us(facts: Facts, on: dt.date, others: Sequence[Facts], today: dt.date) -> Answer:
    """Say what changed in a series after ``on``, and whether it did in ``others``, where nothing was done.

    It never says what caused a change. Where there are too few figures it refuses in words, with the day from
    when to ask again.
    """
    if facts.frequency is Frequency.ROLLING:
        return Answer(ROLLING, refused=ROLLING)
    if on > today:
        return _refused(f"It has not begun yet: it is to begin on {on.day} {on:%B %Y}.")
    if absurd(facts):
        return _refused("Before and after cannot be told: figures this large are a mistake.")
    found = sides(facts, on, today)
    refusal = _too_few(facts, on, found, today)
    if refusal is not None:
        return refusal
    few = counted(facts, found.before, found.after)
    return _counting(facts, on, few, found, others) if few else _measuring(facts, on, found, others)


def _refused(why: str, again: dt.date | None = None, found: Sides | None = None) -> Answer:
    if found is None:
        return Answer(why, refused=why, ask_again=again)
    return Answer(
        why,
        refused=why,
        ask_again=again,
        cautions=found.cautions,
        points_before=len(found.before),
        points_after=len(found.after),
    )


def _too_few(facts: Facts, on: dt.date, found: Sides, today: dt.date) -> Answer | None:
    """Return the refusal where a side has too few periods, with the day to ask again if there is one."""
    name = NAMES[facts.frequency]
    if len(found.before) < LEAST:
        return _refused(_too_few_before(found, name), found=found)
    if len(found.after) >= LEAST:
        return None
    so_far = _so_many(len(found.after), name) if found.after else f"no whole {name}"
    if found.cut_after is not None:
        return _refused(
            f"{footing(found.cut_after)}, {so_far} after it: what came later is on another footing, so "
            "before and after cannot be told.",
            found=found,
        )
    again = enough_from(facts, on, found.after, LEAST - len(found.after))
    if again is None or again <= today:
        return _refused(
            f"Too early to tell: {so_far} after it; ask again when there are {LEAST}.", found=found
        )
    day = f"on {again.day} {again:%B %Y}" if facts.frequency is Frequency.WEEK else f"in {again:%B %Y}"
    return _refused(
        f"Too early to tell: {so_far} after it; ask again {day} when there are {LEAST}.", again, found
    )


def _too_few_before(found: Sides, name: str) -> str:
    if found.cut_before is None:
        return (
            f"Before and after cannot be told: {_so_many(len(found.before), name)} before it, and it "
            f"takes {LEAST} to know what was ordinary."
        )
    if not found.before:
        return f"{footing(found.cut_before)}, just when it began: one cannot be told from the other."
    return (
        f"{footing(found.cut_before)}, {_so_many(len(found.before), name)} before it, and it takes "
        f"{LEAST} on the same footing to know what was ordinary: before and after cannot be told."
    )


def _so_many(many: int, name: str) -> str:
    return f"{many or 'no'} {name}{'' if many == 1 else 's'}"


def _counting(facts: Facts, on: dt.date, few: Counted, found: Sides, others: Sequence[Facts]) -> Answer:
    asked = {number(one, facts.frequency): after for after, one in found.rows}
    kept, left_out = comparable(facts, asked, others)
    there = elsewhere(facts, few, [_sides_of(other, asked) for other in kept])
    return Answer(
        saying.counting_headline(facts, few, there),
        [*saying.counting_sentences(facts, few, found), *saying.elsewhere_sentences(there), saying.NOT_CAUSE],
        [*found.cautions, *found.cuts, *saying.around(facts, found, on), *left_out, saying.COUNTED_PLAINLY],
        few.ratio.ratio,
        few.ratio.lower,
        few.ratio.upper,
        moved=saying.moved(facts.better, few.after - few.expected) if few.changed else "no",
        is_ratio=True,
        before=_mean(found.before),
        after=_mean(found.after),
        points_before=len(found.before),
        points_after=len(found.after),
        method=saying.COUNTING_METHOD,
    )


def _sides_of(other: Facts, asked: Mapping[int, bool]) -> tuple[list[Observed], list[Observed]]:
    """Return another's rows of these periods, before and after."""
    rows = {number(one, other.frequency): one for one in other.observed if one.value is not None}
    before, after = (
        [rows[at] for at, late in asked.items() if late is side and at in rows] for side in (False, True)
    )
    return before, after


def _mean(rows: Sequence[Observed]) -> float:
    return fsum(one.value or 0.0 for one in rows) / len(rows)


def _measuring(facts: Facts, on: dt.date, found: Sides, others: Sequence[Facts]) -> Answer:
    ours = [timed(one, facts.frequency, after=after) for after, one in found.rows]
    year = PERIODS_IN_A_YEAR[facts.frequency]
    change = effect(ours, year)
    if change is None:
        return _refused("Before and after cannot be told from these figures.", found=found)
    compared = beside(facts, ours, others)
    lacks = saying.not_allowed_for(facts, change, found, year)
    return Answer(
        saying.headline(facts, change, compared.beyond),
        [
            *saying.sentences(facts, change, found),
            *saying.beside_sentences(facts, compared),
            saying.NOT_CAUSE,
        ],
        [*found.cautions, *found.cuts, *lacks, *saying.around(facts, found, on), *compared.cautions],
        change.estimate,
        change.lower,
        change.upper,
        compared=compared.rows,
        moved=saying.moved(facts.better, change.estimate) if change.changed else "no",
        before=change.before,
        after=change.after,
        points_before=len(found.before),
        points_after=len(found.after),
        beyond=compared.beyond,
        method=saying.METHOD,
    )
