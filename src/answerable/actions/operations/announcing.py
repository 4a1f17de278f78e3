"""What an office announces of actions that are given without any date."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.actions.operations.living import renew_lives
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, version
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office

LONGEST = 730
"""Days: two years. What may take longer wants a date of its own."""


def default_due_version(office: Office) -> str:
    return version(office.undated_due_days, office.undated_due_from)


@transaction.atomic
def set_default_due(
    *,
    office: Office,
    days: int | None,
    since: date | None,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> int:
    """Say within how many days an action without a date is due, if it is given from ``since`` on.

    None takes the rule back. Returns how many lives changed by it. Raises Clash, Refusal.
    """
    hold_office(office.pk)
    held = Office.objects.get(pk=office.pk)
    if seen and default_due_version(held) != seen:
        raise _clash(held, days, since)
    if days is not None and not 1 <= days <= LONGEST:
        raise Refusal(f"Write the days as a number from 1 to {LONGEST}.")
    if days is not None and since is None:
        raise Refusal("Say from which day on it counts: an announcement does not reach back.")
    held.undated_due_days, held.undated_due_from = days, since if days is not None else None
    held.save(update_fields=["undated_due_days", "undated_due_from"])
    changed = renew_lives(held.pk, Action.objects.filter(office=held, dues=None))
    said = in_words(days, since)
    audit.record(
        by=by, at=at, operation="actions.set_default_due", about=held, office_id=held.pk,
        summary=f"Actions without a date: {said}", details={"days": days, "lives": changed},
    )  # fmt: skip
    return changed


def in_words(days: int | None, since: date | None) -> str:
    """The rule as a sentence."""
    if days is None or since is None:
        return "no date is announced for them."
    return f"due {days} days after they are given, from {since:%-d %B %Y} on."


def _clash(held: Office, days: int | None, since: date | None) -> Clash:
    theirs = in_words(held.undated_due_days, held.undated_due_from)
    choice = Choice("rule", "Actions without a date", theirs, in_words(days, since))
    return Clash("the rule for actions without a date", [choice], version=default_due_version(held))
