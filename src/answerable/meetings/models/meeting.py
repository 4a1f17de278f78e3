"""Forums and their meetings. Every ``source`` is a list of places as the meeting record defines them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from answerable.documents.models import Document
from answerable.offices.models import Office

DEADLINE_DAYS = {"terms": 20, "papers": 5, "agenda": 5, "minutes": 10}
"""Working days before (minutes: after) a meeting, where a forum has not said otherwise."""


class Forum(models.Model):
    """A series of meetings; it may succeed an earlier one.

    Whether it does is told from the minutes until a person says so, at ``succession_decided_at``. The rest
    is how it meets and what its papers look like: ``kinds`` that its meetings may have (none: any),
    ``labels`` of standing items and markers ("arising", "aob", "next", "action"), ``rules`` that its year is
    held against ([{"kind": "public", "at_least": 2}]), and deadlines in working days.
    """

    class Rhythm(models.TextChoices):
        NONE = "", "No fixed rhythm"
        MONTHLY = "monthly", "Every month"
        TWO_MONTHLY = "two-monthly", "Every two months"
        QUARTERLY = "quarterly", "Every quarter"
        HALF_YEARLY = "half-yearly", "Twice a year"
        YEARLY = "yearly", "Once a year"

    class Numbering(models.TextChoices):
        DECIMAL = "decimal", "1, 1.1, 1.1.1"
        LETTERS = "letters", "1, a, i"
        NONE = "none", "No numbers"

    class Layout(models.TextChoices):
        COLUMN = "column", "Actions in a column at the right"
        NUMBERED = "numbered", "“Actions arising:” with a numbered list"
        INLINE = "inline", "“ACTION:” in the text"
        TABLE = "table", "A table of actions at the end"

    office = models.ForeignKey(Office, models.CASCADE, related_name="forums")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80)
    succeeds = models.ForeignKey("self", models.SET_NULL, null=True, related_name="successors")
    succession_decided_at = models.DateTimeField(null=True)
    kinds = models.JSONField(default=list, blank=True)
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, default=Rhythm.NONE, blank=True)
    rhythm_week = models.PositiveSmallIntegerField(null=True)  # 1 to 4 of the month, 5 the last
    rhythm_weekday = models.PositiveSmallIntegerField(null=True)  # 0 Monday to 4 Friday
    rhythm_month = models.PositiveSmallIntegerField(null=True)  # 1 to 12: one of the months it meets in
    start_time = models.CharField(max_length=5, blank=True, default="")
    venue = models.CharField(max_length=200, blank=True, default="")
    numbering = models.CharField(max_length=10, choices=Numbering.choices, default=Numbering.DECIMAL)
    layout = models.CharField(max_length=10, choices=Layout.choices, default=Layout.COLUMN)
    labels = models.JSONField(default=dict, blank=True)
    rules = models.JSONField(default=list, blank=True)
    terms_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["terms"])
    papers_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["papers"])
    papers_time = models.CharField(max_length=5, blank=True, default="09:00")
    agenda_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["agenda"])
    minutes_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["minutes"])

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["office", "slug"], name="one_forum_of_a_slug"),
            models.UniqueConstraint(fields=["office", "name"], name="one_forum_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Meeting(models.Model):
    """One meeting of a forum, planned or held, with the record that was made of it.

    ``minutes_state`` says how far minutes that are written here have come; it is empty where they came as a
    file, or are not begun. ``first_date`` is the day that a moved meeting was planned for at first.

    ``document`` is null where the meeting came as a record without its original: then sources only quote.
    ``source_sha256`` names the file that places count in, and ``record_sha256`` the record as it was read.
    """

    class State(models.TextChoices):
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"
        PLANNED = "planned", "Planned"

    class Kind(models.TextChoices):
        PERFORMANCE = "performance", "Performance"
        THEMATIC = "thematic", "Thematic"
        PUBLIC = "public", "Public"
        INSPECTION = "inspection", "Inspection"
        REVIEW = "review", "Review"
        INTERIM = "interim", "Interim"

    class Minutes(models.TextChoices):
        NONE = "", "Not written here"
        DRAFT = "draft", "Draft"
        CHECKED = "checked", "Checked"
        AGREED = "agreed", "Agreed by the commissioner’s side"
        SEEN = "seen", "With the force for accuracy"
        APPROVED = "approved", "Approved"

    office = models.ForeignKey(Office, models.CASCADE, related_name="meetings")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings", db_index=False)
    date = models.DateField()
    title = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.HELD)
    start_time = models.TextField(null=True)
    end_time = models.TextField(null=True)
    chair = models.TextField(null=True)
    minutes_by = models.TextField(null=True)
    venue = models.TextField(null=True)
    next_date = models.DateField(null=True)
    next_start_time = models.TextField(null=True)
    next_venue = models.TextField(null=True)
    next_type = models.TextField(null=True)
    next_source = models.JSONField(default=list)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="meetings")
    source_name = models.CharField(max_length=255, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    record_sha256 = models.CharField(max_length=64)
    source = models.JSONField(default=list)
    theme = models.TextField(blank=True, default="")
    first_date = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=0, db_default=0)  # of its plan: calendars ask for it
    minutes_state = models.CharField(max_length=10, choices=Minutes.choices, default=Minutes.NONE, blank=True)
    settled = models.BooleanField(default=False)  # its people, links and actions' lives are worked out

    class Meta:
        ordering = ["-date", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "date"], name="one_meeting_of_a_forum_on_a_day"),
            models.CheckConstraint(
                condition=Q(state__in=["held", "cancelled", "planned"]), name="meeting_state_known"
            ),
            models.CheckConstraint(
                condition=Q(minutes_state__in=["", "draft", "checked", "agreed", "seen", "approved"]),
                name="minutes_state_known",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "date"], name="meeting_by_date"),
            models.Index(fields=["office"], condition=Q(settled=False), name="meeting_to_settle"),
        ]

    def __str__(self) -> str:
        return f"{self.forum}, {self.date}"
