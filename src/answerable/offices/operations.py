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


def hold_office(office_id: int) -> None:
    """Let nobody else write in the record of an office before this transaction has ended.

    The first thing that a write does which rests on what it has read: what it reads afterwards stays so, and
    as everybody takes this lock first, nobody waits in a circle. SQLite's transactions begin with the write
    lock (IMMEDIATE). Rows that point to the office can be made meanwhile (no_key).
    """
    Office.objects.select_for_update(no_key=True).filter(pk=office_id).values_list("pk").first()
