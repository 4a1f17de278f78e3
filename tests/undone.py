"""Rows that many tests look at, made once; nothing of them stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from answerable.published.router import STORE


@contextmanager
def undone(django_db_blocker: Any) -> Iterator[None]:
    """Whatever is written in either store is taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic(), transaction.atomic(using=STORE):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using=STORE)
