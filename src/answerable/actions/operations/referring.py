"""Steps by which another forum follows an action: referred to it, and brought back. Nothing is lost by it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionStep
from answerable.actions.operations.stepping import hold, lay, record, worded
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum


@transaction.atomic
def refer_action(
    *,
    action: Action,
    forum: Forum,
    reason: str,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """Let another forum follow an action: it comes back to that forum. Raises Clash, Gone, Refusal."""
    held = hold(action, "refer", roles=roles, seen=seen)
    if forum.office_id != held.action.office_id:
        raise Refusal("That forum belongs to another office.")
    if forum.pk == held.action.forum_id:
        raise Refusal(f"{forum.name} follows it already: choose another forum.")
    words = worded(reason, "Say in a few words why the other forum should follow it.")
    made = lay(held, on=timezone.localdate(at), reason=words, forum=forum, by=by, at=at)
    record(held, made, f"referred to {forum.name}.", by=by, at=at, also=[forum])
    return made


@transaction.atomic
def return_action(
    *, action: Action, reason: str, seen: str | None = None, roles: Collection[Role], by: User, at: datetime
) -> ActionStep:
    """Bring an action back to the forum that gave it. Raises Clash, Gone, Refusal."""
    held = hold(action, "return", roles=roles, seen=seen)
    words = worded(reason, "Say in a few words why it comes back.")
    home = held.action.meeting.forum
    made = lay(held, on=timezone.localdate(at), reason=words, forum=home, by=by, at=at)
    record(held, made, f"came back to {home.name}.", by=by, at=at, also=[home])
    return made
