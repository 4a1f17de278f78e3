"""The measure that an action should move."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.actions.models.action import Action
from answerable.measures.models import WAYS, Measure
from answerable.offices.models import Area


class ActionMeasure(models.Model):
    """``start``: the day from which it should show; null: the day on which the action was given."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="measured")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="actions")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="measured_actions")
    start = models.DateField(null=True)
    way = models.CharField(max_length=6, choices=WAYS, blank=True, default="", db_default="")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["action", "measure"], name="one_tie_to_a_measure")]

    def __str__(self) -> str:
        return f"{self.action}: {self.measure}"
