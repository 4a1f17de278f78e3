"""One event for each outermost operation, which outlives what it is about; and the signed heads."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db import models

HASH_LENGTH = 64


class Event(models.Model):
    """What was done. ``id`` is its sequence in the chain: 1, 2, 3, without a gap.

    ``about`` is a JSON list of ["meetings.meeting", id] pairs, rows that may be gone by now; ``content`` is
    the canonical JSON of summary and details. Both are kept as the text that was hashed. An erased event has
    an empty salt and an empty content.
    """

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    operation = models.CharField(max_length=80)
    office_id = models.BigIntegerField(null=True)
    about = models.TextField()
    salt = models.CharField(max_length=32, blank=True)
    content = models.TextField(blank=True)
    content_hash = models.CharField(max_length=HASH_LENGTH)
    before = models.CharField(max_length=HASH_LENGTH)
    hash = models.CharField(max_length=HASH_LENGTH)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["at"], name="event_at"),
            models.Index(fields=["operation"], name="event_operation"),
        ]

    def __str__(self) -> str:
        return self.summary

    @property
    def erased(self) -> bool:
        return not self.content

    @property
    def summary(self) -> str:
        """One sentence for people; of an erased event, that it was erased."""
        return str(json.loads(self.content)["summary"]) if self.content else "(erased)"

    @property
    def details(self) -> dict[str, Any]:
        return dict(json.loads(self.content)["details"]) if self.content else {}

    @property
    def named(self) -> list[tuple[str, int]]:
        """The rows that it is about."""
        return [(kind, key) for kind, key in json.loads(self.about)]


class Head(models.Model):
    """That an event had this hash, signed by a key (its id); see ``core.chain.statements``."""

    sequence = models.BigIntegerField()
    hash = models.CharField(max_length=HASH_LENGTH)
    at = models.DateTimeField()
    key = models.CharField(max_length=16)
    signature = models.CharField(max_length=88)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Event {self.sequence:,}, {self.hash}"
