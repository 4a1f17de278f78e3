"""What of the record belongs to which part of a plan, recommendation or funded work."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.actions.models.action import Action
from answerable.meetings.models import Item
from answerable.offices.models import Office
from answerable.plans.models import Funding, PlanItem, Recommendation


class PlanTie(models.Model):
    """One action, or one agenda item, tied by a person to one part of a plan, recommendation or funding.

    Nothing is tied twice: that is held by the operation, since both databases take nulls as distinct.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="plan_ties")
    plan_item = models.ForeignKey(PlanItem, models.CASCADE, null=True, related_name="ties")
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, null=True, related_name="ties")
    funding = models.ForeignKey(Funding, models.CASCADE, null=True, related_name="ties")
    action = models.ForeignKey(Action, models.CASCADE, null=True, related_name="plan_ties")
    item = models.ForeignKey(Item, models.CASCADE, null=True, related_name="plan_ties")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=True) ^ Q(item__isnull=True), name="tie_of_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action or self.item}: {self.plan_item or self.recommendation or self.funding}"
