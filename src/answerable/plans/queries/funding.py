"""Work that the office pays for: what was reported of it, and what nothing was heard of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from answerable.core.funding.reporting import Filling, Silence, filling, next_due, paid_by, silence
from answerable.plans.models import Funding


@dataclass(frozen=True, slots=True)
class Told:
    """Funded work with what can be told of it on a day.

    ``paid`` is in pence, counted evenly by day; None where no end was set. ``reported`` are the days of its
    reports, the first one first.
    """

    funding: Funding
    reported: list[dt.date]
    silence: Silence | None
    next_due: dt.date | None
    paid: int | None
    filling: Filling | None


def fundings(office_id: int) -> QuerySet[Funding]:
    """Everything that an office pays or paid for, the newest first, with the days of its reports."""
    rows = Funding.objects.filter(office_id=office_id).select_related("objective", "topic", "post")
    return rows.prefetch_related("reports").order_by("-start", "title")


def told(funding: Funding, today: dt.date) -> Told:
    """What can be told of it; no query where its reports were fetched with it."""
    reported = sorted(one.on for one in funding.reports.all())
    rhythm = (funding.start, funding.end, funding.reports_every)
    return Told(
        funding=funding,
        reported=reported,
        silence=silence(*rhythm, reported, today),
        next_due=next_due(*rhythm, reported, today),
        paid=paid_by(funding.pence, funding.start, funding.end, today),
        filling=filling(funding.wanted_from, funding.filled_on, today),
    )


def unreported(office_id: int, today: dt.date) -> list[Told]:
    """What a report is overdue of, the longest first. Two queries."""
    found = [told(one, today) for one in fundings(office_id).filter(start__lte=today)]
    return sorted(
        (one for one in found if one.silence), key=lambda one: one.silence.since if one.silence else today
    )
