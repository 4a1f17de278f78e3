"""Writing events: what an outermost operation did, and what was looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction

from answerable.audit import chaining
from answerable.audit.models import Event
from answerable.core.chain.events import Named

About = models.Model | Named
"""A row, or its type and id where it need not be loaded."""


@transaction.atomic
def record(
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    operation: str,
    summary: str,
    about: About | Sequence[About] | None = None,
    office_id: int | None = None,
    details: Mapping[str, Any] | None = None,
) -> Event:
    """Write what an outermost operation did, as the last thing in its transaction.

    ``operation`` is its name ("intake.import_file"), ``summary`` one sentence for people, ``about`` every
    row that it changed (a meeting stands for its lines), ``details`` anything that is JSON. ``by`` is None
    where nobody had signed in. From here to the end of the transaction nobody else can write an event.
    """
    return chaining.append(
        at=at, who=by.pk if by is not None else None, operation=operation, office_id=office_id,
        about=_named(about), summary=summary, details=details or {},
    )  # fmt: skip


def record_view(
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    about: About | Sequence[About],
    office_id: int | None,
    what: str,
) -> Event:
    """Write that somebody looked at restricted text; ``what`` goes on "Looked at …"."""
    return record(
        by=by, at=at, operation="view", summary=f"Looked at {what}.", about=about, office_id=office_id
    )


def _named(about: About | Sequence[About] | None) -> list[Named]:
    """Type and id of each row, each once, in the order given."""
    if about is None:
        return []
    rows: Sequence[Any] = [about] if isinstance(about, models.Model) or _is_named(about) else list(about)
    return list(dict.fromkeys(_name(one) for one in rows))


def _is_named(about: About | Sequence[About]) -> bool:
    return isinstance(about, tuple) and bool(about) and isinstance(about[0], str)


def _name(one: About) -> Named:
    if isinstance(one, models.Model):
        assert one.pk is not None, f"{one._meta.label_lower} is not in the database"
        return one._meta.label_lower, one.pk
    return one
