"""Figures that the minutes quote, beside the series: on a measure's page, and in the thread of a topic."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable.core.measures.claims import Claim, Named, Quoted, area_of, claim, measure_of
from answerable.core.measures.facts import Who
from answerable.core.measures.judging import judge
from answerable.core.measures.verdict import Verdict
from answerable.measures.models import Measure, Series
from answerable.measures.queries.together import Held, facts_together, one_source
from answerable.meetings.models import Figure, NotThisMeasure
from answerable.topics.models import Topic
from answerable.workspace.here import Here

MOST_NAMED = 2000  # measures that figures are looked for by their words
MOST_QUOTED = 400  # figures that are held against one measure, the newest
MOST_SHOWN = 12  # claims on a measure's page
STEM = 5  # first letters of a word by which the database looks for it: endings differ
OURS = (Who.FORCE, Who.AREA)


@dataclass(frozen=True, slots=True)
class Shown:
    """A quoted figure with what the series holds. ``aside``: a person said that it is not this measure."""

    figure: Figure
    claim: Claim
    measure: Measure
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims on one measure, the newest first, and those that a person set aside."""

    shown: Sequence[Shown] = ()
    aside: Sequence[Shown] = ()
    more: int = 0

    @property
    def in_sum(self) -> str:
        """ "3 of 5 agree with the series." """
        held = [one for one in self.shown if one.claim.fits != "nothing"]
        agree = sum(one.claim.fits == "agrees" for one in held)
        if not held:
            return ""
        return f"{agree} of {len(held)} {'agrees' if agree == 1 else 'agree'} with what is kept here."


@dataclass(frozen=True, slots=True)
class OfTopic:
    """What the thread of a topic says of figures: claims by the key of the quoted figure, and its measures,
    each with what it says."""

    claims: Mapping[int, Shown]
    measures: Sequence[tuple[Measure, Verdict]] = ()


def claims_on(here: Here, measure: Measure) -> Claims:
    """What minutes quote of a measure. Three queries, two where no figure is like it."""
    every = _named(here)
    own = next((one for one in every if one.key == measure.pk), None)
    if own is None:
        return Claims()
    figures = _figures(here, _like(own), measure)
    quoted = {one.pk: quoted_of(one) for one in figures}
    found = [one for one in figures if measure_of(quoted[one.pk], every) == measure.pk]
    if not found:
        return Claims()
    places = _Places(facts_together(Series.objects.filter(measure=measure, who__in=OURS)))
    rows = [shown for one in found if (shown := places.claim(one, quoted[one.pk], measure.pk))]
    seen, aside = [one for one in rows if not one.aside], [one for one in rows if one.aside]
    return Claims(seen[:MOST_SHOWN], aside[:MOST_SHOWN], max(0, len(seen) - MOST_SHOWN))


def claims_of_topic(here: Here, topic: Topic, keys: Collection[int]) -> OfTopic:
    """The quoted figures of a topic's page, and what its measures say. At most three queries."""
    every = _named(here)
    figures = _figures(here, Q(pk__in=keys), None) if every and keys else []
    quoted = {one.pk: quoted_of(one) for one in figures}
    of = {one.pk: key for one in figures if (key := measure_of(quoted[one.pk], every))}
    wanted = Q(measure__topic=topic) | Q(measure__in=set(of.values()))
    rows = Series.objects.filter(wanted, measure__office_id=here.office_id, who__in=OURS)
    places = _Places(facts_together(here.sees(rows, "measure"))) if every else _Places([])
    apart = _set_apart(of) if of else set()
    claims = {
        one.pk: shown
        for one in figures
        if one.pk in of and (one.pk, of[one.pk]) not in apart
        if (shown := places.claim(one, quoted[one.pk], of[one.pk]))
    }
    said = [
        (one.measure, judge(one.facts, here.today))
        for one in places.whole()
        if one.measure.topic_id == topic.pk and one.measure.ended is None
    ]
    return OfTopic(claims, said)


def quoted_of(figure: Figure) -> Quoted:
    """A figure of the record as the rules take it."""
    return Quoted(
        key=figure.pk, on=figure.meeting.date, measure=figure.measure, text=figure.text, value=figure.value,
        to=figure.to, approximate=figure.approximate, unit=figure.unit or "", kind=figure.kind,
        area=figure.area or "", heading=figure.item.title if figure.item else "",
    )  # fmt: skip


class _Places:
    """The series of measures by whose they are."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._held: dict[tuple[int, str], Held] = {}
        for one in one_source(held):
            place = one.series.name if one.series.who == Who.AREA else ""
            self._held[one.measure.pk, place] = one

    def claim(self, figure: Figure, quoted: Quoted, measure: int) -> Shown | None:
        """None where no series is kept of the place that was spoken of."""
        areas = [place for key, place in self._held if key == measure and place]
        held = self._held.get((measure, area_of(quoted, areas)))
        if held is None:
            return None
        aside = bool(getattr(figure, "is_aside", False))
        return Shown(figure, claim(quoted, held.facts), held.measure, aside)

    def whole(self) -> list[Held]:
        return [one for (_, place), one in self._held.items() if not place]


def _named(here: Here) -> list[Named]:
    """Every measure by its words. One query."""
    rows = here.sees(Measure.objects.filter(office_id=here.office_id)).order_by("pk")
    told = rows.values_list("pk", "name", "aliases", "unit", "topic__name")[:MOST_NAMED]
    return [
        Named(key, [name, *(one for one in aliases.splitlines() if one.strip())], unit, topic or "")
        for key, name, aliases, unit, topic in told
    ]


def _figures(here: Here, which: Q, measure: Measure | None) -> list[Figure]:
    """Quoted figures, the newest first. One query."""
    rows = here.sees(Figure.objects.filter(which, meeting__office_id=here.office_id, value__isnull=False))
    if measure is not None:
        said = NotThisMeasure.objects.filter(figure=OuterRef("pk"), measure=measure)
        rows = rows.annotate(is_aside=Exists(said))
    return list(_with_places(rows).order_by("-meeting__date", "position")[:MOST_QUOTED])


def _with_places(rows: QuerySet[Figure]) -> QuerySet[Figure]:
    return rows.select_related("meeting__forum", "item").defer("source", "item__source")


def _like(own: Named) -> Q:
    """What can be of a measure: the sentence or its heading has the longest word of one of its names."""
    words = {max(name.split(), key=len)[:STEM] for name in [*own.names, own.topic] if name.split()}
    parts = [
        Q(measure__icontains=one) | Q(text__icontains=one) | Q(item__title__icontains=one)
        for one in sorted(words)
    ]
    return reduce(or_, parts, Q(pk=None))


def _set_apart(of: Mapping[int, int]) -> set[tuple[int, int]]:
    """The pairs of figure and measure that a person took apart. One query."""
    rows = NotThisMeasure.objects.filter(figure__in=of, measure__in=set(of.values()))
    return set(rows.values_list("figure_id", "measure_id"))
