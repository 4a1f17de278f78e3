"""The lookup of small areas to the office's areas: set as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.measures.loading.coverage import AREA
from answerable.core.refusal import Refusal
from answerable.measures.models import AreaCode
from answerable.measures.queries.loading import area_codes
from answerable.offices.models import Area, Office
from answerable.offices.operations import hold_office

SET = "measures.set_area_codes"
AT_A_TIME = 1_000  # rows of one statement


@transaction.atomic
def set_area_codes(*, office: Office, codes: Mapping[str, str], by: User, at: datetime) -> int:
    """Put a lookup ("E01012345" to "area:3") in place of the one that is kept; how many codes it has.

    Raises Refusal: of one that changes nothing, and of areas that the office does not have.
    """
    hold_office(office.pk)
    if dict(codes) == area_codes(office.pk):
        raise Refusal("Nothing was changed: this lookup is kept already.")
    areas = {f"{AREA}{one.pk}": one for one in Area.objects.filter(force__office=office)}
    if not set(codes.values()) <= set(areas):
        raise Refusal("An area of this lookup is not there any more: send the file again.")
    AreaCode.objects.filter(office=office).delete()
    AreaCode.objects.bulk_create(
        [AreaCode(office=office, code=code, area=areas[to]) for code, to in codes.items()], AT_A_TIME
    )
    audit.record(
        by=by, at=at, operation=SET, office_id=office.pk, about=office,
        summary=f"Set the lookup of {len(codes):,} small areas to policing areas.",
        details={"codes": len(codes), "areas": len(set(codes.values()))},
    )  # fmt: skip
    return len(codes)
