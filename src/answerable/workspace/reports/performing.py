"""What the performance report tells, gathered: a fixed number of queries, however many figures there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.http import Http404
from markupsafe import Markup

from answerable.components import figures, words
from answerable.components.figures_paper import paper
from answerable.core.measures.chance import said_of_many
from answerable.core.measures.facts import Facts
from answerable.core.measures.judging import judge
from answerable.core.permissions.table import Permission
from answerable.core.reports.performance import Performance, Told
from answerable.core.reports.performance_lines import told
from answerable.measures.models import Series
from answerable.measures.queries import facts_from, said_about
from answerable.meetings.models import Meeting
from answerable.workspace.agenda.reader import Reader
from answerable.workspace.here import Here

MOST_MEETINGS = 40  # ahead, to choose from: years of them
NATIONAL = "national"
"""Figures from this source are ours as others publish them: where we have our own, those stand for us."""


Drawn = Callable[[Markup], str]
"""What a page or a file makes of a chart."""


def on_a_page(chart: Markup) -> str:
    """As it is: the style sheet of pages gives it its looks."""
    return chart


def left_out(chart: Markup) -> str:
    """Word documents carry no drawings: there the sentences stand alone."""
    return ""


DRAWN: Mapping[str, Drawn] = {"html": paper, "pdf": paper, "docx": left_out}
"""By the kind of file."""


def meetings_ahead(here: Here) -> list[Meeting]:
    """Those that a report can be made for, the next one first."""
    if not here.actor.may(Permission.READ_AGENDAS):
        return []
    rows = Meeting.objects.filter(
        office_id=here.office_id, state=Meeting.State.PLANNED, date__gte=here.today
    )  # fmt: skip
    return list(rows.select_related("forum").order_by("date", "pk")[:MOST_MEETINGS])


def meeting_asked(ahead: Sequence[Meeting], key: int | None) -> Meeting | None:
    """The one of the address, else the next. Raises Http404."""
    if key is None:
        return ahead[0] if ahead else None
    found = next((one for one in ahead if one.pk == key), None)
    if found is None:
        raise Http404("There is no such meeting ahead.")
    return found


def performance(reader: Reader, meeting: Meeting | None, *, drawn: Drawn = on_a_page) -> Performance:
    """The report for a meeting; ``drawn`` makes of a chart what the report carries. Four queries."""
    here, before = reader.here, _before(meeting)
    ours = _ours(reader)
    reader.shows(*{one.measure_id: one.measure for one in ours}.values())
    facts = facts_from(ours, said_about({one.measure_id for one in ours}), here.today)
    lines = [_line(one, facts[one.pk], reader, before, drawn=drawn) for one in ours]
    measures, areas = ([one for one in lines if bool(one.place) is in_area] for in_area in (False, True))
    assert here.office is not None
    return Performance(
        office=here.office.name,
        meeting=f"{meeting.forum.name}, {words.date(meeting.date)}" if meeting else "",
        today=here.today,
        measures=measures,
        areas=areas,
        chance=_chance(measures, areas),
        since=before.date if before else None,
        left_out=reader.left_out,
    )


def _before(meeting: Meeting | None) -> Meeting | None:
    if meeting is None:
        return None
    rows = Meeting.objects.filter(forum_id=meeting.forum_id, date__lt=meeting.date)
    return rows.exclude(state__in=[Meeting.State.PLANNED, Meeting.State.CANCELLED]).order_by("-date").first()


def _ours(reader: Reader) -> list[Series]:
    """A series of the force and of each area: the local one where the same is published nationally too."""
    rows = Series.objects.filter(
        measure__office_id=reader.here.office_id, measure__ended=None, who__in=["force", "area"]
    )
    seen = reader.sees(rows, "measure").select_related("measure").order_by("measure__name", "name", "pk")
    chosen: dict[tuple[int, str, int | None], Series] = {}
    for one in sorted(seen, key=lambda one: one.source.casefold() == NATIONAL):
        chosen.setdefault((one.measure_id, one.who, one.area_id), one)
    return list(chosen.values())


def _line(one: Series, facts: Facts, reader: Reader, before: Meeting | None, *, drawn: Drawn) -> Told:
    verdict = judge(facts, reader.here.today)
    chart = figures.spark(verdict.points, spans=verdict.spans)
    return told(
        facts, verdict, key=one.measure_id, tier=one.measure.tier,
        place=one.name if one.who == "area" else "", since=before.date if before else None,
        svg=drawn(chart), restricted=one.measure.restricted,
    )  # fmt: skip


def _chance(measures: Sequence[Told], areas: Sequence[Told]) -> str:
    """Across the force and in areas, each beside what chance alone would give."""
    said = []
    for where, rows in (("Across the force", measures), ("In the areas", areas)):
        charts = [one for one in rows if not (one.refused or one.early)]
        if charts:
            signals, alike = sum(one.signal for one in charts), sum(one.alike for one in charts)
            many = said_of_many(signals, len(charts), "now", alike=alike)
            said.append(f"{where}: {many[:1].lower()}{many[1:]}")
    return " ".join(said)
