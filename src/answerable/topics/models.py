"""A subject that is followed across meetings."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.offices.models import Office


class Topic(models.Model):
    """Offered by the finder with its reason, then kept, dropped, or merged into another by a person."""

    class State(models.TextChoices):
        OFFERED = "offered", "Offered"
        KEPT = "kept", "Kept"
        DROPPED = "dropped", "Dropped"
        MERGED = "merged", "Merged"

    office = models.ForeignKey(Office, models.CASCADE, related_name="topics")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200)  # the name folded, so that the same offer finds its topic again
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    why = models.TextField(blank=True)
    score = models.FloatField(default=0)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["office", "key"], name="one_topic_of_a_name"),
            models.CheckConstraint(
                condition=Q(state__in=["offered", "kept", "dropped", "merged"]), name="topic_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name
