"""What was looked for and not found: the evidence that an action or a promise has lapsed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from answerable.actions.models.action import Action
from answerable.actions.models.commitment import Commitment
from answerable.meetings.models import Entry
from answerable.offices.models import Office


class Silence(models.Model):
    """How many later ``meetings`` were searched, from ``first`` to ``last``, and the nearest thing said.

    ``score`` is how near ``nearest`` comes, 0 to 1; null where no meeting said anything like it. There is one
    for each action and promise that meetings passed over, kept by operations.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    action = models.OneToOneField(Action, models.CASCADE, null=True, related_name="silence")
    commitment = models.OneToOneField(Commitment, models.CASCADE, null=True, related_name="silence")
    meetings = models.PositiveIntegerField()
    first = models.DateField()
    last = models.DateField()
    nearest = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="+")
    score = models.FloatField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=True) ^ Q(commitment__isnull=True), name="silence_about_one_thing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.meetings} meetings said nothing"
