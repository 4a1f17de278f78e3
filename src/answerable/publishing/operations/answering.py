"""Answering what a check asked."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office
from answerable.publishing.checking.findings import STANDS, may_be_decided
from answerable.publishing.models import Publication


@transaction.atomic
def answer(*, publication: Publication, key: str, why: str, by: User, at: datetime) -> Publication:
    """Say of a finding that its words may stand, and why. Raises Refusal.

    Once none is open the publication can be decided.
    """
    hold_office(publication.office_id)
    found = Publication.objects.select_for_update().get(pk=publication.pk)
    if found.state != Publication.State.PROPOSED:
        raise Refusal("This was decided already.")
    one = next((one for one in found.findings if one["key"] == key), None)
    if one is None:
        raise Refusal("The checks do not ask this any more: look at the page again.")
    if one["blocks"]:
        raise Refusal(f"Nobody can let this stand. {one['mend']}")
    if not why.strip():
        raise Refusal("Say why it may stand.")
    one.update(answer=STANDS, why=why.strip(), by=by.pk, at=at.isoformat())
    found.scanned_at = at if may_be_decided(found.findings) else None
    found.save(update_fields=["findings", "scanned_at"])
    record(
        by=by, at=at, operation="publishing.answer", about=found, office_id=found.office_id,
        summary=f"Said that what a check asked of may stand: {found.title}.",
        details={"check": one["code"], "place": one["path"], "why": one["why"]},
    )  # fmt: skip
    return found
