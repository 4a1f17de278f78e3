"""What of the record belongs to a part of a plan, a recommendation or funded work, tied by a person."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Model

from answerable.accounts.models import User
from answerable.actions.models import Action, PlanTie
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item
from answerable.offices.operations import hold_office
from answerable.plans.models import Funding, PlanItem, Recommendation

TIE, UNTIE = "actions.tie_to_plan", "actions.untie_from_plan"

Served = PlanItem | Recommendation | Funding
"""What something of the record can be tied to."""


@transaction.atomic
def tie_to_plan(*, to: Served, what: Action | Item, by: User, at: datetime) -> PlanTie:
    """Tie an action, or an agenda item, to a part of a plan, a recommendation or funded work.

    Both are of one office. Raises Gone where one is not there any more, Refusal where they are tied already.
    """
    office_id = office_of(to)
    hold_office(office_id)
    if _office_of_record(what) != office_id:
        raise Refusal("That is in another office’s record.")
    for row, called in ((to, _called(to)), (what, "that")):
        if not type(row)._default_manager.filter(pk=row.pk).exists():
            raise Gone(called)
    ends = {_column(to): to, ("action" if isinstance(what, Action) else "item"): what}
    if PlanTie.objects.filter(**ends).exists():
        raise Refusal("That is tied to it already.")
    made = PlanTie.objects.create(office_id=office_id, at=at, by=by, **ends)
    _record(TIE, made, by, at)
    return made


@transaction.atomic
def untie_from_plan(*, tie: PlanTie, by: User, at: datetime) -> None:
    """Take a tie away again; what it tied stays. Raises Gone."""
    hold_office(tie.office_id)
    held = PlanTie.objects.filter(pk=tie.pk).first()
    if held is None:
        raise Gone("the tie")
    ends = PlanTie(pk=held.pk, **{name: getattr(held, name) for name in (*SERVED, "action", "item")})
    held.delete()
    _record(UNTIE, ends, by, at)


SERVED = ("plan_item", "recommendation", "funding")
"""The columns of a tie of which one is filled."""


def office_of(to: Served) -> int:
    """The key of the office whose plan, inspection or money it is."""
    if isinstance(to, PlanItem):
        return to.plan.office_id
    return to.inspection.office_id if isinstance(to, Recommendation) else to.office_id


def _office_of_record(what: Action | Item) -> int:
    return what.office_id if isinstance(what, Action) else what.meeting.office_id


def _column(to: Served) -> str:
    if isinstance(to, PlanItem):
        return "plan_item"
    return "recommendation" if isinstance(to, Recommendation) else "funding"


def _called(to: Served) -> str:
    names = {"plan_item": "the part of the plan", "recommendation": "the recommendation"}
    return names.get(_column(to), "the funded work")


def _record(operation: str, tie: PlanTie, by: User, at: datetime) -> None:
    """The event says which rows, and no word of them: an item may be restricted."""
    to: Served = tie.plan_item or tie.recommendation or tie.funding  # type: ignore[assignment]
    what: Model = tie.action or tie.item  # type: ignore[assignment]
    kind = "an action" if tie.action else "an agenda item"
    did = f"Tied {kind} to" if operation == TIE else f"Untied {kind} from"
    audit.record(
        by=by, at=at, operation=operation, office_id=office_of(to), about=[to, what],
        summary=f"{did} {_called(to)}.",
    )  # fmt: skip
