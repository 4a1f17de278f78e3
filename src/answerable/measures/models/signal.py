"""What figures propose for an agenda, once a person has said what to do with it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.measures.models.series import Series


class Answered(models.Model):
    """A person took or refused what a series proposed. ``key`` tells the signal (its kind and first period),
    so that the same one is not proposed again; the next one is."""

    class Answer(models.TextChoices):
        TAKEN = "taken", "Taken to an agenda"
        REFUSED = "refused", "Not to be raised"

    series = models.ForeignKey(Series, models.CASCADE, related_name="answered")
    key = models.CharField(max_length=80)
    answer = models.CharField(max_length=8, choices=Answer.choices)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "key"], name="one_answer_to_a_signal"),
            models.CheckConstraint(condition=Q(answer__in=["taken", "refused"]), name="signal_answer_known"),
        ]

    def __str__(self) -> str:
        return self.key
