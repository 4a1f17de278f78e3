"""What was done to one thing."""

from __future__ import annotations

from django.db import models

from answerable.audit.models import Event


def events_about(thing: models.Model) -> models.QuerySet[Event]:
    """The events about a row, the newest first, with who did it."""
    return Event.objects.filter(about_type=thing._meta.label_lower, about_id=thing.pk).select_related("by")
