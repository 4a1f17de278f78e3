"""Two actions made one, and one made two: both ends keep saying where the other is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionDue, ActionOwner, ActionStep
from answerable.actions.operations.dating import may_be_due
from answerable.actions.operations.settling import number_actions
from answerable.actions.operations.stepping import Held, hold, lay, record, renew, worded
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal

MOST_PARTS = 10
"""So many actions at most are split off at once."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is split off: its words, and the day it is due by; None: as the one it comes from."""

    text: str
    due: date | None = None


@transaction.atomic
def merge_actions(
    *,
    action: Action,
    into: Action,
    reason: str,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """Let ``action`` go on in another: it is withdrawn, and what is said of it later counts for that one.

    Raises Clash, Gone, Refusal.
    """
    held = hold(action, "merge", roles=roles, seen=seen)
    target = Action.objects.filter(pk=into.pk, office_id=held.action.office_id).first()
    if target is None:
        raise Refusal("There is no such action in this office.")
    if target.pk == held.action.pk:
        raise Refusal("An action cannot be merged into itself: choose another.")
    if target.state not in held.step.was or target.draft:
        raise Refusal(f"Action {target.number} is {target.state}: choose one that is open or reported.")
    if held.action.restricted and not target.restricted:
        raise Refusal(f"This action is restricted and {target.number} is not: restrict that one first.")
    words = worded(reason, "Say in a few words why they are one.")
    today = timezone.localdate(at)
    made = lay(held, on=today, reason=words, other=target, by=by, at=at)
    ActionStep.objects.create(
        office_id=target.office_id, action=target, kind=ActionStep.Kind.JOINED, on=today, reason=words,
        other=held.action, restricted=target.restricted, at=at, by=by,
    )  # fmt: skip
    renew(held.action, target)
    record(held, made, f"merged into {target.number}.", by=by, at=at, also=[target])
    return made


@transaction.atomic
def split_action(
    *,
    action: Action,
    parts: Sequence[Part],
    reason: str,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> list[Action]:
    """Split new actions off, each with a number of its own and the owners of the one they come from.

    That one goes on with what is left of it. Returns the new ones. Raises Clash, Gone, Refusal.
    """
    held = hold(action, "split", roles=roles, seen=seen)
    words = worded(reason, "Say in a few words why it is split.")
    wanted = [Part(part.text.strip(), part.due) for part in parts if part.text.strip()]
    if not wanted:
        raise Refusal("Say what is split off: one new action to a line.")
    if len(wanted) > MOST_PARTS:
        raise Refusal(f"Split off at most {MOST_PARTS} actions at once.")
    for part in wanted:
        if part.due:
            may_be_due(held, part.due, at)
    new = [_make(held, part) for part in wanted]
    number_actions(held.action.office)
    today = timezone.localdate(at)
    for one in new:
        for whole, other in ((held.action, one), (one, held.action)):
            ActionStep.objects.create(
                office_id=whole.office_id, action=whole, kind=ActionStep.Kind.SPLIT, on=today, reason=words,
                other=other, restricted=whole.restricted, at=at, by=by,
            )  # fmt: skip
    renew(held.action, *new)
    made = held.action.steps.order_by("-pk")[0]
    numbers = ", ".join(one.number or "" for one in new)
    record(held, made, f"split; {numbers} came of it.", by=by, at=at, also=new)
    return new


def _make(held: Held, part: Part) -> Action:
    """The new row at the end of its meeting's actions, with the same source."""
    old = held.action
    last = old.meeting.actions.aggregate(last=Max("position"))["last"] or 0
    new = Action.objects.create(
        office_id=old.office_id, meeting=old.meeting, position=last + 1, forum=old.meeting.forum,
        item_id=old.item_id, entry_id=old.entry_id, heading=old.heading, text=part.text,
        owners_printed=old.owners_printed, owners_source=old.owners_source, source=old.source,
        given=old.given, restricted=old.restricted,
    )  # fmt: skip
    for owner in old.owners.all():
        ActionOwner.objects.create(
            action=new, position=owner.position, printed=owner.printed, post_id=owner.post_id,
            body_id=owner.body_id, person_id=owner.person_id,
        )  # fmt: skip
    dues = [part.due] if part.due else list(held.standing.dates)
    for position, due in enumerate(dues):
        ActionDue.objects.create(
            action=new, position=position, text=f"by {due:%-d %B %Y}", date=due, precision="day"
        )
    return new
