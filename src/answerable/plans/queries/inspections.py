"""Reports of an inspectorate and what they recommend: which responses are due, what is outstanding."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from answerable.core.inspections.duty import Standing, standing
from answerable.plans.models import Inspection, Recommendation

OUTSTANDING = ("open", "done")
"""The states of what is not over: that the force says it is done does not close it."""

ASKED = ~Q(recommendations__state="superseded")


@dataclass(frozen=True, slots=True)
class Response:
    """A report with how its response stands: of ``addressed`` of ``asked`` recommendations it is said what is
    or will be done, or why not."""

    inspection: Inspection
    standing: Standing
    addressed: int
    asked: int


def with_counts(rows: QuerySet[Inspection]) -> QuerySet[Inspection]:
    """Inspections with ``asked``, ``addressed`` and ``outstanding``: how many of their recommendations."""
    return rows.annotate(
        asked=Count("recommendations", filter=ASKED),
        addressed=Count("recommendations", filter=ASKED & ~Q(recommendations__done_or_why_not="")),
        outstanding=Count("recommendations", filter=Q(recommendations__state__in=OUTSTANDING)),
    )


def response_of(inspection: Inspection, today: dt.date) -> Response:
    """How the response to a report from ``with_counts`` stands."""
    stands = standing(
        inspection.published, today, inspection.responded_on, concerns_us=inspection.concerns_us
    )
    return Response(inspection, stands, inspection.addressed, inspection.asked)  # type: ignore[attr-defined]


def responses_due(office_id: int, today: dt.date) -> list[Response]:
    """The responses that were not published yet, the one that is due first first. One query."""
    rows = Inspection.objects.filter(office_id=office_id, concerns_us=True, responded_on=None)
    return [response_of(one, today) for one in with_counts(rows).order_by("published", "title")]


def recommendations(office_id: int) -> QuerySet[Recommendation]:
    """What the reports of an office recommend, the oldest report first."""
    rows = Recommendation.objects.filter(inspection__office_id=office_id)
    return rows.select_related("inspection", "post", "superseded_by__inspection").order_by(
        "inspection__published", "inspection__title", "position"
    )


@dataclass(frozen=True, slots=True)
class Outstanding:
    """How many are outstanding, by kind; of how many the force says that they are done; how many are past
    their date; when the oldest was published."""

    total: int
    recommendation: int
    concern: int
    improvement: int
    done: int
    late: int
    oldest: dt.date | None


def outstanding(office_id: int, today: dt.date) -> Outstanding:
    """Of the reports that concern us. One query."""
    rows = Recommendation.objects.filter(
        inspection__office_id=office_id, inspection__concerns_us=True, state__in=OUTSTANDING
    )
    kinds = {kind: Count("pk", filter=Q(kind=kind)) for kind in Recommendation.Kind.values}
    found = rows.aggregate(
        total=Count("pk"),
        done=Count("pk", filter=Q(state="done")),
        late=Count("pk", filter=Q(due__lt=today)),
        oldest=Min("inspection__published"),
        **kinds,
    )
    return Outstanding(**found)
