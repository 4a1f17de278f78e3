"""One denormalised row for each thing that can be found, whatever slice it belongs to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from answerable.offices.models import Office

MARKINGS = ["open", "restricted"]


class SearchRow(models.Model):
    """The words of one thing, and what they can be filtered by.

    ``kind`` is the thing's name in lower case ("meeting", "action"), ``object_id`` its own id. ``meeting_id``
    and ``forum_id`` belong to slices above this one, so they are plain numbers. ``anchor`` is where on the
    meeting's page the thing stands. The columns that are filtered by come first: SQLite reads a row from
    its start and leaves a long text alone.

    The full-text index over ``title`` and ``text`` is the database's own: see ``migrations/0002_full_text``.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    meeting_id = models.BigIntegerField(null=True)
    forum_id = models.BigIntegerField(null=True)
    date = models.DateField(null=True)
    marking = models.CharField(max_length=20, default="open")
    anchor = models.CharField(max_length=40, blank=True)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        db_table = "search_row"
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="one_search_row_of_a_thing"),
            models.CheckConstraint(condition=Q(marking__in=MARKINGS), name="search_marking_known"),
        ]
        indexes = [models.Index(fields=["meeting_id"], name="search_row_of_meeting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
