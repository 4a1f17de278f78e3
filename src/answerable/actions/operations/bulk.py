"""Many actions at once by their numbers, "A-0020, 33, 34 and 35": all of them, or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.actions.operations.dating import carry_held
from answerable.actions.operations.ending import close_held
from answerable.actions.operations.stepping import hold
from answerable.audit import operations as audit
from answerable.core.actions.listed import listed_numbers
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.offices.operations import hold_office

MOST_SAID = 12
"""So many reasons at most are given at once; the rest is counted."""


@transaction.atomic
def close_many(
    *,
    office: Office,
    numbers: str,
    basis: str,
    reason: str,
    on: date | None = None,
    sees_restricted: bool = False,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> list[Action]:
    """Close the actions of a list. Raises Refusal with each that cannot be closed and why: none is then."""
    actions = named(office, numbers, sees_restricted)
    problems = []
    for one in actions:
        try:
            close_held(hold(one, "close", roles=roles), basis=basis, reason=reason, on=on, by=by, at=at)
        except Refusal as why:
            problems.append((one, str(why)))
    _refuse(problems, "closed")
    _record(office, actions, "close_many", "Closed", by=by, at=at)
    return actions


@transaction.atomic
def carry_many(
    *,
    office: Office,
    numbers: str,
    reason: str,
    meeting: Meeting | None = None,
    sees_restricted: bool = False,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> list[Action]:
    """Carry the actions of a list forward. Raises Refusal with each that cannot be, and why: none is then."""
    actions = named(office, numbers, sees_restricted)
    problems = []
    for one in actions:
        try:
            carry_held(hold(one, "carry", roles=roles), reason=reason, meeting=meeting, by=by, at=at)
        except Refusal as why:
            problems.append((one, str(why)))
    _refuse(problems, "carried forward")
    _record(office, actions, "carry_many", "Carried forward", by=by, at=at)
    return actions


def named(office: Office, numbers: str, sees_restricted: bool) -> list[Action]:
    """The actions of a list, in its order, as far as they may be seen. Raises Refusal."""
    hold_office(office.pk)
    listed = listed_numbers(numbers)
    if listed.problems:
        raise Refusal(" ".join(listed.problems[:MOST_SAID]))
    if not listed.numbers:
        raise Refusal("Say which actions: tick them, or write their numbers, such as A-0020, 33 and 35.")
    rows = Action.objects.filter(office=office, number__in=listed.numbers)
    found = {one.number: one for one in (rows if sees_restricted else rows.filter(restricted=False))}
    unknown = [number for number in listed.numbers if number not in found]
    if unknown:
        raise Refusal(f"There is no action {_listed(unknown)}. Nothing was changed.")
    return [found[number] for number in listed.numbers]


def _refuse(problems: Sequence[tuple[Action, str]], what: str) -> None:
    """One sentence where all fail for one reason, else a sentence to each."""
    if not problems:
        return
    reasons = {why for _, why in problems}
    if len(reasons) == 1:
        numbers = _listed([one.number or "" for one, _ in problems])
        raise Refusal(f"{numbers} cannot be {what}. {reasons.pop()} Nothing was changed.")
    said = [f"{one.number}: {why}" for one, why in problems[:MOST_SAID]]
    more = [f"And {len(problems) - MOST_SAID} more."] if len(problems) > MOST_SAID else []
    raise Refusal(" ".join([*said, *more, "Nothing was changed."]))


def _listed(numbers: Sequence[str]) -> str:
    shown = list(numbers[:MOST_SAID])
    rest = len(numbers) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _record(
    office: Office, actions: Sequence[Action], what: str, said: str, *, by: User, at: datetime
) -> None:
    numbers = _listed([one.number or "" for one in actions])
    audit.record(
        by=by, at=at, operation=f"actions.{what}", about=[office, *actions], office_id=office.pk,
        summary=f"{said}: {numbers}.", details={"actions": len(actions)},
    )  # fmt: skip
