"""Areas of one measure in one period, in words and as a picture: which are outside what chance gives, if any.

Some area is always last. None is named for that: an area is named only where samples of its size would put
it there once in 500 times, and of few areas only where one test tells them apart at all.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.core.measures.choosing import PER_CENT, counted, last_digit, made_of, scale_of
from answerable.core.measures.facts import Facts, Kind, Observed
from answerable.core.measures.picture import Funnel, Place
from answerable.core.measures.proposing import Outside
from answerable.core.measures.surveys import often
from answerable.core.measures.telling import in_unit, period_in_words
from answerable.core.spc.areas import Compared, Standing, compare_rates, compare_shares
from answerable.core.spc.funnel_limits import grid
from answerable.core.spc.impossible import Impossible

CURVE_POINTS = 60
"""Sizes at which a funnel's limits are drawn: a smooth line at any width of page."""
MARGIN = 0.05
"""So much of their range a funnel reaches beyond its smallest and its largest area."""
ONE_IN_TWENTY = 0.05
MOST_IN_A_SENTENCE = 3
"""More areas than this are told as lists, above and below."""
SIZES = {Kind.SURVEY: "answers", Kind.PROPORTION: "cases", Kind.RATE: "what the rate is of"}
_WHAT = {Kind.SURVEY: "samples", Kind.PROPORTION: "numbers", Kind.RATE: "numbers"}
_USUAL = "what chance and the usual differences between areas give"
RULE_FEW = (
    "Fewer than ten areas are tested together (chi-square). Only where chance sets areas so far apart less "
    "than once in 20 times is each area held against limits of 99.8% about the level of all together."
)
RULE_MANY = (
    "A funnel: limits of 95% and 99.8% about the level of all areas together, wider for smaller areas, and "
    "widened by what usually lies between areas where they differ by more than sampling explains "
    "(Spiegelhalter 2005)."
)


@dataclass(frozen=True, slots=True)
class Area:
    """An area's name and what it had in the period."""

    name: str
    observed: Observed


@dataclass(frozen=True, slots=True)
class Beside:
    """``places`` are in the order of their names. ``outside``: names beyond the 99.8% limits, above or below.

    ``differ``: whether one test tells few areas apart; None for many, which a ``funnel`` shows, and where
    nothing can be tested. ``p``: how often chance sets few areas so far apart. ``rule`` stands behind a link.
    ``overall``: the level of all together, where it is known.
    """

    headline: str
    sentences: Sequence[str]
    cautions: Sequence[str]
    places: Sequence[Place]
    outside: Sequence[str] = ()
    above: Sequence[str] = ()
    differ: bool | None = None
    p: float | None = None
    funnel: Funnel | None = None
    rule: str = ""
    overall: float | None = None


def side_by_side(areas: Sequence[Facts]) -> Beside | None:
    """The areas' series in the last period that any of them has a value for; None where there is none."""
    when = _periods(areas)
    return at(areas, when[0]) if when else None


def outside_since(areas: Sequence[Facts]) -> dict[str, Outside]:
    """Areas outside in the last period, by name: on which side, and since when without a break."""
    found: dict[str, Outside] = {}
    running: dict[str, bool] | None = None
    for when in _periods(areas):
        told = at(areas, when, drawn=False)
        here = {name: name in told.above for name in told.outside} if told else {}
        running = here if running is None else {k: v for k, v in running.items() if here.get(k) is v}
        if not running:
            break
        found |= {name: Outside(above, when) for name, above in running.items()}
    return found


def _periods(areas: Sequence[Facts]) -> list[dt.date]:
    """Beginnings of periods for which at least two areas have a value (or any, if none), the last first."""
    counts = Counter(one.start for facts in areas for one in facts.observed if one.value is not None)
    enough = [when for when, count in counts.items() if count > 1] or list(counts)
    return sorted(enough, reverse=True)


def at(areas: Sequence[Facts], when: dt.date, *, drawn: bool = True) -> Beside | None:
    """The areas' series in the period that begins ``when``; those without a value are named as missing."""
    found = [
        Area(facts.whose, one)
        for facts in areas
        for one in facts.observed
        if one.start == when and one.value is not None
    ]
    if not found:
        return None
    missing = sorted({facts.whose for facts in areas} - {one.name for one in found})
    return beside(areas[0], found, missing, drawn=drawn)


def beside(
    measure: Facts, areas: Sequence[Area], missing: Sequence[str] = (), *, drawn: bool = True
) -> Beside:
    """What is said of ``areas`` (not of the force as a whole, which they are parts of)."""
    ordered = sorted(areas, key=lambda one: one.name)
    cautions = _cautions(measure, ordered, missing)
    if len(ordered) < 2:
        return Beside("One area alone differs from nothing.", (), cautions, _bare(ordered))
    try:
        compared, pairs, by = _compared(measure, ordered)
    except Impossible as why:
        return Beside(_NO_TEST, (f"{why}",), cautions, _bare(ordered))
    if compared is None:
        return Beside(_NO_TEST, (_NO_SIZES,), cautions, _bare(ordered))
    told = _told(measure, ordered, compared, [size for _, size in pairs], by, cautions)
    if drawn and compared.differ is None:
        funnel = _funnel(measure, ordered, compared, told.places, by, told.headline)
        return replace(told, funnel=funnel)
    return told


_NO_TEST = "Nothing can be said of how far chance alone sets these areas apart."
_NO_SIZES = (
    "The figures do not come with what they are of (cases, answers), and none is named for being last."
)
_ADJUSTED = (
    "A rate is not what its numbers alone make (it may be adjusted, for age say): what chance gives numbers "
    "of this size does not hold for it."
)
_ROUGH = "So few are expected in the smallest area that the test is rough."


def _compared(
    measure: Facts, areas: Sequence[Area]
) -> tuple[Compared | None, list[tuple[float, float]], float]:
    rows = [one.observed for one in areas]
    if measure.kind not in SIZES or any(counted(row) is None for row in rows):
        return None, [], 1.0
    if measure.kind == Kind.RATE:
        by = scale_of(rows)
        pairs = made_of(rows, by, last_digit(measure))
        if not pairs:
            raise Impossible(_ADJUSTED)
        return compare_rates([a for a, _ in pairs], [b for _, b in pairs]), pairs, by
    pairs = [pair for row in rows if (pair := counted(row))]  # the load refused shares that they do not make
    return compare_shares([a for a, _ in pairs], [b for _, b in pairs]), pairs, PER_CENT


def _told(
    measure: Facts,
    areas: Sequence[Area],
    compared: Compared,
    sizes: Sequence[float],
    by: float,
    cautions: list[str],
) -> Beside:
    named = list(zip((one.name for one in areas), compared.standings, strict=True))
    beyond = [(name, one) for name, one in named if one.outside == "99.8"]
    places = [
        Place(name, size, one.value * by, one.lower * by, one.upper * by, one.outside)
        for (name, one), size in zip(named, sizes, strict=True)
    ]
    many = compared.differ is None
    headline = _headline(measure, named, beyond, compared, by)
    sentences = (
        [f"{side}." for side in _sides(measure, beyond, by)] if len(beyond) > MOST_IN_A_SENTENCE else []
    )
    sentences += _of_many(named, compared) if many else _of_few(named, compared)
    return Beside(
        headline,
        sentences,
        [*cautions, *([_ROUGH] if compared.rough else [])],
        places,
        [name for name, _ in beyond],
        [name for name, one in beyond if one.above],
        compared.differ,
        compared.p,
        rule=RULE_MANY if many else RULE_FEW,
        overall=compared.overall * by,
    )


Named = Sequence[tuple[str, Standing]]


def _headline(measure: Facts, named: Named, beyond: Named, compared: Compared, by: float) -> str:
    if compared.differ is False:
        return f"Nothing says that the {len(named)} areas differ."
    by_chance = _USUAL if compared.widened else f"what {_WHAT[measure.kind]} of this size give by chance"
    if not beyond:
        if compared.differ:
            return f"The {len(named)} areas differ, but none of them stands out from the rest."
        return f"None of the {len(named)} areas is outside {by_chance}."
    after = f" {by_chance} (99.8%){_others(len(named) - len(beyond))}."
    if len(beyond) > MOST_IN_A_SENTENCE:
        return f"{len(beyond)} of the {len(named)} areas are outside{after}"
    if len(beyond) == 1:
        name, one = beyond[0]
        return f"{name}, at {_value(measure, one, by)}, is {_way(one)}{after}"
    return f"{' and '.join(_sides(measure, beyond, by))}{after}"


def _others(count: int) -> str:
    if not count:
        return ""
    return "; the others are not told apart" if count > 1 else "; the other lies within it"


def _sides(measure: Facts, beyond: Named, by: float) -> list[str]:
    """ "North (71%) and West (70%) are below" """
    said = []
    for way in ("above", "below"):
        names = [f"{name} ({_value(measure, one, by)})" for name, one in beyond if _way(one) == way]
        if names:
            said.append(f"{_and(names)} {'is' if len(names) == 1 else 'are'} {way}")
    return said


def _of_few(named: Named, compared: Compared) -> list[str]:
    if compared.p is None:
        return ["All have the same value."]
    said = [f"Chance alone sets areas of these sizes as far apart as this {often(compared.p)}."]
    if compared.differ is False:
        said.append("Some area is always last; none is named for that.")
    return said


def _of_many(named: Named, compared: Compared) -> list[str]:
    said = []
    nearly = sum(one.outside == "95" for _, one in named)
    beyond = any(one.outside == "99.8" for _, one in named)
    expected = max(1, round(ONE_IN_TWENTY * len(named)))
    if nearly:
        said.append(
            f"{nearly}{' more' if beyond else ''} {'lies' if nearly == 1 else 'lie'} between the 95% and the "
            "99.8% limits; "
            f"of {len(named)} areas about {expected} would by chance."
        )
    if compared.widened:
        said.append(
            f"The areas differ by more than sampling explains ({compared.times:.1f} times its variance), so "
            "the limits are widened by what usually lies between them."
        )
    return said


def _funnel(
    measure: Facts,
    areas: Sequence[Area],
    compared: Compared,
    places: Sequence[Place],
    by: float,
    headline: str,
) -> Funnel:
    sizes = [place.size for place in places]
    period = _period(measure, areas)
    return Funnel(
        title=f"{measure.name} by area, {period}",
        label=_label(measure, places, compared.overall * by, headline),
        unit=measure.unit,
        decimals=measure.decimals,
        overall=compared.overall * by,
        places=places,
        limits=[_line(size, compared, by) for size in _curve(min(sizes), max(sizes))],
        size_words=SIZES[measure.kind],
    )


def _curve(least: float, most: float) -> Sequence[float]:
    """Sizes from a little below the smallest area to a little above the largest."""
    beyond = (most - least) * MARGIN or most / 2
    return grid(max(least - beyond, least / 2), most + beyond, CURVE_POINTS)


def _line(size: float, compared: Compared, by: float) -> tuple[float, float, float, float, float]:
    band = compared.limits(size)
    return size, band.lower998 * by, band.lower95 * by, band.upper95 * by, band.upper998 * by


def _label(measure: Facts, places: Sequence[Place], overall: float, headline: str) -> str:
    told = in_unit(overall, measure.unit, measure.decimals)
    return (
        f"{len(places)} areas by size ({SIZES[measure.kind]}), with limits that narrow as areas grow. "
        f"All together: {told}. {headline}"
    )


def _cautions(measure: Facts, areas: Sequence[Area], missing: Sequence[str]) -> list[str]:
    said = []
    if missing:
        has = "has" if len(missing) == 1 else "have"
        said.append(f"{_and(list(missing))} {has} no figure for {_period(measure, areas)}.")
    if any(one.observed.provisional for one in areas):
        said.append(f"Figures for {_period(measure, areas)} are provisional.")
    return said


def _period(measure: Facts, areas: Sequence[Area]) -> str:
    one = areas[0].observed
    return period_in_words(one.start, one.last, measure.frequency)


def _bare(areas: Sequence[Area]) -> list[Place]:
    """Areas without an interval. Their size is nothing that is known."""
    return [Place(one.name, 0.0, one.observed.value) for one in areas if one.observed.value is not None]


def _way(one: Standing) -> str:
    return "above" if one.above else "below"


def _value(measure: Facts, one: Standing, by: float) -> str:
    return in_unit(one.value * by, measure.unit, measure.decimals)


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
