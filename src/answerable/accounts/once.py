"""Every form acts once, however often it is sent: its key is taken in the transaction of what it does."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from answerable.accounts.models import SentForm, User

FIELD = "form_key"
"""The hidden field of every form that writes."""
KEPT = timedelta(days=30)
"""How long a key is kept: longer than a page stays open in a browser, or in its history."""


class SentAlready(Exception):
    """This form was acted on before: there is nothing left to do, and nothing was done now."""


def sent_key(key: str, address: str, fields: Iterable[tuple[str, str]]) -> str:
    """The key of a form as it was sent: somebody who goes back, types something else and sends the form
    again means it, and must not hear that it was done already. "" where the form carried no key.
    """
    try:
        said = "\0".join([address, *(f"{name}\0{value}" for name, value in sorted(fields))])
        return str(uuid.uuid5(uuid.UUID(key), said))
    except ValueError:
        return ""


def forget_sent_forms(*, at: datetime) -> int:
    """Forget the keys of forms that were sent more than 30 days ago; how many. Nothing of the record."""
    return SentForm.objects.filter(at__lt=at - KEPT).delete()[0]


@contextmanager
def once(key: str, *, by: User | None, at: datetime) -> Iterator[None]:
    """One transaction that acts for a form's key, unless another did.

    The key's row comes first: whoever sends the same form at the same moment waits for this transaction to
    end, then finds the key taken. Where what is done is refused, the key is free again. A form without a
    usable key acts like one with a new key. Raises SentAlready.
    """
    with transaction.atomic():
        _take(_known(key), by, at)
        yield


def _take(key: uuid.UUID, by: User | None, at: datetime) -> None:
    try:
        with transaction.atomic():
            SentForm.objects.create(key=key, user=by, at=at)
    except IntegrityError:
        raise SentAlready from None


def _known(key: str) -> uuid.UUID:
    try:
        return uuid.UUID(key)
    except ValueError:
        return uuid.uuid4()
