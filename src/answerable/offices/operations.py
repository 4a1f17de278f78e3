"""Making offices."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify

from answerable.audit.operations import record
from answerable.offices.models import Office

DEFAULT_NAME = "The commissioner's office"


@transaction.atomic
def make_office(*, name: str, by: AbstractBaseUser, at: datetime) -> Office:
    """A new office; its slug is made from its name."""
    office = Office.objects.create(name=name, slug=slugify(name)[:80] or "office")
    record(
        by=by, at=at, operation="offices.make_office", summary=f"Made the office {name}.",
        about=office, office_id=office.pk,
    )  # fmt: skip
    return office
