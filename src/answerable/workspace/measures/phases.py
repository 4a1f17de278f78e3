"""The step-change register: what was decided, what waits for a decision, and the forms that decide."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.core.measures.facts import Who
from answerable.core.permissions.table import Permission
from answerable.documents.models import Document
from answerable.documents.seen import documents_seen_by
from answerable.measures.models import MeasureEvent, PhaseChange, Series
from answerable.measures.operations import decide_phase, take_back_phase
from answerable.measures.operations.phases import MOST_CAUSE
from answerable.measures.queries import said_about
from answerable.web.address import Asked, Problem
from answerable.web.paging import page_of
from answerable.workspace.filed import filed, spooling
from answerable.workspace.here import Here, here
from answerable.workspace.inspections.typed import long
from answerable.workspace.measures import queries
from answerable.workspace.measures.charts import Chart, charts_of
from answerable.workspace.measures.typed import LONGEST_NAME, day
from answerable.workspace.plan.typed import line
from answerable.workspace.sent import went_through

BAD = 400
WHY_RESTRICTED = "Evidence for a step change of a measure that is restricted"


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the register; ``shows_file``: the actor may have the paper that is its evidence.

    ``along``: those that one decision made of other series of the measure.
    """

    phase: PhaseChange
    shows_file: bool
    along: Sequence[PhaseChange] = ()


def phases(request: HttpRequest) -> HttpResponse:
    """Every step change of the office's measures, the newest first; what was taken back as well."""
    at = here(request)
    page = page_of(request, register(at))
    seen = _files(at, page.rows)
    context = {
        "page": page, "steps": list(_steps(page.rows, seen)),
        "waiting": waiting(at), "decides": at.actor.may(Permission.DECIDE_PHASES),
    }  # fmt: skip
    return render(request, "workspace/measures/phases.html", context)


def _steps(rows: Sequence[PhaseChange], seen: Collection[int]) -> Iterator[Step]:
    """One line for what was decided together, as long as none of it was taken back."""
    for _, together in groupby(rows, key=_decision):
        first, *along = sorted(together, key=lambda one: (one.series.who == Who.AREA, one.series.name))
        yield Step(first, first.document_id in seen, along)


def _decision(one: PhaseChange) -> tuple[Any, ...]:
    return one.series.measure_id, one.start, one.at, one.cause, one.evidence, one.agreed_by, one.taken_back_at


def register(at: Here) -> Any:
    rows = PhaseChange.objects.filter(series__measure__office_id=at.office_id)
    rows = at.sees(rows, "series__measure").select_related(
        "series__measure", "by", "taken_back_by", "event", "document"
    )
    return rows.order_by("-start", "-pk")


def waiting(at: Here) -> list[Chart]:
    """Our own series that ask for a decision: a signal with a known cause. Three queries."""
    rows = Series.objects.filter(
        measure__office_id=at.office_id, measure__ended=None, who__in=["force", "area"]
    )
    every = list(at.sees(rows, "measure").select_related("measure").order_by("measure__name", "name"))
    charts = charts_of(every, said_about({one.measure_id for one in every}), at.today)
    return [one for one in charts if one.verdict.asks_phase]


@csrf_exempt
def decide(request: HttpRequest, key: int) -> HttpResponse:
    """A new phase of one series. It is looked at once it is settled how the paper comes."""
    spooling(request)
    return _decide(request, key)


@csrf_protect
def _decide(request: HttpRequest, key: int) -> HttpResponse:
    at = here(request)
    series = queries.series_at(at, key)
    values = Asked({})
    if request.method == "POST":
        file, problem = filed(request, WHY_RESTRICTED if series.measure.restricted else "")
        values = Asked(request.POST.dict(), [Problem("file", problem)] if problem else [])
        found = _decided(values, series)
        if not values.problems and went_through(
            request, "Decided.", decide_phase, series=series, file=file, **found
        ):
            return redirect("measure", series.measure_id)
    return _form(request, at, series, values)


def _decided(values: Asked, series: Series) -> dict[str, Any]:
    cause = long(values, "cause", "the cause", MOST_CAUSE)
    if not cause:
        values.refuse("cause", "Write what changed the figures: without a cause there is no new phase")
    event = values.number("event", "what happened")
    return {
        "start": day(values, "start", "the day on which it began"),
        "cause": cause,
        "evidence": long(values, "evidence", "the evidence", MOST_CAUSE),
        "agreed_by": line(values, "agreed_by", "who agreed", LONGEST_NAME),
        "event": _event(values, series, event),
        "areas": values.text("areas") == "yes",
    }


def _event(values: Asked, series: Series, key: int | None) -> MeasureEvent | None:
    found = MeasureEvent.objects.filter(measure=series.measure, pk=key).first() if key else None
    if key and found is None:
        values.refuse("event", "Choose what happened from the list: that one is not there any more")
    return found


def _form(request: HttpRequest, at: Here, series: Series, values: Asked) -> HttpResponse:
    said = said_about([series.measure_id])
    chart = charts_of([series], said, at.today)[0]
    events = MeasureEvent.objects.filter(measure=series.measure).order_by("-on")
    since = chart.verdict.since.isoformat() if chart.verdict.since else ""
    context = {
        "series": series, "measure": series.measure, "chart": chart, "asked": values,
        "shown": {"start": since, **request.POST.dict()},
        "has_areas": series.measure.series.filter(who=Who.AREA).exclude(pk=series.pk).exists(),
        "events": [("", "None of these"), *((one.pk, f"{one.on:%d %b %Y}: {one.text}") for one in events)],
    }  # fmt: skip
    status = BAD if request.method == "POST" else 200
    return render(request, "workspace/measures/decide.html", context, status=status)


def take_back(request: HttpRequest, key: int) -> HttpResponse:
    """It counts no more, and the register says why."""
    phase = queries.phase_at(here(request), key)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        why = long(values, "why", "the reason", MOST_CAUSE)
        if not why:
            values.refuse("why", "Write why the step change is taken back")
        elif not values.problems and went_through(
            request, "Taken back.", take_back_phase, phase=phase, why=why
        ):
            return redirect("measure_phases")
    context = {"phase": phase, "measure": phase.series.measure, "asked": values, "shown": values.values}
    status = BAD if request.method == "POST" else 200
    return render(request, "workspace/measures/take_back.html", context, status=status)


def _files(at: Here, rows: Sequence[PhaseChange]) -> set[int]:
    """The keys of their papers that the actor may have. One query."""
    papers = Document.objects.filter(pk__in=[one.document_id for one in rows if one.document_id])
    return set(documents_seen_by(at.actor, papers).values_list("pk", flat=True))
