"""Cancelling a meeting: what was due at it goes on to another one, in one transaction."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.agendas.operations.going_on import carry_items, move_questions
from answerable.audit import operations as audit
from answerable.components.words import date as in_words
from answerable.core.refusal import Refusal
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.operations import cancel_planned
from answerable.meetings.operations.moving import CANCEL, compare_day, given_reason
from answerable.meetings.operations.planning import planned_now
from answerable.offices.operations import hold_office
from answerable.papers.models import Terms
from answerable.papers.operations.holding import hold_terms
from answerable.papers.operations.terms import append


@transaction.atomic
def cancel_meeting(
    *, meeting: Meeting, onto: Meeting | None, why: str, seen: str | None = None, by: User, at: dt.datetime
) -> None:
    """Say that a planned meeting is not held; ``onto`` takes what was due at it.

    The items that were written for it, the points of its terms and its questions go there. It keeps its
    own. Without another meeting its questions wait in the forum's backlog. Raises Clash, Gone, Refusal.
    """
    hold_office(meeting.office_id)
    held = planned_now(meeting)
    compare_day(held, seen, "Cancelled")
    given_reason(why)
    took = _go_on(held, planned_now(onto), by, at) if onto else {}
    took["questions"] = move_questions(meeting=held, onto=onto, by=by, at=at)
    cancel_planned(meeting=held, why=why, onto=onto, took=took, by=by, at=at)
    there = f" What was due goes on to {in_words(onto.date)}." if onto else ""
    audit.record(
        by=by, at=at, operation=CANCEL, office_id=held.office_id, about=[held, *([onto] if onto else [])],
        summary=f"Cancelled {held.forum} on {in_words(held.date)}: {why.strip()}.{there}",
        details={"took": took},
    )  # fmt: skip


@transaction.atomic
def take_off_plan(*, meeting: Meeting, by: User, at: dt.datetime) -> None:
    """Take a meeting off the plan that was put there by mistake, as if it never was. Raises Gone, Refusal.

    Only while nothing hangs on it but its deadlines: what somebody wrote for it is never lost so.
    """
    hold_office(meeting.office_id)
    held = planned_now(meeting)
    if held.deadlines.exclude(met_at=None).exists() or any(
        link.related_model is not Deadline
        and link.related_model._default_manager.filter(**{link.field.name: held}).exists()
        for link in Meeting._meta.related_objects
    ):
        raise Refusal("Something was written or done for this meeting already: cancel it instead.")
    named, office_id = ("meetings.meeting", held.pk), held.office_id
    held.delete()
    audit.record(
        by=by, at=at, operation="plan.take_off_plan", office_id=office_id, about=[named, held.forum],
        summary=f"Took {held.forum} on {in_words(held.date)} off the plan.",
    )  # fmt: skip


def _go_on(meeting: Meeting, onto: Meeting, by: User, at: dt.datetime) -> dict[str, int]:
    if onto.office_id != meeting.office_id or onto.date <= meeting.date:
        raise Refusal("Choose a later meeting: what was due goes on, never back.")
    return {
        "items": carry_items(meeting=meeting, onto=onto, by=by, at=at),
        "points": _copy_points(meeting, onto, by, at),
    }


def _copy_points(meeting: Meeting, onto: Meeting, by: User, at: dt.datetime) -> int:
    """Put the points of one meeting's terms behind those of the other; those there already are left out."""
    terms = Terms.objects.filter(meeting=meeting).first()
    points = list(terms.points.values_list("text", "topic_id")) if terms else []
    if not points:
        return 0
    held = hold_terms(onto)
    there = set(held.points.values_list("text", flat=True))
    new = [one for one in points if one[0] not in there]
    append(held, new, by=by, at=at)
    return len(new)
