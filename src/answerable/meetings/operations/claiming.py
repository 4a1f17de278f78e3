"""A person says that a quoted figure is not of a measure, or is after all."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.measures.models import Measure
from answerable.meetings.models import Figure, NotThisMeasure
from answerable.offices.operations import hold_office

NOT, AFTER_ALL = "meetings.not_this_measure", "meetings.this_measure_after_all"


@transaction.atomic
def not_this_measure(*, figure: Figure, measure: Measure, by: User, at: datetime) -> None:
    """The figure is of something else, whatever its words are like. Raises Gone, Refusal."""
    _hold(figure, measure)
    _, made = NotThisMeasure.objects.get_or_create(
        figure=figure, measure=measure, defaults={"at": at, "by": by}
    )
    if not made:
        raise Refusal("Somebody has said already that it is not this measure.")
    _record(NOT, "Said that a figure in the minutes is not of a measure.", figure, measure, by, at)


@transaction.atomic
def this_measure_after_all(*, figure: Figure, measure: Measure, by: User, at: datetime) -> None:
    """Take that back. Raises Gone, Refusal."""
    _hold(figure, measure)
    gone, _ = NotThisMeasure.objects.filter(figure=figure, measure=measure).delete()
    if not gone:
        raise Refusal("Nobody says any more that it is not this measure.")
    _record(
        AFTER_ALL, "Said that a figure in the minutes is of a measure after all.", figure, measure, by, at
    )


def _hold(figure: Figure, measure: Measure) -> None:
    hold_office(measure.office_id)
    if figure.meeting.office_id != measure.office_id:
        raise Refusal("That is in another office’s record.")
    for rows, called in ((Figure.objects.filter(pk=figure.pk), "the figure"),
                         (Measure.objects.filter(pk=measure.pk), "the measure")):  # fmt: skip
        if not rows.exists():
            raise Gone(called)


def _record(
    operation: str, text: str, figure: Figure, measure: Measure, by: User, at: datetime
) -> None:  # fmt: skip
    """The event names rows and no word of them: either may be restricted."""
    audit.record(
        by=by, at=at, operation=operation, about=[figure, measure, figure.meeting],
        office_id=measure.office_id, summary=text,
    )  # fmt: skip
