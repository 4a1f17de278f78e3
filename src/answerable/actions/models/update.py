"""What later meetings say of earlier actions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Restrictable
from answerable.actions.models.action import Action
from answerable.meetings.models import Meeting
from answerable.offices.models import Office


class ActionUpdate(Restrictable):
    """What a later meeting says of an earlier action.

    ``link``: linked by its score; waiting for a person, who is shown ``action`` as the likeliest; accepted
    or rejected by a person; none where nothing earlier is like it. Linked and accepted ones count.
    """

    class Link(models.TextChoices):
        LINKED = "linked", "Linked"
        WAITING = "waiting", "Waiting for a person"
        ACCEPTED = "accepted", "Accepted"
        REJECTED = "rejected", "Rejected"
        NONE = "none", "About no action we hold"

    office = models.ForeignKey(Office, models.CASCADE, related_name="updates", db_index=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="updates", db_index=False)
    position = models.PositiveIntegerField()
    about_month = models.TextField(null=True)
    about_item = models.TextField(null=True)
    action_text = models.TextField()
    text = models.TextField(blank=True)
    status = models.CharField(max_length=10)
    source = models.JSONField(default=list)
    action = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="updates")
    score = models.FloatField(null=True)
    why = models.CharField(max_length=300, blank=True)
    link = models.CharField(max_length=10, choices=Link.choices, default=Link.NONE)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_update_in_a_place"),
            models.CheckConstraint(
                condition=Q(link__in=["linked", "waiting", "accepted", "rejected", "none"]),
                name="update_link_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["open", "reported", "complete"]), name="update_status_known"
            ),
        ]
        indexes = [models.Index(fields=["office", "link"], name="update_by_link")]

    def __str__(self) -> str:
        return self.text
