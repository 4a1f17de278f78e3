"""Which database holds what: the public store is a database of its own, and everything else is not in it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

STORE = "published"
"""The name of the slice, and of the connection through which alone it is written."""

READER = "public"
"""The connection that can only read."""


class PublishedRouter:
    """Public pages read through a connection that cannot write: ``settings.PUBLIC_READS``."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str | None:
        if model._meta.app_label != STORE:
            return None
        held = hints.get("instance")
        return held._state.db if held is not None and held._state.db else settings.PUBLIC_READS

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str | None:
        del hints
        return STORE if model._meta.app_label == STORE else None

    def allow_relation(self, first: models.Model, second: models.Model, **hints: Any) -> bool | None:
        del hints
        return (first._meta.app_label == STORE) == (second._meta.app_label == STORE) or None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        del hints
        return db != READER and (app_label == STORE) == (db == STORE)
