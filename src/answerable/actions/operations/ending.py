"""Steps that end an action's life or begin it again: closed, not accepted, withdrawn, reopened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionStep, Report
from answerable.actions.operations.stepping import Held, day_of, hold, lay, no_later_word, record, worded
from answerable.core.actions.steps import BASES
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting

ASK_BASIS = "Say what you saw: were you told, were you shown, or did you test it?"
ASK_SEEN = "Say in a few words what you were told or shown, or how you tested it."


@transaction.atomic
def close_action(
    *,
    action: Action,
    basis: str,
    reason: str,
    on: date | None = None,
    report: Report | None = None,
    meeting: Meeting | None = None,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """Close an action with what was seen; the reports that it rests on are accepted.

    ``on``: the day that it counts from, today where none is given. ``report``: the one that it answers;
    where none is named, all that wait. ``roles`` are the actor's. Raises Clash, Gone, Refusal.
    """
    held = hold(action, "close", roles=roles, seen=seen)
    made = close_held(held, basis=basis, reason=reason, on=on, report=report, meeting=meeting, by=by, at=at)
    record(held, made, f"closed as {basis}.", by=by, at=at)
    return made


def close_held(
    held: Held, *, basis: str, reason: str, on: date | None, report: Report | None = None,
    meeting: Meeting | None = None, by: User, at: datetime,
) -> ActionStep:  # fmt: skip
    """Part of a larger write."""
    if basis not in BASES:
        raise Refusal(ASK_BASIS)
    words = worded(reason, ASK_SEEN)
    day = day_of(held, on, at)
    no_later_word(held, day)
    waiting = _waiting(held.action)
    answered = [one for one in waiting if report is None or one.pk == report.pk]
    if report is not None and not answered:
        raise Refusal("That report was answered already.")
    made = lay(
        held, on=day, reason=words, basis=basis, report=report or (answered[-1] if answered else None),
        meeting=meeting, by=by, at=at,
    )  # fmt: skip
    for one in answered:
        _answer(one, Report.Answer.ACCEPTED, words, day, by, at)
    return made


@transaction.atomic
def refuse_report(
    *,
    report: Report,
    reason: str,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """Say that what was reported is not accepted: the action is open again. Raises Clash, Gone, Refusal."""
    held = hold(report.action, "refuse", roles=roles, seen=seen)
    words = worded(reason, "Say in a few words what is missing.")
    fresh = next((one for one in _waiting(held.action) if one.pk == report.pk), None)
    if fresh is None:
        raise Refusal("That report was answered already.")
    day = day_of(held, None, at)
    _answer(fresh, Report.Answer.REFUSED, words, day, by, at)
    made = lay(held, on=day, reason=words, report=fresh, by=by, at=at)
    record(held, made, "the report was not accepted.", by=by, at=at, also=[fresh])
    return made


@transaction.atomic
def withdraw_action(
    *,
    action: Action,
    reason: str,
    on: date | None = None,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """Nobody need do it any more. Raises Clash, Gone, Refusal."""
    held = hold(action, "withdraw", roles=roles, seen=seen)
    words = worded(reason, "Say in a few words why it is withdrawn.")
    day = day_of(held, on, at)
    no_later_word(held, day)
    made = lay(held, on=day, reason=words, by=by, at=at)
    record(held, made, "withdrawn.", by=by, at=at)
    return made


@transaction.atomic
def reopen_action(
    *, action: Action, reason: str, seen: str | None = None, roles: Collection[Role], by: User, at: datetime
) -> ActionStep:
    """Open again what was closed or withdrawn. Raises Clash, Gone, Refusal."""
    held = hold(action, "reopen", roles=roles, seen=seen)
    words = worded(reason, "Say in a few words why it is opened again.")
    made = lay(held, on=day_of(held, None, at), reason=words, by=by, at=at)
    record(held, made, "opened again.", by=by, at=at)
    return made


def _waiting(action: Action) -> list[Report]:
    """The released reports on an action that nobody has answered, oldest first."""
    rows = action.reports.filter(state=Report.State.RELEASED, answer=Report.Answer.NONE)
    return list(rows.order_by("released_at", "pk"))


def _answer(report: Report, answer: str, words: str, day: date, by: User, at: datetime) -> None:
    report.answer, report.answer_text = answer, words
    report.answered_at, report.answered_by, report.answered_on = at, by, day
    report.save(update_fields=["answer", "answer_text", "answered_at", "answered_by", "answered_on"])
