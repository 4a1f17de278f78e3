"""Events that are waited for: an investigation's outcome, a broadcast."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.accounts.marked import Restrictable
from answerable.actions.models.action import Action
from answerable.meetings.models import Forum
from answerable.offices.models import Office


class AwaitedEvent(Restrictable):
    """It stands under the risks of each agenda of ``forum`` until it is recorded what came of it.

    ``action`` is the one that hangs on it, where there is one; ``dropped``: nobody waits for it any more,
    and ``outcome`` says why.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="awaited_events")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="awaited_events")
    action = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="awaited_events")
    text = models.TextField()
    expected = models.DateField(null=True)
    since = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    happened_on = models.DateField(null=True)
    dropped = models.BooleanField(default=False)
    outcome = models.TextField(blank=True)
    recorded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["since", "id"]
        indexes = [models.Index(fields=["forum", "recorded_at"], name="awaited_by_forum")]

    def __str__(self) -> str:
        return self.text
