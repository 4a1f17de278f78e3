"""Work that the office pays for: put in, edited, and what was reported of it."""

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
from answerable.plans.models import Funding, FundingReport
from answerable.plans.operations.files import NewFile, kept
from answerable.plans.operations.holding import hold_funding

ADD, EDIT, REPORT = "plans.add_funding", "plans.edit_funding", "plans.report_on_funding"
LONGEST_REPORT = 10_000  # characters: five pages of print


@transaction.atomic
def add_funding(*, office: Office, values: Mapping[str, Any], by: User, at: datetime) -> Funding:
    """A grant or a post that is paid for; ``values`` are of ``fields.FUNDING``. Raises Refusal."""
    hold_office(office.pk)
    made = Funding(office=office, **values)
    _see(made)
    made.save()
    _record(ADD, made, "Put in the funded work", by, at)
    return made


@transaction.atomic
def edit_funding(
    *, funding: Funding, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Change what is said of it. Raises Clash, Gone, Refusal."""
    held = hold_funding(funding)
    wanted = {one.name: values.get(one.name, getattr(held, one.name)) for one in fields.FUNDING}
    _see(Funding(pk=held.pk, office=held.office, **wanted))
    changed = put(held, fields.FUNDING, values, seen=seen, thing="the funded work", operation=EDIT)
    _record(EDIT, held, "Changed the funded work", by, at, changed=changed)


@transaction.atomic
def report_on_funding(
    *, funding: Funding, on: date, text: str, file: NewFile | None = None, by: User, at: datetime
) -> FundingReport:
    """What the recipient said came of the money, and the paper that says it. Raises Gone, Refusal."""
    held = hold_funding(funding)
    text = text.strip()
    if not text:
        raise Refusal("Write what came of it, or that it is not known yet.")
    if len(text) > LONGEST_REPORT:
        raise Refusal(f"Make the report shorter: it can have {LONGEST_REPORT:,} letters.")
    if on > timezone.localdate(at):
        raise Refusal("Write the day on which it was reported: that day is still to come.")
    if on < held.start:
        raise Refusal("Write the day on which it was reported: on that day the money had not begun.")
    document = kept(office=held.office, file=file, by=by, at=at) if file else None
    made = FundingReport.objects.create(funding=held, on=on, text=text, document=document, at=at, by=by)
    _record(REPORT, held, "Noted a report on the funded work", by, at, on=on.isoformat())
    return made


def _see(wanted: Funding) -> None:
    """What a form lets through and no two fields agree about. Raises Refusal."""
    if wanted.end and wanted.end < wanted.start:
        raise Refusal("It ends before it begins: put one of the two days right.")
    if wanted.wanted_from and wanted.filled_on and wanted.filled_on < wanted.wanted_from:
        raise Refusal("The post was filled before it was wanted: put one of the two days right.")
    there = Funding.objects.filter(
        office=wanted.office, title__iexact=wanted.title, start=wanted.start
    ).exclude(pk=wanted.pk)
    if there.exists():
        raise Refusal(f"There is “{wanted.title}” from that day on already: give this one another title.")


def _record(operation: str, funding: Funding, did: str, by: User, at: datetime, **details: Any) -> None:
    audit.record(
        by=by, at=at, operation=operation, about=funding, office_id=funding.office_id,
        summary=f"{did} {funding.title}.", details=details,
    )  # fmt: skip
