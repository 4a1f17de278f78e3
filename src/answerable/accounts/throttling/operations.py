"""Counting wrong tries, in the database that all web nodes share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from answerable.accounts.models import Tries
from answerable.accounts.throttling.rule import FORGOTTEN_AFTER, Rule

Counted = Mapping[str, Rule]
"""What a try counts for, each under its rule: "account someone@…", "address 192.0.2.7"."""


class Wait(Exception):
    """Too many were wrong: the next try is heard after ``left``."""

    def __init__(self, left: timedelta) -> None:
        super().__init__(f"Wait {left}.")
        self.left = left


@transaction.atomic
def take_try(*, counted: Counted, at: datetime) -> None:
    """Count a try as wrong before it is looked at: of many at the same moment, each waits for the others.

    Raises Wait where it is too early, and then nothing is counted.
    """
    rules = {hashed(name): rule for name, rule in counted.items()}
    rows = [_row(key, at) for key in sorted(rules)]  # in one order: two tries never wait for each other
    left = max(rules[row.key].left(row.wrong, row.last_at, at) for row in rows)
    if left:
        raise Wait(left)
    for row in rows:
        forgotten = at - row.last_at > FORGOTTEN_AFTER
        row.wrong, row.last_at = 1 if forgotten else row.wrong + 1, at
        row.save(update_fields=["wrong", "last_at"])


@transaction.atomic
def give_back(*, counted: Counted, at: datetime) -> None:
    """It was right: the try is taken off again, and what is old is swept out."""
    for key in sorted(map(hashed, counted)):
        row = Tries.objects.select_for_update().filter(key=key, wrong__gt=0).first()
        if row:
            row.wrong -= 1
            row.save(update_fields=["wrong"])
    Tries.objects.filter(last_at__lt=at - FORGOTTEN_AFTER).delete()


def hashed(name: str) -> str:
    """The key of a row: not to be read back, and of one length."""
    return salted_hmac("answerable.tries", name, algorithm="sha256").hexdigest()


def _row(key: str, at: datetime) -> Tries:
    Tries.objects.get_or_create(key=key, defaults={"last_at": at})
    return Tries.objects.select_for_update().get(key=key)
