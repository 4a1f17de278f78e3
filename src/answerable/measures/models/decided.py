"""What people set and decided about a measure: lines, events, new phases; what belongs to plans."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from answerable.core.measures.facts import EventKind, LineKind
from answerable.documents.models import Document
from answerable.measures.models.measure import Measure
from answerable.measures.models.series import Series
from answerable.offices.models import Area
from answerable.plans.models import Funding, PlanItem, Recommendation

LINES = {
    LineKind.TARGET: "Target",
    LineKind.LIMIT: "Limit",
    LineKind.BASELINE: "Baseline",
    LineKind.ASPIRATION: "Aspiration",
}
EVENTS = {
    EventKind.RECORDING: "A change in recording",
    EventKind.DEFINITION: "A new definition",
    EventKind.OUTSIDE: "Something from outside",
    EventKind.ACTION: "An action",
    EventKind.STRATEGY: "A strategy or plan",
    EventKind.OTHER: "Something else",
}
WAYS = [("", "The way that is better"), ("higher", "Higher"), ("lower", "Lower")]
"""Which way something is to move a measure."""


class Line(models.Model):
    """A line that somebody set: a target, limit, baseline or aspiration, of all or of one area."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="lines")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="lines")
    kind = models.CharField(max_length=12, choices=[(str(key), name) for key, name in LINES.items()])
    value = models.FloatField()
    start = models.DateField(null=True)
    last = models.DateField(null=True)
    words = models.CharField(max_length=200, blank=True)  # who set it, and where
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["kind", "start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[str(one) for one in LineKind]), name="line_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(start__isnull=True) | Q(last__gte=F("start")),
                name="line_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value:g}"


class MeasureEvent(models.Model):
    """Something that happened, marked on the charts of all series or of one area's."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="events")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="measure_events")
    on = models.DateField()
    kind = models.CharField(max_length=12, choices=[(str(key), name) for key, name in EVENTS.items()])
    text = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[str(one) for one in EventKind]), name="measure_event_kind_known"
            )
        ]

    def __str__(self) -> str:
        return self.text


class PhaseChange(models.Model):
    """A person decided that a new phase of a series begins: a line of the step-change register.

    It is never unmade: ``taken_back_at`` says when somebody took it back, and why.
    """

    series = models.ForeignKey(Series, models.CASCADE, related_name="phases")
    start = models.DateField()
    cause = models.TextField()
    event = models.ForeignKey(MeasureEvent, models.SET_NULL, null=True, related_name="phases")
    evidence = models.TextField(blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="phases")
    agreed_by = models.CharField(max_length=200, blank=True)  # who agreed beside the one who decided
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_why = models.TextField(blank=True)

    class Meta:
        ordering = ["start", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "start"],
                condition=Q(taken_back_at__isnull=True),
                name="one_phase_from_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.cause


class MeasureTie(models.Model):
    """What a part of a plan, a recommendation or funded work is to move, from ``start`` on."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="ties")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="measure_ties")
    plan_item = models.ForeignKey(PlanItem, models.CASCADE, null=True, related_name="measure_ties")
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, null=True, related_name="measure_ties")
    funding = models.ForeignKey(Funding, models.CASCADE, null=True, related_name="measure_ties")
    start = models.DateField(null=True)
    way = models.CharField(max_length=6, choices=WAYS, blank=True, default="", db_default="")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.plan_item or self.recommendation or self.funding}: {self.measure}"
