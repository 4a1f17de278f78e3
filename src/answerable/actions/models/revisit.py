"""What is to be brought back to a later meeting."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Restrictable
from answerable.actions.models.action import Action
from answerable.meetings.models import Entry, Forum, Item, Meeting
from answerable.offices.models import Office


class Revisit(Restrictable):
    """ "Bring back in six months to see what it changed": said at ``meeting``, or set by a person.

    ``text`` is what was said, ``question`` what is to be asked then; ``due`` the day from which it should
    come back. ``planned`` is the meeting whose agenda it stands on. ``position`` is its place among the
    revisits that the reader found in the meeting; null where a person made it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting for its meeting"
        PLANNED = "planned", "On an agenda"
        DONE = "done", "Came back"
        DROPPED = "dropped", "Dropped"

    office = models.ForeignKey(Office, models.CASCADE, related_name="revisits")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="revisits")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="revisits", db_index=False)
    position = models.PositiveIntegerField(null=True)
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="revisits")
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="revisits")
    action = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="revisits")
    text = models.TextField()
    question = models.TextField(blank=True)
    due = models.DateField(null=True)
    due_text = models.TextField(blank=True)
    source = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    planned = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="revisits_planned")
    planned_item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="revisits_planned")
    why = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["due", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_revisit_in_a_place"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "planned", "done", "dropped"]), name="revisit_state_known"
            ),
        ]
        indexes = [models.Index(fields=["office", "state", "due"], name="revisit_by_due")]

    def __str__(self) -> str:
        return self.text
