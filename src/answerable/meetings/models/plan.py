"""What stands on the forward plan beside a meeting itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.meetings.models.meeting import Meeting
from answerable.offices.models import Office


class Deadline(models.Model):
    """What is due before or after a meeting, and by when: ``first`` as it was set at first.

    ``time`` ("09:00") is given where the hour counts; ``met_at`` when it was done. ``why`` says why somebody
    put it on another day than the forum's working days make.
    """

    class Kind(models.TextChoices):
        TERMS = "terms", "Terms of reference out"
        PAPERS = "papers", "Papers in"
        AGENDA = "agenda", "Agenda out"
        MINUTES = "minutes", "Minutes due"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="deadlines", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    date = models.DateField()
    time = models.CharField(max_length=5, blank=True, default="")
    first = models.DateField()
    why = models.TextField(blank=True, default="", db_default="")
    met_at = models.DateTimeField(null=True)
    met_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["date", "id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "kind"], name="one_deadline_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.date}"


class Move(models.Model):
    """A planned meeting that was put on another day, or (``to`` is null) cancelled, and why.

    ``onto`` is the meeting that took what was due at a cancelled one, and ``took`` how much that was:
    {"items": 3, "points": 2, "questions": 1}.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="moves")
    was = models.DateField()
    to = models.DateField(null=True)
    onto = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="taken_on")
    took = models.JSONField(default=dict, blank=True)
    why = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.meeting.forum}: {self.was} to {self.to or 'no other day'}"


class PlanFeed(models.Model):
    """The address at which one person's calendar fetches an office's plan; of its secret only a digest."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="plan_feeds")
    office = models.ForeignKey(Office, models.CASCADE, related_name="plan_feeds")
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "office"], name="one_plan_feed_of_a_person")]

    def __str__(self) -> str:
        return f"{self.user}, {self.office}"
