"""What the public is not to read, and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.documents.models import Document
from answerable.meetings.models import Entry, Item, Meeting
from answerable.offices.models import Office


class Redaction(models.Model):
    """Words of one line, a whole line or item, a name wherever a meeting has it, a file that goes with it.

    ``words`` is the secret itself, "" where all of it goes; it never leaves the working record. With an
    entry: there and in all that is made of that entry; without one: in the whole meeting. ``reason`` is
    for the office; the public is told ``category``. Lifted ones are kept, and count no more.
    """

    class What(models.TextChoices):
        WORDS = "words", "Words of a line"
        ENTRY = "entry", "A whole line"
        ITEM = "item", "A whole item"
        NAME = "name", "A name, wherever it stands"
        FILE = "file", "A file"

    class Category(models.TextChoices):
        EXEMPTION = "exemption", "Exempt from publication"
        PERSONAL = "personal", "Personal data"
        OPERATIONAL = "operational", "Operational detail"

    office = models.ForeignKey(Office, models.CASCADE, related_name="redactions")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="redactions")
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="redactions")
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="redactions")
    document = models.ForeignKey(Document, models.SET_NULL, null=True, related_name="redactions")
    what = models.CharField(max_length=10, choices=What.choices)
    words = models.TextField(blank=True)
    quote_sha256 = models.CharField(max_length=64, blank=True)  # of the line, to find it in a new reading
    category = models.CharField(max_length=12, choices=Category.choices)
    exemption = models.CharField(max_length=80, blank=True)  # "FOI Act 2000 s.31"
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    why_lifted = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(what__in=["words", "entry", "item", "name", "file"]), name="redaction_known"
            ),
            models.CheckConstraint(
                condition=Q(category__in=["exemption", "personal", "operational"]), name="category_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.get_category_display()}"
