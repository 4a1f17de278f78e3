"""What every write about measures begins with: the row as it is, nobody else writing; and its event."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.measures.models import Definition, Gap, Line, Measure, MeasureEvent, PhaseChange, Series
from answerable.offices.operations import hold_office

P = TypeVar("P", Definition, Line, MeasureEvent, Gap, Series)
OF_A_PART = {Line: ["area"], MeasureEvent: ["area"], Gap: ["series"], Series: ["area"]}
PER_CENT_KINDS = ("proportion", "survey")
MOST_PER_CENT = 100


def hold_measure(measure: Measure) -> Measure:
    """Raises Gone."""
    hold_office(measure.office_id)
    rows = Measure.objects.select_related("office", "objective", "topic")
    held = rows.filter(pk=measure.pk).first()
    if held is None:
        raise Gone("the measure")
    return held


def hold_part(part: P, thing: str) -> P:
    """What was set about a measure. Raises Gone."""
    hold_office(part.measure.office_id)
    rows = type(part)._default_manager.select_related("measure__office", *OF_A_PART.get(type(part), []))
    held = rows.filter(pk=part.pk).first()
    if held is None:
        raise Gone(thing)
    return held


def hold_phase(phase: PhaseChange) -> PhaseChange:
    """Raises Gone."""
    hold_office(phase.series.measure.office_id)
    rows = PhaseChange.objects.select_related("series__measure__office", "by", "taken_back_by")
    held = rows.filter(pk=phase.pk).first()
    if held is None:
        raise Gone("the step change")
    return held


def in_per_cent(measure: Measure, value: float, what: str) -> None:
    """Refuse a value that no share can have."""
    if measure.kind in PER_CENT_KINDS and not 0 <= value <= MOST_PER_CENT:
        raise Refusal(f"Write {what} as per cent, from 0 to 100: {value:g} is not a share.")


def record(
    operation: str, measure: Measure, did: str, by: User, at: datetime, row: Model | None = None, **told: Any
) -> None:
    """The event of a write about a measure; last in its transaction. A restricted one is not named."""
    named = f"the measure {measure.pk}, which is restricted" if measure.restricted else measure.name
    audit.record(
        by=by, at=at, operation=operation, about=[measure, row] if row else measure,
        office_id=measure.office_id, summary=f"{did} {named}.", details=told,
    )  # fmt: skip
