"""Promises that nobody marked as actions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Restrictable
from answerable.actions.models.action import Action
from answerable.meetings.models import Entry, Item, Meeting
from answerable.offices.models import Office


class Commitment(Restrictable):
    """A promise in an answer that nobody marked as an action. ``due``: the first date of ``dues``.

    ``standing``: found by the reader and not decided about; watched by a date (``watched_until``, at first
    its own due); promoted to ``action``; dismissed; kept, or broken, as a person saw (``why`` says how).
    ``lapses_from`` and ``silent_from`` mean what they mean of an action: see ``Action``.
    """

    class Standing(models.TextChoices):
        FOUND = "found", "Not decided about"
        WATCHED = "watched", "Watched"
        PROMOTED = "promoted", "Made an action"
        DISMISSED = "dismissed", "Dismissed"
        KEPT = "kept", "Kept"
        BROKEN = "broken", "Not kept"

    office = models.ForeignKey(Office, models.CASCADE, related_name="commitments", db_index=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="commitments", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="commitments")
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="commitments")
    by = models.JSONField(default=list)
    text = models.TextField()
    dues = models.JSONField(default=list)
    due = models.DateField(null=True)
    source = models.JSONField(default=list)
    standing = models.CharField(
        max_length=10, choices=Standing.choices, default=Standing.FOUND, db_default=Standing.FOUND
    )
    watched_until = models.DateField(null=True)
    why = models.TextField(blank=True, default="", db_default="")
    action = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="promises")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    lapses_from = models.DateField(null=True)
    silent_from = models.DateField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_commitment_in_a_place"),
            models.CheckConstraint(
                condition=Q(standing__in=["found", "watched", "promoted", "dismissed", "kept", "broken"]),
                name="commitment_standing_known",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "due"], name="commitment_by_due"),
            models.Index(
                fields=["office", "standing", "silent_from", "lapses_from"], name="commitment_standing"
            ),
        ]

    def __str__(self) -> str:
        return self.text
