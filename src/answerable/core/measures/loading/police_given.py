"""The counts of a file of data.police.uk as values of measures: of the force, and of each of its areas."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.core.measures.loading.faults import Fault
from answerable.core.measures.loading.given import Found, Given
from answerable.core.measures.loading.periods import Period
from answerable.core.measures.loading.police import ASB, ELSEWHERE, NOWHERE, PoliceFile, Tally
from answerable.core.measures.loading.shape import FORCE, folded
from answerable.core.minutes.dates import month_end
from answerable.core.plans.noticed import listed

ALL_CRIME, ALL_OUTCOMES, ALL_STOPS = (
    "Recorded crime: all types",
    "Crime outcomes: all",
    "Stop and search: all",
)
ASB_NAME = "Anti-social behaviour incidents"
NO_OUTCOME = "no outcome given"


@dataclass(frozen=True, slots=True)
class Ours:
    """Whose figures are kept: our own force by its name, and the places of others that stand beside it."""

    force: str
    beside: Mapping[str, str]  # folded name of another force -> its place
    areas: Mapping[str, str]  # place of each area in the lookup -> its name


def measure_names(tally: Tally, kind: str) -> list[str]:
    """The measures that a row of a type counts for."""
    if tally.kind == PoliceFile.STREET:
        return [ASB_NAME] if kind == ASB else [f"Recorded crime: {kind}", ALL_CRIME]
    if tally.kind == PoliceFile.OUTCOMES:
        return [f"Crime outcomes: {kind or NO_OUTCOME}", ALL_OUTCOMES]
    return [f"Stop and search: {kind or NO_OUTCOME}", ALL_STOPS]


def same_force(name: str, other: str) -> bool:
    """Wyvern Valley Police and Wyvern valley are one force."""
    return _bare(name) == _bare(other)


def _bare(name: str) -> str:
    plain = folded(name).replace("-", " ")
    for word in (" police", " constabulary", " police service"):
        plain = plain.removesuffix(word)
    return plain


def figures(tally: Tally, ours: Ours, keys: Mapping[str, int]) -> Found:
    """Every count as a value; 0 where a force or an area had none of a type that the file has.

    ``keys`` are those of the measures by their names; ``measures_of`` says which there have to be.
    """
    found = Found(faults=list(tally.faults))
    counted = _counts(tally, ours)
    if not tally.faults and not counted:
        found.faults.append(Fault(0, 0, _none_of_ours(tally, ours)))
    names = sorted({name for _, _, name in counted})
    places = sorted(
        {place for _, place, _ in counted} | ({*ours.areas} if _has_areas(tally, ours) else set())
    )
    months = {place: _months_of(place, counted, tally) for place in places}
    for name in names:
        for place in places:
            for month in months[place]:
                if month:
                    found.given.append(
                        Given(keys[name], place, _period(month), float(counted[month, place, name]))
                    )
    found.said += _said(tally, ours)
    return found


def measures_of(tally: Tally, ours: Ours) -> list[str]:
    """The names of all measures that the file gives values of."""
    return sorted({name for _, _, name in _counts(tally, ours)})


def _has_areas(tally: Tally, ours: Ours) -> bool:
    """Whether any row of ours lies in an area: without a lookup a file tells of none."""
    return any(place in ours.areas for _, force, _, place in tally.counted if same_force(force, ours.force))


def _months_of(place: str, counted: Mapping[tuple[str, str, str], int], tally: Tally) -> list[str]:
    """The months that the file has for the force that a place is of: an area has all of ours."""
    of = place if ":" in place and not place.startswith("area:") else FORCE
    return sorted({month for month, at, _ in counted if at == of})


def _counts(tally: Tally, ours: Ours) -> Counter[tuple[str, str, str]]:
    """By month, place and measure. Of other forces only those that stand beside ours."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for (month, force, kind, area), number in tally.counted.items():
        mine = same_force(force, ours.force)
        place = FORCE if mine else ours.beside.get(folded(force))
        if place is None:
            continue
        for name in measure_names(tally, kind):
            counted[month, place, name] += number
            if mine and area in ours.areas:
                counted[month, area, name] += number
    return counted


def _period(month: str) -> Period:
    year, number = int(month[:4]), int(month[5:])
    return Period(dt.date(year, number, 1), month_end(year, number))


def _none_of_ours(tally: Tally, ours: Ours) -> str:
    if not tally.rows:
        return "There is no row below the heads. Fetch the file again from data.police.uk."
    names = [name or "no force" for name in tally.forces]
    return (
        f"No row is of {ours.force or 'our force'} ({_rows(tally.rows)} in all): they are of {listed(names)}."
        " Check the force’s name, or the file’s."
    )


def _said(tally: Tally, ours: Ours) -> Iterator[str]:
    """What was counted, what lies in no area, and what was left out."""
    mine = [force for force in tally.forces if same_force(force, ours.force)]
    months = [_period(month).words for month in tally.months if not tally.faults]
    yield f"{_rows(tally.rows)} counted{f', of {listed(months)}' if months else ''}."
    elsewhere = sum(tally.rows_of(force, ELSEWHERE) for force in mine)
    nowhere = sum(tally.rows_of(force, NOWHERE) for force in mine)
    if elsewhere and ours.areas:
        yield (
            f"{_rows(elsewhere)} in small areas (LSOAs) that the lookup does not have:"
            " counted for the force and for no area."
        )
    if nowhere and ours.areas and tally.kind != PoliceFile.STOPS:
        yield f"{_rows(nowhere)} without a place: counted for the force and for no area."
    if tally.kind == PoliceFile.STOPS:
        yield "Stop and search has no small areas: the figures are of the whole force."
    others = [force for force in tally.forces if force not in mine and folded(force) not in ours.beside]
    if others and mine:
        yield f"Left out: {len(others)} other {'force' if len(others) == 1 else 'forces'}, {listed(others)}."


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"
