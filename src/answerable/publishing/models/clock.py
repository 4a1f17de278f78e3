"""The latest moment that was ever seen here: an embargo does not open because a clock was set wrong."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class HighestSeen(models.Model):
    """One row. ``jumped_to``: the clock went ahead by more than a day and waits for a person's word."""

    at = models.DateTimeField()
    jumped_to = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return str(self.at)
