"""The step-change register: a person decides that a new phase begins, and may take it back."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.core.measures.facts import Who
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.measures.models import MeasureEvent, PhaseChange, Series
from answerable.measures.operations.holding import hold_part, hold_phase, record
from answerable.plans.operations.files import NewFile, kept

DECIDE, TAKE_BACK = "measures.decide_phase", "measures.take_back_phase"
MOST_CAUSE = 2000  # letters of a cause, of evidence and of a reason


@transaction.atomic
def decide_phase(
    *,
    series: Series,
    start: date,
    cause: str,
    evidence: str = "",
    agreed_by: str = "",
    event: MeasureEvent | None = None,
    file: NewFile | None = None,
    areas: bool = False,
    by: User,
    at: datetime,
) -> PhaseChange:
    """A new phase of a series begins with the first period on or after ``start``, for a cause.

    ``areas``: of each area of the measure as well, but for those where none can begin on that day. Raises
    Gone, Refusal.
    """
    held = hold_part(series, "the series")
    _see(held, start, cause, timezone.localdate(at))
    if event is not None and event.measure_id != held.measure_id:
        raise Refusal("Choose what happened from the list: that is not of this measure.")
    document: Document | None = kept(office=held.measure.office, file=file, by=by, at=at) if file else None
    together = [held, *(_areas(held, start) if areas else [])]
    made, *_ = PhaseChange.objects.bulk_create(
        PhaseChange(
            series=one, start=start, cause=cause.strip(), event=event, evidence=evidence.strip(),
            document=document, agreed_by=agreed_by.strip(), at=at, by=by,
        )
        for one in together
    )  # fmt: skip
    told = {"start": start.isoformat(), "series": [one.pk for one in together]}
    record(DECIDE, held.measure, "Decided that a new phase begins of", by, at, made, **told)
    return made


@transaction.atomic
def take_back_phase(*, phase: PhaseChange, why: str, by: User, at: datetime) -> None:
    """The phase counts no more; the register keeps it, with the reason. Raises Gone, Refusal."""
    held = hold_phase(phase)
    if held.taken_back_at is not None:
        raise Refusal("That step change was taken back already.")
    if not why.strip():
        raise Refusal("Write why the step change is taken back.")
    held.taken_back_at, held.taken_back_by, held.taken_back_why = at, by, why.strip()
    held.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_why"])
    record(TAKE_BACK, held.series.measure, "Took back a step change of", by, at, held)


def _areas(series: Series, start: date) -> list[Series]:
    """The areas of the measure in which a phase can begin on that day."""
    rows = Series.objects.filter(measure=series.measure, who=Who.AREA).exclude(pk=series.pk)
    return [one for one in rows.order_by("name", "pk") if _can_begin(one, start)]


def _can_begin(series: Series, start: date) -> bool:
    try:
        _see_figures(series, start)
    except Refusal:
        return False
    return True


def _see(series: Series, start: date, cause: str, today: date) -> None:
    if not cause.strip():
        raise Refusal("Write what changed the figures: without a cause there is no new phase.")
    if start > today:
        raise Refusal("Write the day on which it began: that day is still to come.")
    _see_figures(series, start)


def _see_figures(series: Series, start: date) -> None:
    if series.phases.filter(start=start, taken_back_at=None).exists():
        raise Refusal("A phase begins on that day already.")
    rows = series.observations.order_by("start")
    first, last = rows.first(), rows.last()
    if first is None or last is None:
        raise Refusal("There are no figures of it yet: load them first.")
    if not rows.filter(start__gte=start).exists():
        raise Refusal("No period begins on or after that day yet: decide when its figures are there.")
    if start <= first.start:
        raise Refusal("Nothing stands before that day: the first phase begins with the first figure.")
    between = series.phases.filter(taken_back_at=None)
    if any(not rows.filter(start__gte=min(one.start, start), start__lt=max(one.start, start)).exists()
           for one in between):  # fmt: skip
        raise Refusal("Another phase begins there already: no period lies between the two days.")
