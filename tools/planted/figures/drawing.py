"""Values for what is written down: chance from a seed, so that they are the same each time."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from answerable.core.measures.facts import Observed
from planted.figures.given import FORCE, SHARES, TARNEBURY, Beside, Given, Levels

UNTIL = {
    "week": dt.date(2026, 11, 15), "month": dt.date(2026, 10, 31), "quarter": dt.date(2026, 9, 30),
    "rolling": dt.date(2026, 10, 31), "year": dt.date(2026, 3, 31),
}  # fmt: skip
"""The last day that there are figures of; the sample's day is in November 2026."""
MONTHS = {"month": 1, "quarter": 3, "rolling": 1, "year": 12}
CENT = 100.0

Span = tuple[dt.date, dt.date]


def periods(first: str, frequency: str) -> list[Span]:
    """From ``first`` on, until ``UNTIL``."""
    start, spans = dt.date.fromisoformat(first), []
    while True:
        after = start + dt.timedelta(days=7) if frequency == "week" else months_on(start, MONTHS[frequency])
        last = after - dt.timedelta(days=1)
        if last > UNTIL[frequency]:
            return spans
        spans.append((months_on(start, -11) if frequency == "rolling" else start, last))
        start = after


def months_on(day: dt.date, months: int) -> dt.date:
    place = day.year * 12 + day.month - 1 + months
    return dt.date(place // 12, place % 12 + 1, day.day)


def level(levels: Levels, day: dt.date) -> float:
    """Straight between two levels."""
    known = [(dt.date.fromisoformat(one), value) for one, value in levels]
    before = [one for one in known if one[0] <= day] or known[:1]
    after = [one for one in known if one[0] > day] or known[-1:]
    (start, low), (end, high) = before[-1], after[0]
    if end <= start:
        return low if day >= start else high
    return low + (high - low) * (day - start).days / (end - start).days


def drawn(given: Given) -> dict[str, list[Observed]]:
    """Values by place: the force's, which are those of its areas together, the areas', and others'."""
    spans = periods(given.first, given.frequency)
    found: dict[str, list[Observed]] = {}
    if given.areas:
        found = {area: _series(given, area, spans, share) for area, share in SHARES.items()}
        found[FORCE] = [_together(given, found, place) for place in range(len(spans))]
    else:
        found[FORCE] = _series(given, FORCE, spans, 1)
    for one in given.beside:
        found[place_of(one)] = _beside(given, one, spans)
    return {name: _marked(given, name, rows) for name, rows in found.items()}


def place_of(one: Beside) -> str:
    return f"{one.name} ({one.source})" if one.source else one.name


def _series(given: Given, place: str, spans: Sequence[Span], share: float) -> list[Observed]:
    chance = Random(f"{given.name}: {place}")
    levels = given.levels_of.get(place, given.levels)
    offset = 0 if place in given.levels_of else given.offsets.get(place, 0)
    rows = []
    for start, last in spans:
        wanted = level(levels, start) + offset + given.season.get(start.month, 0)
        pinned = given.pins.get((place, str(start)))
        if given.kind == "count" and place not in given.levels_of:
            wanted *= share
        rows.append(_value(given, chance, start, last, wanted, share, pinned))
    return rows


def _value(
    given: Given, chance: Random, start: dt.date, last: dt.date, wanted: float, share: float,
    pinned: float | None,
) -> Observed:  # fmt: skip
    if given.kind in ("proportion", "survey"):
        of = max(1, round(chance.gauss(given.size * share, math.sqrt(given.size * share))))
        part = wanted / CENT
        many = chance.gauss(of * part, given.spread * math.sqrt(of * part * (1 - part)))
        return share_of(given, start, last, many if pinned is None else of * pinned / CENT, of)
    if given.kind == "count":
        value = chance.gauss(wanted, given.spread * math.sqrt(max(wanted, 0)))
        return Observed(start, last, max(0, round(value if pinned is None else pinned)))
    if given.kind == "rate":
        of = given.size * share
        many = round(chance.gauss(wanted * of, given.spread * math.sqrt(wanted * of)))
        return Observed(start, last, round(many / of, given.decimals), many, of)
    value = chance.gauss(wanted, given.spread / math.sqrt(share))
    exact = value if pinned is None else pinned
    return Observed(
        start, last, max(0.0, round(exact, given.decimals)), sample=round(given.size * share) or None
    )


def share_of(given: Given, start: dt.date, last: dt.date, many: float, of: float) -> Observed:
    whole = min(round(of), max(0, round(many)))
    value = round(CENT * whole / of, max(given.decimals, 1))
    return Observed(start, last, value, whole, of, of if given.kind == "survey" else None)


def _together(given: Given, areas: dict[str, list[Observed]], place: int) -> Observed:
    """The force's value of a period; where minutes name it, the areas that they do not name give way."""
    late = given.unreported if place == len(areas[TARNEBURY]) - 1 else ""
    told = [area for area in SHARES if area != late]
    rows = [areas[area][place] for area in told]
    start, last = rows[0].start, rows[0].last
    if given.kind == "count":
        return Observed(start, last, sum(one.value or 0 for one in rows))
    if given.kind in ("duration", "index"):
        whole = sum(SHARES[area] for area in told)
        mean = sum(SHARES[area] * (areas[area][place].value or 0) for area in told) / whole
        exact = given.pins.get((FORCE, str(start)), mean)
        return Observed(start, last, round(exact, given.decimals), sample=given.size or None)
    pinned = given.pins.get((FORCE, str(start)))
    if pinned is not None:
        _give_way(given, areas, place, pinned)
        rows = [areas[area][place] for area in told]
    many, of = sum(one.numerator or 0 for one in rows), sum(one.denominator or 0 for one in rows)
    if given.kind == "rate":
        return Observed(start, last, round(many / of, given.decimals), many, of)
    return share_of(given, start, last, many, of)


def _give_way(given: Given, areas: dict[str, list[Observed]], place: int, pinned: float) -> None:
    start = next(iter(areas.values()))[place].start
    of = sum(rows[place].denominator or 0 for rows in areas.values())
    missing = round(pinned * of / CENT) - sum(rows[place].numerator or 0 for rows in areas.values())
    free = [area for area in SHARES if (area, str(start)) not in given.pins]
    for number, area in enumerate(free):
        one = areas[area][place]
        part = round(missing / (len(free) - number))
        missing -= part
        many = (one.numerator or 0) + part
        areas[area][place] = share_of(given, one.start, one.last, many, one.denominator or 1)


def _beside(given: Given, one: Beside, spans: Sequence[Span]) -> list[Observed]:
    chance = Random(f"{given.name}: {place_of(one)}")
    size = one.size or given.size
    like = replace(given, size=size)
    return [
        _value(
            like, chance, start, last, level(one.levels, start) + given.season.get(start.month, 0), 1, None
        )
        for start, last in spans
    ]


def _marked(given: Given, name: str, rows: Sequence[Observed]) -> list[Observed]:
    """Without the periods of gaps; the last ones provisional; what has not been reported, said."""
    gaps = [(dt.date.fromisoformat(one.start), dt.date.fromisoformat(one.last)) for one in given.gaps]
    kept = [one for one in rows if not any(start <= one.start and one.last <= end for start, end in gaps)]
    for place in range(1, given.provisional + 1):
        kept[-place] = replace(kept[-place], provisional=True)
    if given.unreported and name == given.unreported:
        kept[-1] = Observed(kept[-1].start, kept[-1].last, None, note="[x] not reported yet")
    if given.unreported and name == FORCE:
        kept[-1] = replace(kept[-1], reported=len(SHARES) - 1, expected=len(SHARES), provisional=True)
    return kept
