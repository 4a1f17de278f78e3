"""What a report recommends: put in, edited, superseded, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.inspections import chains, states
from answerable.core.inspections.pasted import Pasted, problem_with
from answerable.core.refusal import Refusal
from answerable.plans import fields
from answerable.plans.editing import put
from answerable.plans.models import Inspection, Recommendation
from answerable.plans.operations.holding import hold_inspection, hold_recommendation

ADD, EDIT = "plans.add_recommendations", "plans.edit_recommendation"
SUPERSEDE, RESTORE = "plans.supersede_recommendation", "plans.restore_recommendation"
STEP, REMOVE = "plans.step_recommendation", "plans.remove_recommendation"
State = Recommendation.State


@transaction.atomic
def add_recommendations(
    *, inspection: Inspection, found: Sequence[Pasted], by: User, at: datetime
) -> list[Recommendation]:
    """Put recommendations at the end of a report's. Raises Gone, Refusal."""
    held = hold_inspection(inspection)
    there = list(held.recommendations.values_list("number", flat=True))
    problem = problem_with(found, there)
    if problem:
        raise Refusal(problem)
    last = held.recommendations.order_by("position").last()
    start = last.position + 1 if last else 0
    made = Recommendation.objects.bulk_create(
        Recommendation(inspection=held, position=place, number=one.number, kind=one.kind, text=one.text)
        for place, one in enumerate(found, start)
    )
    count = f"{len(made)} {'recommendation' if len(made) == 1 else 'recommendations'}"
    audit.record(
        by=by, at=at, operation=ADD, about=[held, *made], office_id=held.office_id,
        summary=f"Put in {count} of {held.title}.",
    )  # fmt: skip
    return made


@transaction.atomic
def edit_recommendation(
    *,
    recommendation: Recommendation,
    values: Mapping[str, Any],
    seen: str | None = None,
    by: User,
    at: datetime,
) -> None:
    """Change its number, kind, words, owner, due or topic. Raises Clash, Gone, Refusal."""
    held = hold_recommendation(recommendation)
    number = values.get("number", held.number)
    others = held.inspection.recommendations.exclude(pk=held.pk)
    if others.filter(number=number).exists():
        raise Refusal(f"Number {number} stands twice in this report: give each a number of its own.")
    changed = put(held, fields.RECOMMENDATION, values, seen=seen, thing="the recommendation", operation=EDIT)
    _record(EDIT, held, "Changed", by, at, changed=changed)


@transaction.atomic
def supersede(*, old: Recommendation, new: Recommendation, by: User, at: datetime) -> None:
    """Say that ``new`` took the place of ``old``: a local one gives way to a national one. Raises Gone,
    Refusal."""
    held, instead = hold_recommendation(old), hold_recommendation(new)
    if held.inspection.office_id != instead.inspection.office_id:
        raise Refusal("That is in another office’s record.")
    links = dict(
        Recommendation.objects.filter(inspection__office_id=held.inspection.office_id)
        .exclude(superseded_by=None)
        .values_list("pk", "superseded_by_id")
    )
    problem = chains.why_not(held.pk, instead.pk, links)
    if held.superseded_by_id == instead.pk:
        problem = "That is noted already."
    if problem:
        raise Refusal(problem)
    held.superseded_by = instead
    _go_to(held, State.SUPERSEDED, timezone.localdate(at), "")
    _record(SUPERSEDE, held, f"{instead} took the place of", by, at, also=instead)


@transaction.atomic
def restore(*, recommendation: Recommendation, by: User, at: datetime) -> None:
    """Take back that another took its place: it is open again. Raises Gone, Refusal."""
    held = hold_recommendation(recommendation)
    if held.superseded_by is None:
        raise Refusal("Nothing took its place.")
    before, held.superseded_by = held.superseded_by, None
    _go_to(held, State.OPEN, timezone.localdate(at), "")
    _record(RESTORE, held, "Took back what had taken the place of", by, at, also=before)


@transaction.atomic
def take_step(
    *,
    recommendation: Recommendation,
    step: str,
    side: states.Side,
    why: str,
    on: date | None = None,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> None:
    """Say what became of it: done (the force), closed, not accepted, open again (the office). ``seen`` is the
    state that the form showed. Raises Gone, Refusal."""
    held, day = hold_recommendation(recommendation), on or timezone.localdate(at)
    if seen and seen != held.state:
        raise Refusal(f"It became {states.STATES[held.state].lower()} meanwhile: look at it again.")
    problem = states.why_not(step, side, held.state, why)
    if not problem and day > timezone.localdate(at):
        problem = "Write the day on which that was: that day is still to come."
    if problem:
        raise Refusal(problem)
    taken = states.step_of(step)
    _go_to(held, taken.to, day, why.strip())
    _record(STEP, held, taken.did, by, at, step=step, on=day.isoformat())


@transaction.atomic
def remove_recommendation(*, recommendation: Recommendation, by: User, at: datetime) -> None:
    """Take out one that was put in by mistake, as long as nothing was said of it. Raises Gone, Refusal."""
    held = hold_recommendation(recommendation)
    said = (held.force_comment, held.office_comment, held.done_or_why_not, held.state_on, held.superseded_by)
    if any(said) or held.supersedes.exists():
        raise Refusal(
            "Something was said of it: it stays. Say that it is not accepted, or what took its place."
        )
    gone = Recommendation(pk=held.pk, inspection=held.inspection, number=held.number, kind=held.kind)
    held.delete()
    _record(REMOVE, gone, "Took out", by, at)


def _go_to(held: Recommendation, state: str, day: date, why: str) -> None:
    held.state, held.state_on, held.state_why = state, day, why
    held.save(update_fields=["state", "state_on", "state_why", "superseded_by"])


def _record(
    operation: str,
    held: Recommendation,
    did: str,
    by: User,
    at: datetime,
    also: Recommendation | None = None,
    **details: Any,
) -> None:
    audit.record(
        by=by, at=at, operation=operation, about=[held, *([also] if also else [])],
        office_id=held.inspection.office_id, summary=f"{did} {held} of {held.inspection.title}.",
        details=details,
    )  # fmt: skip
