"""Decisions of significant public interest, as the office records them (SI 2011/3050, paragraph 5(d))."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.meetings.models import Entry, Meeting
from answerable.offices.models import Office


class DecisionRecord(models.Model):
    """``number`` is what the office calls it by, "01/27/03/2018". ``papers`` are a line each.

    ``exempt`` is the part that is not published, and never leaves the working record; the public is told that
    there is one, and its category. ``ready``: it goes with the next publication of decisions. ``entry``: the
    line of minutes that says it.
    """

    class Category(models.TextChoices):
        EXEMPTION = "exemption", "Exempt from publication"
        PERSONAL = "personal", "Personal data"
        OPERATIONAL = "operational", "Operational detail"

    office = models.ForeignKey(Office, models.PROTECT, related_name="decision_records")
    number = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    taken_on = models.DateField()
    taken_by = models.CharField(max_length=200)
    background = models.TextField(blank=True)
    decision = models.TextField()
    papers = models.TextField(blank=True)
    exempt = models.TextField(blank=True)
    category = models.CharField(max_length=12, choices=Category.choices, blank=True)
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="decision_records")
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="decision_records")
    ready = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-taken_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="one_decision_record_of_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
