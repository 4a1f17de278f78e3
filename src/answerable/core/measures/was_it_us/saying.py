"""The words of before and after. They tell what went with an event, never what brought it about."""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.facts import Better, Event, EventKind, Facts
from answerable.core.measures.telling import apart, in_unit
from answerable.core.measures.was_it_us.answer import Beyond, Moved
from answerable.core.measures.was_it_us.counting import Counted, Elsewhere
from answerable.core.measures.was_it_us.effects import SEASON_YEARS, SEES_TRENDS, Effect
from answerable.core.measures.was_it_us.others import Beside
from answerable.core.measures.was_it_us.sides import NAMES, Sides

_FOOTING = (EventKind.RECORDING, EventKind.DEFINITION)  # these cut the time, and say so
NOT_CAUSE = (
    "What else happened at the time shows in it too: this is what went with it, not what brought it about."
)
SAME_ELSEWHERE = "where nothing was done much the same is seen"
GOING_ALREADY = "it may have been going that way already"
ALIKE = 0.3
"""Neighbours alike by this much make plain intervals a third too narrow, so that is said."""
_PLAIN_FROM = 10  # a change of so many last digits needs no further one


def places(facts: Facts, change: float) -> int:
    """Return the decimals that a change is told with: one more than the measure's where it is small."""
    small = round(abs(change) * 10.0**facts.decimals) < _PLAIN_FROM
    return facts.decimals + (1 if small else 0)


def away(facts: Facts, value: float, decimals: int) -> str:
    """ "12 calls lower", "3.1 points higher", "no different"."""
    if round(value, decimals) == 0:
        return "no different"
    return f"{apart(value, facts.unit, decimals)} {'higher' if value > 0 else 'lower'}"


def likely(facts: Facts, lower: float, upper: float, decimals: int) -> str:
    """Say an interval: "likely between 7 and 17 calls lower", "anywhere from 7 calls lower to 3 higher"."""
    if lower <= 0 <= upper:
        return f"anywhere from {away(facts, lower, decimals)} to {away(facts, upper, decimals)}"
    near, far = sorted((lower, upper), key=abs)
    return f"likely between {abs(near):,.{decimals}f} and {away(facts, far, decimals)}"


def moved(better: Better, change: float) -> Moved:
    """Return which way a change went."""
    if better is Better.NEITHER:
        return "higher" if change > 0 else "lower"
    return "better" if (change > 0) is (better is Better.HIGHER) else "worse"


def headline(facts: Facts, found: Effect, beyond: Beyond | None) -> str:
    """The sentence above everything: what changed, and whether it did where nothing was done."""
    decimals = places(facts, found.estimate)
    expected = "the trend before it led to expect" if found.trend is not None else "before it"
    if not found.changed:
        ordinary = _unchanged(facts, found)
        if beyond is not None and beyond.stands_out:
            side = moved(facts.better, beyond.estimate)
            return f"{ordinary} Beside the others, which moved, it came out {side}."
        return ordinary
    way = moved(facts.better, found.estimate).capitalize()
    change = f"{away(facts, found.estimate, decimals)} than {expected}"
    if beyond is None:
        if found.drifting:
            return f"{way} after it ({change}), but {GOING_ALREADY}."
        return f"{way} after it, and a real change: {change}."
    if not beyond.stands_out:
        return f"{way} after it ({change}), but {SAME_ELSEWHERE}."
    if (beyond.estimate > 0) is not (found.estimate > 0):
        return f"{way} after it ({change}), but by less than where nothing was done."
    more = f"{way} after it, and by more than where nothing was done"
    return f"{more} ({change}), but {GOING_ALREADY}." if beyond.drifting else f"{more}: {change}."


def _unchanged(facts: Facts, found: Effect) -> str:
    if found.drifting and found.alike > ALIKE:
        return f"Nothing says that it changed then: {GOING_ALREADY}."
    if found.trend is None:
        return "Nothing says that it changed: the difference after it is within ordinary variation."
    going = "rising" if found.trend > 0 else "falling"
    return (
        f"Nothing says that it changed: it was {going} before it, and what came after is within what that "
        "trend led to expect."
    )


def sentences(facts: Facts, found: Effect, on: Sides) -> list[str]:
    """Means, interval, trend and season, a sentence to each."""
    decimals = places(facts, found.estimate)
    name = NAMES[facts.frequency]
    rows = [
        f"The mean was {in_unit(found.before, facts.unit, decimals)} in the {len(on.before)} {name}s before "
        f"it and {in_unit(found.after, facts.unit, decimals)} in the {len(on.after)} {name}s after it.",
        f"{_beside_what(facts, found)} is {likely(facts, found.lower, found.upper, decimals)}.",
    ]
    if found.seasonal:
        rows.append(f"The time of year is allowed for: each {name} is held against the same of other years.")
    return rows


def _beside_what(facts: Facts, found: Effect) -> str:
    if found.trend is None:
        return "The change"
    going = "rise" if found.trend > 0 else "fall"
    pace = f"{apart(found.trend, facts.unit, places(facts, found.trend) + 1)} a {NAMES[facts.frequency]}"
    return f"Beside where the trend before it, a {going} of {pace}, would have led, the figure"


def not_allowed_for(facts: Facts, found: Effect, on: Sides, periods_in_a_year: int) -> list[str]:
    """Say what there are too few points for, and where intervals are wider because neighbours are alike."""
    name = NAMES[facts.frequency]
    rows = []
    if found.trend is None and min(len(on.before), len(on.after)) < SEES_TRENDS:
        rows.append(
            f"With fewer than {SEES_TRENDS} {name}s on a side, a slow trend that was under way before it may "
            "go unseen."
        )
    if not found.seasonal and periods_in_a_year > 1:
        rows.append(
            f"With fewer than {SEASON_YEARS * periods_in_a_year} {name}s before it the time of year is not "
            "allowed for, and may be part of the change."
        )
    if found.alike > ALIKE:
        rows.append(f"Neighbouring {name}s are alike, which makes the range of the change wider.")
    if found.lower == found.upper:
        rows.append("All figures on each side are the same, so the range of the change says nothing.")
    return rows


def counting_headline(facts: Facts, found: Counted, elsewhere: Elsewhere | None) -> str:
    """Say a ratio of small counts by what would have been expected."""
    told = f"{found.after:,} after it, where {found.expected:,.1f} would have come at the rate before"
    if not found.changed:
        return f"Nothing says that it changed: {told}, and chance could explain the difference."
    way = moved(facts.better, found.after - found.expected).capitalize()
    if elsewhere is not None and not elsewhere.stands_out:
        return f"{way} after it ({told}), but chance may have set it apart from where nothing was done."
    if elsewhere is not None and (elsewhere.ratio > 1) is not (found.after > found.expected):
        return f"{way} after it ({told}), but by less than where nothing was done."
    return f"{way} after it, and a real change: {told}."


def elsewhere_sentences(found: Elsewhere | None) -> list[str]:
    """Say the ratio of the ratios."""
    if found is None:
        return []
    return [
        f"Where nothing was done there were {found.before:,} before it and {found.after:,} after it in the "
        f"same time. Beside that the rate here is likely between {found.lower:.2f} and {found.upper:.2f} "
        "times what it would have been."
    ]


def counting_sentences(facts: Facts, found: Counted, on: Sides) -> list[str]:
    """Counts and the interval of the ratio."""
    name = NAMES[facts.frequency]
    low, high = found.ratio.lower, found.ratio.upper
    between = (
        f"at least {low or 0:.2f} times" if high is None else f"between {low or 0:.2f} and {high:.2f} times"
    )
    return [
        f"There were {found.before:,} in the {len(on.before)} {name}s before it and {found.after:,} in the "
        f"{len(on.after)} {name}s after it.",
        f"The rate after it is likely {between} the rate before.",
    ]


def beside_sentences(facts: Facts, found: Beside) -> list[str]:
    """Say the difference of the differences."""
    if found.beyond is None:
        return []
    decimals = places(facts, found.beyond.estimate)
    who = " and ".join(row.whose for row in found.rows[1:]) if len(found.rows) <= 3 else "the others"
    noted = [row.whose for row in found.rows if row.note]
    level = ", brought to the same level" if found.scaled else ""
    return [
        f"Beside {who}{level}, where nothing was done, the change is "
        f"{away(facts, found.beyond.estimate, decimals)}: "
        f"{likely(facts, found.beyond.lower, found.beyond.upper, decimals)}.",
        *(
            [f"In the table the change of {' and '.join(noted)} is beside the trend before it."]
            if noted
            else []
        ),
    ]


def around(facts: Facts, on: Sides, began: dt.date) -> list[str]:
    """Say what else a reader should know: other events in the time, first figures, periods without any."""
    name = NAMES[facts.frequency]
    rows = [*on.before, *on.after]
    first, last = rows[0].start, rows[-1].last
    others = [e for e in facts.events if e.kind not in _FOOTING and e.on != began and first <= e.on <= last]
    cautions = [f"In the same time: {_event(event)}." for event in others]
    provisional = sum(one.provisional for one in rows)
    if provisional:
        cautions.append(f"{provisional} of the figures {'is' if provisional == 1 else 'are'} provisional.")
    short = sum(one.reported is not None and one.reported < (one.expected or 0) for one in rows)
    if short:
        cautions.append(f"In {short} {name}{'' if short == 1 else 's'} not every area had reported.")
    missing = [one for one in facts.observed if one.value is None and first <= one.start <= last]
    if missing:
        cautions.append(
            f"{len(missing)} {name}{'' if len(missing) == 1 else 's'} in that time have no figure."
        )
    return cautions


def _event(event: Event) -> str:
    return f"{event.text.strip().rstrip('.')} ({event.on:%B %Y})"


METHOD = (
    "Means before and after by least squares; where both sides show a trend, segmented regression; with two "
    "years before it, a term for each month or quarter. 95% interval by Student's t, with Newey and West's "
    "standard error, or one for neighbours that are alike, where these are larger."
)
COUNTING_METHOD = (
    "Events are few, so they are counted: the exact conditional 95% interval of the ratio of rates."
)
COUNTED_PLAINLY = "The counts are too small to allow for trend or season."
