"""What figures propose for agendas: every series judged, and what nobody has answered yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from answerable.core.measures.areas import outside_since
from answerable.core.measures.facts import Who
from answerable.core.measures.judging import judge
from answerable.core.measures.proposing import ORDER, Outside, Proposed, proposed
from answerable.core.measures.verdict import Verdict
from answerable.measures.models import Answered, Series
from answerable.measures.queries.together import Held, facts_together, one_source
from answerable.meetings.models import Meeting
from answerable.workspace.here import Here

MOST_AHEAD = 30  # meetings that a proposal can be taken to
MOST_REFUSED = 20  # answers that are listed, the newest
OURS = (Who.FORCE, Who.AREA)
TIERS = ("gold", "silver", "")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one series proposes."""

    held: Held
    verdict: Verdict
    proposed: Proposed

    @property
    def place(self) -> str:
        return place_of(self.held.series)


@dataclass(frozen=True, slots=True)
class Board:
    """All that is proposed, the strongest first; of so many charts that are judged so many signal.

    ``alike``: so many of them are of series in which each value is like the one before.
    """

    proposals: Sequence[Proposal]
    charts: int
    signals: int
    alike: int


def place_of(series: Series) -> str:
    """The area of a series, "" for the whole force."""
    return series.name if series.who == Who.AREA else ""


def board(here: Here) -> Board:
    """What all series of the office propose. Two queries."""
    held = one_source(facts_together(_series(here), here.today))
    verdicts = {one.series.pk: judge(one.facts, here.today) for one in held}
    answered, outside = _answered(here), _outside(held)
    found = [
        Proposal(one, verdicts[one.series.pk], what)
        for one in held
        if (what := _proposed(here, one, verdicts[one.series.pk], outside, answered))
    ]
    judged = [one for one in verdicts.values() if one.variation]
    signals, alike = sum(one.signal for one in judged), sum(one.alike for one in judged)
    return Board(sorted(found, key=_strength), len(judged), signals, alike)


def proposal_at(here: Here, key: int) -> tuple[Held, Verdict, Proposed | None]:
    """One series, its verdict, and what it proposes; None where that is nothing any more.

    Two queries. Raises Http404.
    """
    rows = _series(here).filter(measure__series=key)
    held = facts_together(rows, here.today)
    one = next((one for one in held if one.series.pk == key), None)
    if one is None:
        raise Http404("There is no such series.")
    verdict = judge(one.facts, here.today)
    return one, verdict, _proposed(here, one, verdict, _outside(one_source(held)), _answered(here, key))


def refused(here: Here) -> list[Answered]:
    """What was said no to, the newest first. One query."""
    rows = Answered.objects.filter(series__measure__office_id=here.office_id, answer=Answered.Answer.REFUSED)
    seen = here.sees(rows, "series__measure").select_related("series__measure", "by")
    return list(seen.order_by("-at", "-pk")[:MOST_REFUSED])


def meetings_ahead(here: Here) -> list[Meeting]:
    """The planned meetings, the nearest first. One query."""
    rows = Meeting.objects.filter(
        office_id=here.office_id, state=Meeting.State.PLANNED, date__gte=here.today
    )  # fmt: skip
    return list(rows.select_related("forum", "office").order_by("date", "pk")[:MOST_AHEAD])


def _series(here: Here) -> QuerySet[Series]:
    rows = Series.objects.filter(measure__office_id=here.office_id, measure__ended=None, who__in=OURS)
    return here.sees(rows, "measure")


def _outside(held: Sequence[Held]) -> dict[int, Outside]:
    """The series of areas that are outside what chance gives, by their keys."""
    of: dict[int, list[Held]] = defaultdict(list)
    for one in held:
        if one.series.who == Who.AREA:
            of[one.series.measure_id].append(one)
    found: dict[int, Outside] = {}
    for areas in of.values():
        away = outside_since([one.facts for one in areas]) if len(areas) > 1 else {}
        found |= {one.series.pk: away[one.facts.whose] for one in areas if one.facts.whose in away}
    return found


def _answered(here: Here, key: int | None = None) -> dict[int, set[str]]:
    rows = Answered.objects.filter(series__measure__office_id=here.office_id)
    found: dict[int, set[str]] = defaultdict(set)
    for series, name in (rows.filter(series=key) if key else rows).values_list("series_id", "key"):
        found[series].add(name)
    return found


def _proposed(
    here: Here, one: Held, verdict: Verdict, outside: Mapping[int, Outside],
    answered: Mapping[int, Collection[str]],
) -> Proposed | None:  # fmt: skip
    key = one.series.pk
    return proposed(
        one.facts, verdict, here.today, place=place_of(one.series), outside=outside.get(key),
        answered=answered.get(key, ()),
    )  # fmt: skip


def _strength(one: Proposal) -> tuple[int, bool, int, str, str]:
    """The order: by what is signalled, what is better after what is not, and by tier and name."""
    signs = [ORDER.index(signal.sign) for signal in one.proposed.signals]
    good = (one.verdict.variation or "").startswith("improvement")
    return min(signs), good, TIERS.index(one.held.measure.tier), one.held.measure.name.casefold(), one.place
