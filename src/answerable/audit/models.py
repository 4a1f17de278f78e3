"""One plain row for each outermost operation; it outlives what it is about."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Event(models.Model):
    """What was done. ``about_type`` and ``about_id`` name a row that may be gone by now."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    operation = models.CharField(max_length=80)
    office_id = models.BigIntegerField(null=True)
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.BigIntegerField(null=True)
    summary = models.TextField()
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["about_type", "about_id"], name="event_about")]

    def __str__(self) -> str:
        return self.summary
