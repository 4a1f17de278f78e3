"""What an office says of a duty to publish that is not met by a publication here."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.offices.models import Office


class DutyMet(models.Model):
    """``duty`` is a code of ``core.publication.duties``. ``address``: where it is found.

    ``applies`` False: the office says that the duty does not apply to it, and ``note`` why.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="duties_met")
    duty = models.CharField(max_length=40)
    title = models.TextField()
    address = models.CharField(max_length=500, blank=True)
    published_on = models.DateField(null=True)
    review_by = models.DateField(null=True)
    note = models.TextField(blank=True)
    applies = models.BooleanField(default=True, db_default=True)
    removed_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["duty", "-published_on", "id"]
        verbose_name_plural = "duties met"

    def __str__(self) -> str:
        return f"{self.duty}: {self.title}"
