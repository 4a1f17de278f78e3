"""A figure of the minutes that is not what its words seem to say."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.measures.models import Measure
from answerable.meetings.models.record import Figure


class NotThisMeasure(models.Model):
    """A person said that a quoted figure is not of this measure, whatever its words are like."""

    figure = models.ForeignKey(Figure, models.CASCADE, related_name="not_measures")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="not_figures")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["figure", "measure"], name="said_once_of_a_figure")]

    def __str__(self) -> str:
        return f"{self.figure}: not {self.measure}"
