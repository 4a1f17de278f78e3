"""On which days an office's people were reminded."""

from __future__ import annotations

from django.db import models

from answerable.offices.models import Office


class Reminded(models.Model):
    """Digests were composed on this day: whichever worker comes second leaves it at that."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()
    told = models.PositiveIntegerField(default=0)  # how many letters were laid into the outbox

    class Meta:
        ordering = ["-day"]
        verbose_name_plural = "reminded"
        constraints = [models.UniqueConstraint(fields=["office", "day"], name="reminded_once_a_day")]

    def __str__(self) -> str:
        return f"{self.office}, {self.day}"
