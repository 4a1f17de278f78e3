"""Was it us? Before and after an event: what changed, how sure it is, and whether it did elsewhere too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from answerable.core.measures.facts import Facts, Frequency
from answerable.core.measures.was_it_us import saying
from answerable.core.measures.was_it_us.answer import Answer, Beyond, Compared, Moved
from answerable.core.measures.was_it_us.counting import Counted, counted
from answerable.core.measures.was_it_us.effects import effect
from answerable.core.measures.was_it_us.others import PERIODS_IN_A_YEAR, beside, timed
from answerable.core.measures.was_it_us.sides import LEAST, NAMES, Sides, enough_from, footing, sides

__all__ = ["LEAST", "Answer", "Beyond", "Compared", "Moved", "was_it_us"]

LARGEST = 1e15
"""No figure of a police force is larger; beyond it sums lose their digits."""
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
    if any(one.value is not None and abs(one.value) > LARGEST for one in facts.observed):
        return _refused("Before and after cannot be told: figures this large are a mistake.")
    found = sides(facts, on, today)
    refusal = _too_few(facts, on, found, today)
    if refusal is not None:
        return refusal
    few = counted(facts, found.before, found.after)
    return _counting(facts, few, found) if few else _measuring(facts, on, found, others)


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
        why = f"{footing(found.cut_before)}. " if found.cut_before else ""
        return _refused(
            f"{why}Before and after cannot be told: {_so_many(len(found.before), name)} before it, and it "
            f"takes {LEAST} to know what was ordinary.",
            found=found,
        )
    if len(found.after) >= LEAST:
        return None
    so_far = _so_many(len(found.after), name)
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


def _so_many(many: int, name: str) -> str:
    return f"{many or 'no'} {name}{'' if many == 1 else 's'}"


def _counting(facts: Facts, few: Counted, found: Sides) -> Answer:
    side = saying.moved(facts.better, few.after - few.expected) if few.changed else "no"
    return Answer(
        saying.counting_headline(facts, few),
        saying.counting_sentences(facts, few, found),
        [*found.cautions, *saying.around(facts, found), saying.COUNTED_PLAINLY],
        few.ratio.ratio,
        few.ratio.lower,
        few.ratio.upper,
        moved=side,
        is_ratio=True,
        before=few.before / few.over_before,
        after=few.after / few.over_after,
        points_before=len(found.before),
        points_after=len(found.after),
        method=saying.COUNTING_METHOD,
    )


def _measuring(facts: Facts, on: dt.date, found: Sides, others: Sequence[Facts]) -> Answer:
    ours = [
        timed(one, facts.frequency, after=after)
        for after, side in ((False, found.before), (True, found.after))
        for one in side
    ]
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
        [*found.cautions, *lacks, *saying.around(facts, found), *compared.cautions],
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
