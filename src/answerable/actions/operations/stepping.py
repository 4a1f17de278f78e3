"""What every step in an action's life does: look again behind the lock, write, tell the life anew, record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionStep
from answerable.actions.operations.living import life_of, renew_lives, with_merged
from answerable.actions.steps import action_version, facts_of
from answerable.audit import operations as audit
from answerable.core.actions import life
from answerable.core.actions.life import Mention, Standing
from answerable.core.actions.steps import STATE_NAMES, Facts, Step, step_of, why_not_step
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office

LONGEST_WORDS = 4000
"""Characters of a reason: a page of text."""


@dataclass(frozen=True, slots=True)
class Held:
    """An action as it is by now, which nobody else changes meanwhile, with its life."""

    action: Action
    step: Step
    mentions: list[Mention]
    facts: Facts

    @property
    def standing(self) -> Standing:
        return life.standing(self.mentions)

    @property
    def name(self) -> str:
        return self.action.number or str(self.action.pk)


def hold(action: Action, key: str, *, roles: Collection[Role], seen: str | None = None) -> Held:
    """The action behind the office's lock, for a step that may be taken. Raises Clash, Gone, Refusal."""
    hold_office(action.office_id)
    step = step_of(key)
    if step is None:
        raise Refusal("Choose one of the steps on the action’s page.")
    rows = Action.objects.select_related("meeting__forum", "forum", "office")
    held = rows.prefetch_related("owners__post", "dues").filter(pk=action.pk).first()
    if held is None:
        raise Gone("this action")
    if seen and action_version(held) != seen:
        raise _clash(held, step)
    mentions = life_of(held)
    facts = facts_of(held, life.standing(mentions))
    reason = why_not_step(step, facts, roles)
    if reason:
        raise Refusal(reason)
    return Held(held, step, mentions, facts)


def lay(held: Held, *, on: date, reason: str = "", by: User, at: datetime, **fields: Any) -> ActionStep:
    """The step as a row, as restricted as its action; the life is told anew. Part of a larger write."""
    action = held.action
    made = ActionStep.objects.create(
        office_id=action.office_id, action=action, kind=held.step.kind, on=on, reason=reason,
        restricted=action.restricted, at=at, by=by, **fields,
    )  # fmt: skip
    renew(action)
    return made


def renew(*actions: Action) -> None:
    """Work the columns of these actions out again, and take them over."""
    keys = with_merged({one.pk for one in actions})
    renew_lives(actions[0].office_id, Action.objects.filter(pk__in=keys))
    for one in actions:
        one.refresh_from_db()


def record(
    held: Held, made: ActionStep, said: str, *, by: User, at: datetime, also: Collection[Any] = ()
) -> None:
    """The event of a step."""
    audit.record(
        by=by, at=at, operation=f"actions.{held.step.key}", about=[held.action, made, *also],
        office_id=held.action.office_id, summary=f"Action {held.name}: {said}", details={"on": str(made.on)},
    )  # fmt: skip


def worded(words: str, ask: str) -> str:
    """What was typed, or a refusal that asks for it."""
    words = words.strip()
    if not words:
        raise Refusal(ask)
    if len(words) > LONGEST_WORDS:
        raise Refusal(f"That is longer than {LONGEST_WORDS} characters: say it shorter.")
    return words


def day_of(held: Held, on: date | None, at: datetime) -> date:
    """The day that a step counts from: none before the action was given, none ahead. Raises Refusal."""
    today = timezone.localdate(at)
    day = on or today
    if day > today:
        raise Refusal(f"{_in_words(day)} is still ahead: choose a day up to today.")
    if day < held.action.given:
        raise Refusal(
            f"The action was given on {_in_words(held.action.given)}: choose that day or a later one."
        )
    return day


def no_later_word(held: Held, day: date) -> None:
    """What ends an action is the last that is said of it by then: else it would not count. Raises Refusal."""
    last = max(one.on for one in held.mentions)
    if day < last:
        raise Refusal(f"The action was spoken of on {_in_words(last)}: choose that day or a later one.")


def _in_words(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _clash(held: Action, step: Step) -> Clash:
    """Somebody took a step meanwhile: what it came to beside what is wanted now."""
    last = held.steps.select_related("by").order_by("-pk").first()
    theirs = f"{last.get_kind_display()}: {last.reason}" if last else STATE_NAMES[held.state]  # type: ignore[index]
    choice = Choice("state", "What becomes of it", theirs.rstrip(": "), step.label)
    gone = held.state not in step.was
    return Clash(
        f"action {held.number}", [choice], who=last.by.name if last else None, at=last.at if last else None,
        version=action_version(held), final=gone,
    )  # fmt: skip
