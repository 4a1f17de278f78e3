"""Grants and posts that the commissioner pays for, and what came of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.people.models import Post
from answerable.plans.models.plan import PlanItem
from answerable.topics.models import Topic


class Funding(models.Model):
    """Money for a purpose: ``pence`` from ``start`` to ``end``; a post has the days it was wanted and filled.

    ``expected`` is what is to come of it, ``measure`` what shows that, in words; ``follows`` is what comes
    after the money ends.
    """

    class Kind(models.TextChoices):
        GRANT = "grant", "Grant"
        POST = "post", "Post"

    office = models.ForeignKey(Office, models.CASCADE, related_name="fundings")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=200)
    recipient = models.CharField(max_length=200)
    purpose = models.TextField()
    pence = models.PositiveBigIntegerField()
    start = models.DateField()
    end = models.DateField(null=True)
    expected = models.TextField(blank=True)
    measure = models.CharField(max_length=200, blank=True)
    follows = models.TextField(blank=True)
    wanted_from = models.DateField(null=True)
    filled_on = models.DateField(null=True)
    reports_every = models.PositiveSmallIntegerField(null=True)  # months; null: none was agreed
    objective = models.ForeignKey(PlanItem, models.SET_NULL, null=True, related_name="fundings")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="fundings")
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="fundings")

    class Meta:
        ordering = ["-start", "title"]
        constraints = [
            models.UniqueConstraint(fields=["office", "title", "start"], name="one_funding_of_a_title"),
            models.CheckConstraint(condition=Q(kind__in=["grant", "post"]), name="funding_kind_known"),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="funding_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FundingReport(models.Model):
    """What the recipient said came of the money, and whether it was what was expected."""

    funding = models.ForeignKey(Funding, models.CASCADE, related_name="reports")
    on = models.DateField()
    text = models.TextField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="funding_reports")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return self.text
