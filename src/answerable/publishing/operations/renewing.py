"""Bringing up to date what is told from minutes, when minutes become public, change or go."""

from __future__ import annotations

from datetime import datetime

import structlog

from answerable.offices.models import Office
from answerable.publishing.models import Publication
from answerable.publishing.operations.deciding import decide, drop, why_not
from answerable.publishing.operations.forward import NothingNew, put_forward
from answerable.publishing.renewal import public_wholes

log = structlog.get_logger("answerable.publishing")

NEWER = "It was put forward again, with minutes that became public since."


def renew_due(*, at: datetime) -> int:
    """What was decided with minutes that are public by now; how many publications were decided so.

    Who put the minutes forward puts each forward, and who decided about the minutes decided about it: they
    said so then. What asks a person (a finding of the checks, two people) waits for them on the desk. What
    cannot be done is logged, and tried again.
    """
    due = Publication.objects.filter(renews=True, renewed_at=None, taken_at__isnull=False)
    made = 0
    for office in Office.objects.filter(publications__in=due).distinct():
        rows = list(due.filter(office=office).select_related("office", "put_forward_by", "decided_by"))
        try:
            made += _renew(max(rows, key=lambda one: one.number or 0), at)
        except Exception:
            log.exception("what hangs on minutes was not brought up to date", office=office.slug)
        else:
            Publication.objects.filter(pk__in=[one.pk for one in rows]).update(renewed_at=at)
    return made


def _renew(minutes: Publication, at: datetime) -> int:
    return sum(_one(minutes, subject, title, at) for subject, title in public_wholes(minutes.office))


def _one(minutes: Publication, subject: str, title: str, at: datetime) -> bool:
    """Put one forward, and decide where nothing asks a person."""
    assert minutes.decided_by
    try:
        made = put_forward(
            office=minutes.office, subject=subject, title=title, as_role=minutes.put_forward_as,
            because_of=minutes, by=minutes.put_forward_by, at=at,
        )  # fmt: skip
    except NothingNew:
        return False
    _drop_waiting(made, at)
    if why_not(made, by=minutes.decided_by):
        return False
    decide(publication=made, as_role=minutes.decided_as, by=minutes.decided_by, at=at)
    return True


def _drop_waiting(made: Publication, at: datetime) -> None:
    """What an earlier one left waiting says less than this one."""
    waits = Publication.objects.filter(office=made.office, subject=made.subject, because_of__isnull=False)
    for one in waits.filter(state=Publication.State.PROPOSED).exclude(pk=made.pk):
        drop(publication=one, why=NEWER, by=made.put_forward_by, at=at)
