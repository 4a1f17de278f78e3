"""What a chart says in a sentence that a policy officer would say; the rules' names stand behind a link."""

from __future__ import annotations

from answerable.core.measures.bounds import within
from answerable.core.measures.charting import Charted
from answerable.core.measures.facts import Better, Facts, Frequency, Observed
from answerable.core.measures.series import known
from answerable.core.measures.stretches import Change, changes, last_valued
from answerable.core.measures.telling import in_unit, period_in_words
from answerable.core.spc.rules import Rule
from answerable.core.spc.xmr import FEWEST_FOR_ICONS

PERIODS = {
    Frequency.WEEK: "week",
    Frequency.MONTH: "month",
    Frequency.QUARTER: "quarter",
    Frequency.YEAR: "year",
    Frequency.ROLLING: "period",
}
RULES_IN_WORDS = {
    Rule.OUTSIDE: "The last point lies outside the limits, which are three sigma from the mean.",
    Rule.TREND: "Seven points in a row each rise, or each fall.",
    Rule.TWO_IN_THREE: "Of three points in a row on one side of the mean, two are beyond two sigma.",
    Rule.SHIFT: (
        "Seven points in a row lie on one side of the mean. Of small counts and of waits it is the median."
    ),
}
ORDINARY = "Ordinary variation: no change is seen that chance does not explain."
BETTER_WAY = {Better.HIGHER: 1, Better.LOWER: -1, Better.NEITHER: 0}
FEW_STEPS = 10
WORTH_RECALLING = 24
"""A change that ended longer ago (two years of months) is history: the chart shows it, no sentence does."""


def headline(facts: Facts, charted: Charted, found: Change | None) -> str:
    """The sentence above the plot, where there are enough points for a verdict."""
    if found is not None:
        return _changed(facts, charted, found)
    values = known(charted.last_phase())
    if len(set(values)) == 1:
        return f"All {len(values)} values are {_figure(facts, charted, values[0])}: nothing varies at all."
    return ORDINARY


def early(facts: Facts, charted: Charted) -> str:
    """The sentence above the plot, where there are too few points for a verdict."""
    some = points(facts, charted, len(known(charted.last_phase())))
    since = ""
    if len(charted.starts) > 1:
        since = f" since a new phase began in {when(facts, charted.last_phase()[0])}"
    return f"Too early to tell: {some}{since}, and it takes {FEWEST_FOR_ICONS} to tell a change from chance."


def direction(facts: Facts, charted: Charted, way: int) -> str:
    """Better or worse; higher or lower where neither way is better. Longer waits are fewer events."""
    good = BETTER_WAY[facts.better] * (-1 if charted.unit else 1)
    if not good:
        return "Higher" if way > 0 else "Lower"
    return "Better" if way == good else "Worse"


def since_the_phase(facts: Facts, charted: Charted) -> str:
    """The averages before and after a new phase began; "" where there is one phase only."""
    if len(charted.starts) < 2:
        return ""
    before = known(charted.rows[charted.starts[-2] : charted.starts[-1]])
    after = known(charted.last_phase())
    if not before or not after:
        return ""
    began = when(facts, charted.last_phase()[0])
    now, then = (_between(facts, charted, sum(one) / len(one)) for one in (after, before))
    return f"The average since the new phase began in {began} is {now}; before it was {then}."


def earlier(facts: Facts, charted: Charted, found: Change | None) -> str:
    """The last change of the phase that is over, where the last point is ordinary."""
    over = changes(charted)
    if found is not None or not over or last_valued(charted) - over[-1].last > WORTH_RECALLING:
        return ""
    one = over[-1]
    word = direction(facts, charted, one.way)
    if one.first == one.last:
        value = _figure(facts, charted, charted.rows[one.first].value)
        return f"{word} than ordinary in {when(facts, charted.rows[one.first])} ({value}), not since."
    first, last = when(facts, charted.rows[one.first]), when(facts, charted.rows[one.last])
    return f"{word} than ordinary from {first} to {last}, not since."


def _changed(facts: Facts, charted: Charted, found: Change) -> str:
    began = when(facts, charted.rows[found.first])
    word = direction(facts, charted, found.way)
    pattern = _pattern(facts, charted, found)
    if found.rule == Rule.TREND:
        return f"Getting {word.lower()} since {began}, and a real change: {pattern}."
    return f"{word} {'in' if found.points == 1 else 'since'} {began}, and a real change: {pattern}."


def _pattern(facts: Facts, charted: Charted, found: Change) -> str:
    """What makes it more than chance."""
    some = points(facts, charted, found.points)
    if found.rule == Rule.TREND:
        some = points(facts, charted, found.points - 1)
        return f"{some} in a row, each {'higher' if found.way > 0 else 'lower'} than the one before"
    if found.rule == Rule.SHIFT:
        side = "above" if found.way > 0 else "below"
        return f"{some} in a row {side} the {charted.about} of {_between(facts, charted, charted.middle)}"
    if found.rule == Rule.TWO_IN_THREE:
        edge = "top" if found.way > 0 else "bottom"
        return f"two of the last three {_point(facts, charted)}s are close to the {edge} of what is ordinary"
    value = _figure(facts, charted, charted.rows[found.last].value)
    return f"{value} is outside the range that is ordinary, {ordinary_range(facts, charted)}"


def ordinary_range(facts: Facts, charted: Charted) -> str:
    """ "71% to 85%"; no further than values can be"""
    lower, upper = within(facts, charted.lower, charted.upper)
    return f"{_between(facts, charted, lower)} to {_between(facts, charted, upper)}"


def points(facts: Facts, charted: Charted, count: int) -> str:
    """ "1 month", "7 weeks", "8 waits" """
    return f"{count} {_point(facts, charted)}{'' if count == 1 else 's'}"


def periods(facts: Facts, count: int) -> str:
    """ "1 month", "7 weeks" """
    return f"{count} {PERIODS[facts.frequency]}{'' if count == 1 else 's'}"


def when(facts: Facts, row: Observed) -> str:
    """The period of a row in words."""
    return period_in_words(row.start, row.last, facts.frequency)


def _point(facts: Facts, charted: Charted) -> str:
    return "wait" if charted.unit else PERIODS[facts.frequency]


def _figure(facts: Facts, charted: Charted, value: float | None) -> str:
    if value is None:
        return ""
    return in_unit(value, facts.unit if charted.unit is None else charted.unit, facts.decimals)


def _between(facts: Facts, charted: Charted, value: float | None) -> str:
    """An average or the end of a range in the chart's unit; "" where it is not known."""
    if value is None:
        return ""
    decimals = range_decimals(facts, charted.lower, charted.upper)
    return in_unit(value, facts.unit if charted.unit is None else charted.unit, decimals)


def range_decimals(facts: Facts, lower: float | None, upper: float | None) -> int:
    """The decimals of an average and a range: one more than values have, where the range is of few steps.

    An average of 0.4 homicides is not "0 homicides".
    """
    if lower is None or upper is None:
        return facts.decimals
    return facts.decimals + (upper - lower < FEW_STEPS * 10.0**-facts.decimals)


def capital(text: str) -> str:
    """With a capital first letter, as a sentence begins."""
    return text[:1].upper() + text[1:]
