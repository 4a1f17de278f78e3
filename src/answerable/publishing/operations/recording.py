"""Recording decisions that are to be published, and putting a record right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.core.clash import Gone
from answerable.core.publication.decision_numbers import next_number
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.plans.editing import Field, put
from answerable.publishing.models import DecisionRecord

DECISION = (
    Field("number", "Number"),
    Field("title", "Title"),
    Field("taken_on", "Taken on"),
    Field("taken_by", "Taken by"),
    Field("background", "Background", "long"),
    Field("decision", "Decision", "long"),
    Field("papers", "Papers", "long"),
    Field("exempt", "Exempt part", "long"),
    Field("category", "Why it is exempt", "choice"),
    Field("ready", "Ready to be published", "choice"),
)
"""What can be edited of a record."""

EDIT = "publishing.change_decision"


@transaction.atomic
def record_decision(
    *, office: Office, values: Mapping[str, Any], by: User, at: datetime, entry: Any = None
) -> DecisionRecord:
    """A record; ``values`` are of ``DECISION``, and no number gives it the next one of its day.

    Raises Refusal.
    """
    hold_office(office.pk)
    _refuse_unsaid(values)
    taken = set(DecisionRecord.objects.filter(office=office).values_list("number", flat=True))
    number = values.get("number") or next_number(values["taken_on"], taken)
    _free(number, taken)
    made = DecisionRecord.objects.create(
        **{**values, "number": number}, office=office, at=at, by=by, entry=entry,
        meeting=entry.meeting if entry else None,
    )  # fmt: skip
    record(
        by=by, at=at, operation="publishing.record_decision", summary=f"Recorded the decision {number}.",
        about=made, office_id=office.pk, details={"ready": made.ready},
    )  # fmt: skip
    return made


@transaction.atomic
def change_decision(
    *, decision: DecisionRecord, values: Mapping[str, Any], by: User, at: datetime, seen: str | None = None
) -> None:
    """Put a record right; what is public of it changes with the next publication.

    Raises Clash, Gone, Refusal.
    """
    hold_office(decision.office_id)
    held = DecisionRecord.objects.select_for_update().filter(pk=decision.pk).first()
    if held is None:
        raise Gone("the decision")
    others = DecisionRecord.objects.filter(office_id=held.office_id).exclude(pk=held.pk)
    if not values.get("number", held.number):
        raise Refusal("Write its number: it is known by it.")
    _free(values.get("number", held.number), set(others.values_list("number", flat=True)))
    changed = put(held, DECISION, values, seen=seen, thing="the decision", operation=EDIT)
    record(
        by=by, at=at, operation=EDIT, summary=f"Changed the record of the decision {held.number}.",
        about=held, office_id=held.office_id, details={"changed": changed},
    )  # fmt: skip


def _refuse_unsaid(values: Mapping[str, Any]) -> None:
    """What every decision has, and the law asks for."""
    if not values.get("title"):
        raise Refusal("Say what was decided, in a few words.")
    if not values.get("taken_on"):
        raise Refusal("Say on which day it was decided.")


def _free(number: str, taken: set[str]) -> None:
    if number in taken:
        raise Refusal(f"There is a decision with the number {number} already. Give this one another.")
