"""The areas of one measure beside one another in one period: do they differ, and how far are two apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import combinations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.core.measures.areas import at as areas_at
from answerable.core.measures.areas import side_by_side
from answerable.core.measures.facts import Facts, Kind
from answerable.core.measures.surveys import Asked as Answers
from answerable.core.measures.surveys import asked as answers
from answerable.core.measures.surveys import gap as gap_of
from answerable.core.measures.telling import period_in_words
from answerable.measures.models import Measure, Series
from answerable.measures.queries import facts_from
from answerable.web.address import Asked, asked
from answerable.workspace.choices import Choices
from answerable.workspace.here import here
from answerable.workspace.measures import queries

BAD = 400
SHARES = (Kind.SURVEY, Kind.PROPORTION)
MOST_PERIODS = 60  # that can be chosen from


def areas(request: HttpRequest, key: int) -> HttpResponse:
    """Every area with its interval, a funnel where they are many, and two of them against each other."""
    at, values = here(request), asked(request)
    measure = queries.measure_at(at, key)
    known = _known(measure, at.today)
    when = values.date("period", "the period")
    found = areas_at(known, when) if when else side_by_side(known)
    start = when or _last(known)
    in_period = _answers(known, start)
    first, second = (_chosen(values, name, in_period) for name in ("first", "second"))
    picked = (first, second) if first and second and first is not second else None
    pair = picked or widest(in_period)
    context = {
        "measure": measure, "beside": found, "asked": values, "periods": _periods(known),
        "start": start, "names": [("", "Any"), *((one.name, one.name) for one in in_period)],
        "gap": gap_of(*pair, measure.decimals, among=2 if picked else len(in_period)) if pair else None,
        "pair": pair,
        "picked": bool(first and second),
        "overall": found.overall if found else None,
    }  # fmt: skip
    return render(request, "workspace/measures/areas.html", context, status=BAD if values.problems else 200)


def widest(among: Sequence[Answers]) -> tuple[Answers, Answers] | None:
    """The two that are furthest apart; None of fewer than two."""
    pairs = combinations(among, 2)
    return max(pairs, key=lambda pair: abs(pair[0].share - pair[1].share), default=None)


def _known(measure: Measure, today: dt.date) -> list[Facts]:
    """Two queries."""
    rows = list(Series.objects.filter(measure=measure, who="area").order_by("name"))
    for one in rows:
        one.measure = measure
    return list(facts_from(rows, (), today).values())


def _periods(known: Sequence[Facts]) -> Choices:
    found = {(one.start, one.last) for facts in known for one in facts.observed if one.value is not None}
    newest = sorted(found, reverse=True)[:MOST_PERIODS]
    return [(start.isoformat(), period_in_words(start, last, known[0].frequency)) for start, last in newest]


def _last(known: Sequence[Facts]) -> dt.date | None:
    """The last period that at least two areas have a value for, or any if none has."""
    starts = [one.start for facts in known for one in facts.observed if one.value is not None]
    return max((one for one in starts if starts.count(one) > 1), default=max(starts, default=None))


def _answers(known: Sequence[Facts], start: dt.date | None) -> list[Answers]:
    if not known or known[0].kind not in SHARES:
        return []
    found = [answers(facts.whose, one) for facts in known for one in facts.observed if one.start == start]
    return [one for one in found if one]


def _chosen(values: Asked, name: str, among: Sequence[Answers]) -> Answers | None:
    found = values.choice(name, {one.name: one.name for one in among}, "an area")
    return next((one for one in among if one.name == found), None)
