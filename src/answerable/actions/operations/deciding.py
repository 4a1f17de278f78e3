"""What a person says of the tie between an update and its action."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionUpdate
from answerable.actions.operations.living import renew_lives, with_merged
from answerable.actions.queries import update_version
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office


@transaction.atomic
def accept_update(
    *,
    update: ActionUpdate,
    action: Action | None = None,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> None:
    """Say that ``update`` is about ``action``: the one that was offered, or another that the person chose.

    ``seen`` is the version of the update that the person was shown. Raises Clash, Refusal.
    """
    update = _held(update)
    chosen = action or update.action
    if chosen is None:
        raise Refusal("Choose the action that this update is about.")
    if seen and (update.link, update.action) == (ActionUpdate.Link.ACCEPTED, chosen):
        raise Refusal(f"Somebody has said already that it is about {chosen.number}.")
    _refuse_unseen(update, seen, f"It is about {chosen.number}")
    if chosen.office_id != update.office_id:
        raise Refusal("That action belongs to another office.")
    if chosen.given >= update.meeting.date:
        raise Refusal(f"Action {chosen.number} was given on or after the day of this update.")
    before = update.action
    _decide(update, chosen, ActionUpdate.Link.ACCEPTED, by=by, at=at)
    summary = f"The update “{update.text}” is about action {chosen.number}."
    _record(update, [chosen, before], summary, "accept", by=by, at=at)


@transaction.atomic
def reject_update(*, update: ActionUpdate, seen: str | None = None, by: User, at: datetime) -> None:
    """Say that ``update`` is not about the action that was offered, nor about another that is held.

    ``seen`` as for ``accept_update``. Raises Clash, Refusal.
    """
    update = _held(update)
    if update.link == ActionUpdate.Link.REJECTED:
        raise Refusal("This link is rejected already.")
    _refuse_unseen(update, seen, "It is about none that is held")
    refused = update.action
    _decide(update, None, ActionUpdate.Link.REJECTED, by=by, at=at)
    about = f"action {refused.number}" if refused else "any action held"
    summary = f"The update “{update.text}” is not about {about}."
    _record(update, [refused], summary, "reject", by=by, at=at)


def _held(update: ActionUpdate) -> ActionUpdate:
    """The update as it is by now, which nobody else decides about meanwhile. Raises Gone."""
    hold_office(update.office_id)
    rows = ActionUpdate.objects.select_related("action", "meeting", "decided_by")
    held = rows.filter(pk=update.pk).first()
    if held is None:
        raise Gone("this update")
    return held


def _refuse_unseen(held: ActionUpdate, seen: str | None, yours: str) -> None:
    if not seen or update_version(held) == seen:
        return
    theirs = f"It is about {held.action.number}" if held.action else "It is about none that is held"
    if held.link == ActionUpdate.Link.WAITING:
        theirs = f"Is it about {held.action.number}?" if held.action else "It waits for a person"
    choice = Choice("answer", "What the update is about", theirs=theirs, yours=yours)
    who = held.decided_by.name if held.decided_by else None
    raise Clash("this update", [choice], who=who, at=held.decided_at, version=update_version(held))


def _decide(update: ActionUpdate, action: Action | None, link: str, *, by: User, at: datetime) -> None:
    touched = {one for one in (update.action_id, action.pk if action else None) if one is not None}
    update.action, update.link = action, link
    update.decided_at, update.decided_by = at, by
    update.save(update_fields=["action", "link", "decided_at", "decided_by"])
    renew_lives(update.office_id, Action.objects.filter(pk__in=with_merged(touched)))


def _record(
    update: ActionUpdate, actions: list[Action | None], summary: str, what: str, *, by: User, at: datetime
) -> None:
    audit.record(
        by=by, at=at, operation=f"actions.{what}_update", summary=summary,
        about=[update, *(one for one in actions if one is not None)],
        office_id=update.office_id, details={"action": update.action_id},
    )  # fmt: skip
