"""Reports of an inspectorate, and what is said and done about each of its recommendations."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.people.models import Post
from answerable.topics.models import Topic


class Inspection(models.Model):
    """A published report. The response is due by ``core.inspections``: Police Act 1996, section 55.

    ``concerns_us``: false where the report is clearly not about the force, and ``why_not`` says so. The
    comments here are on the report as a whole: one without recommendations is commented on all the same.
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="inspections")
    title = models.CharField(max_length=300)
    inspectorate = models.CharField(max_length=100, default="HMICFRS")
    published = models.DateField()
    national = models.BooleanField(default=False)
    concerns_us = models.BooleanField(default=True)
    why_not = models.TextField(blank=True)
    address = models.URLField(blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="inspections")
    responded_on = models.DateField(null=True)
    response_address = models.URLField(blank=True)
    force_comment = models.TextField(blank=True, default="", db_default="")
    force_comment_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    office_comment = models.TextField(blank=True, default="", db_default="")
    office_comment_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-published", "title"]
        constraints = [
            models.UniqueConstraint(fields=["office", "title", "published"], name="one_inspection_of_a_title")
        ]

    def __str__(self) -> str:
        return self.title


class Recommendation(models.Model):
    """A recommendation, cause of concern or area for improvement, as numbered in its report.

    ``superseded_by`` is the one that took its place. The comments are those of section 55: the chief
    officer's, the commissioner's, and what is or will be done (or why nothing is). ``state_why`` is what was
    said when it came to its state.
    """

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "Recommendation"
        CONCERN = "concern", "Cause of concern"
        IMPROVEMENT = "improvement", "Area for improvement"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        DONE = "done", "Done, says the force"
        CLOSED = "closed", "Closed"
        SUPERSEDED = "superseded", "Superseded"
        REFUSED = "refused", "Not accepted"

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="recommendations")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=40)
    kind = models.CharField(max_length=15, choices=Kind.choices)
    text = models.TextField()
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="recommendations")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="recommendations")
    due = models.DateField(null=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    state_on = models.DateField(null=True)
    state_why = models.TextField(blank=True, default="", db_default="")
    superseded_by = models.ForeignKey("self", models.SET_NULL, null=True, related_name="supersedes")
    force_comment = models.TextField(blank=True)
    force_comment_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    office_comment = models.TextField(blank=True)
    office_comment_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    done_or_why_not = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "number"], name="one_recommendation_of_a_number"),
            models.CheckConstraint(
                condition=Q(kind__in=["recommendation", "concern", "improvement"]),
                name="recommendation_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "done", "closed", "superseded", "refused"]),
                name="recommendation_state_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"
