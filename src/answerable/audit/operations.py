"""The one write of this slice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from answerable.audit.models import Event


def record(
    *,
    by: AbstractBaseUser,
    at: datetime,
    operation: str,
    summary: str,
    about: models.Model | None = None,
    office_id: int | None = None,
    details: Mapping[str, Any] | None = None,
) -> Event:
    """Write what an outermost operation did, inside its transaction.

    ``operation`` is its name ("intake.import_file"), ``summary`` one sentence for people.
    """
    return Event.objects.create(
        at=at,
        by_id=by.pk,
        operation=operation,
        office_id=office_id,
        about_type=about._meta.label_lower if about is not None else "",
        about_id=about.pk if about is not None else None,
        summary=summary,
        details=dict(details or {}),
    )
