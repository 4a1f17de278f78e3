"""Reports of an inspectorate: put in, edited, their file, whether they concern us."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.plans import fields
from answerable.plans.editing import put
from answerable.plans.models import Inspection
from answerable.plans.operations.files import NewFile, kept
from answerable.plans.operations.holding import hold_inspection

ADD, EDIT = "plans.add_inspection", "plans.edit_inspection"
FILE, CONCERNS = "plans.keep_inspection_file", "plans.say_concerns"
LONGEST_WHY = 2000  # characters


@transaction.atomic
def add_inspection(*, office: Office, values: Mapping[str, Any], by: User, at: datetime) -> Inspection:
    """A report that was published; ``values`` are of ``fields.INSPECTION``. Raises Refusal."""
    hold_office(office.pk)
    _see_day(values.get("published"), at)
    made = Inspection(office=office, **values)
    _see_only(made)
    made.save()
    _record(ADD, made, "Put in the inspection", by, at)
    return made


@transaction.atomic
def edit_inspection(
    *, inspection: Inspection, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Change what is said of a report. Raises Clash, Gone, Refusal."""
    held = hold_inspection(inspection)
    _see_day(values.get("published"), at)
    wanted = Inspection(
        pk=held.pk, office=held.office, title=values.get("title", held.title),
        published=values.get("published", held.published),
    )  # fmt: skip
    _see_only(wanted)
    if held.responded_on and wanted.published > held.responded_on:
        raise Refusal("Its response was published before that day: put that right first.")
    changed = put(held, fields.INSPECTION, values, seen=seen, thing="the inspection", operation=EDIT)
    _record(EDIT, held, "Changed the inspection", by, at, changed=changed)


@transaction.atomic
def keep_inspection_file(*, inspection: Inspection, file: NewFile, by: User, at: datetime) -> None:
    """Keep the report itself with it; an earlier file stays among the originals. Raises Gone, Refusal."""
    held = hold_inspection(inspection)
    document = kept(office=held.office, file=file, by=by, at=at)
    if held.document_id == document.pk:
        raise Refusal("This very file is kept with it already.")
    held.document = document
    held.save(update_fields=["document"])
    _record(FILE, held, "Kept the file of the inspection", by, at, sha256=file.sha256)


@transaction.atomic
def say_concerns(
    *,
    inspection: Inspection,
    concerns_us: bool,
    why_not: str = "",
    seen: str | None = None,
    by: User,
    at: datetime,
) -> None:
    """Say whether a report concerns us. Where it clearly does not, no response is due, and the reason says
    why. Raises Clash, Gone, Refusal."""
    held = hold_inspection(inspection)
    why_not = "" if concerns_us else why_not.strip()
    if not concerns_us and not why_not:
        raise Refusal("Say why it does not concern us: no response is due then.")
    if len(why_not) > LONGEST_WHY:
        raise Refusal(f"Make the reason shorter: it can have {LONGEST_WHY} letters.")
    if not concerns_us and held.responded_on:
        raise Refusal("A response to it was published: take that back first.")
    put(
        held, fields.CONCERNS, {"concerns_us": concerns_us, "why_not": why_not}, seen=seen,
        thing="whether it concerns us", operation=CONCERNS,
    )  # fmt: skip
    said = "concerns us" if concerns_us else "does not concern us"
    _record(CONCERNS, held, f"Said that it {said}, of the inspection", by, at)


def _see_day(published: date | None, at: datetime) -> None:
    if published is not None and published > timezone.localdate(at):
        raise Refusal("Write the day on which it was published: that day is still to come.")


def _see_only(wanted: Inspection) -> None:
    """One report of a title and day: two could not be told apart."""
    there = Inspection.objects.filter(
        office=wanted.office, title__iexact=wanted.title, published=wanted.published
    )
    if there.exclude(pk=wanted.pk).exists():
        raise Refusal(f"There is a report “{wanted.title}” of that day already.")


def _record(operation: str, inspection: Inspection, did: str, by: User, at: datetime, **details: Any) -> None:
    audit.record(
        by=by, at=at, operation=operation, about=inspection, office_id=inspection.office_id,
        summary=f"{did} {inspection.title}.", details=details,
    )  # fmt: skip
