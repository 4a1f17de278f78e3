"""The measures as pages: what each comes to, the chart, and every figure in a table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from answerable.core.measures.drawing import picture
from answerable.core.measures.facts import Facts
from answerable.core.measures.judging import judge
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Verdict
from answerable.measures.models import Measure, Series
from answerable.measures.queries.together import facts_together
from answerable.upkeep.handover.pages.laying import PAGES, Pages


@dataclass(frozen=True, slots=True)
class Chart:
    """One series: ``facts`` are all that is kept, ``verdict`` what they come to on the day."""

    facts: Facts
    verdict: Verdict

    @property
    def drawn(self) -> Picture:
        return picture(self.facts, self.verdict)


def write_measures(pages: Pages) -> list[tuple[Measure, str, str]]:
    """A page of each measure; the measures by name, each with its page and its first sentence."""
    written = []
    for measure in Measure.objects.filter(office=pages.office).order_by("name", "pk"):
        pages.tell(f"measures, {measure.name}")
        charts = _charts(pages, measure)
        file = f"measure-{measure.pk}.html"
        pages.lay(f"{PAGES}/{file}", "measure.html", measure=measure, charts=charts)
        said = [one.verdict.headline for one in charts]
        pages.index.add(
            f"{PAGES}/{file}", measure.name, [measure.name, measure.aliases, measure.source, *said]
        )
        written.append((measure, file, said[0] if said else ""))
    return written


def _charts(pages: Pages, measure: Measure) -> list[Chart]:
    """The whole force first, then areas and others by their names."""
    held = facts_together(Series.objects.filter(measure=measure))
    held.sort(key=lambda one: (one.series.who != "force", one.series.who, one.series.name, one.series.pk))
    day = timezone.localdate(pages.at)
    return [Chart(one.facts, judge(one.facts, day)) for one in held]
