"""What is measured, defined in versions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Marked
from answerable.core.measures.facts import Better, Frequency, Kind
from answerable.offices.models import Office
from answerable.plans.models import PlanItem
from answerable.topics.models import Topic

KINDS = {
    Kind.COUNT: "A count",
    Kind.RATE: "A rate: events for so many",
    Kind.PROPORTION: "A proportion, in per cent",
    Kind.DURATION: "A duration",
    Kind.SURVEY: "A share of those asked in a survey, in per cent",
    Kind.INDEX: "Another number",
}
BETTERS = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEITHER: "Neither way is better",
}
FREQUENCIES = {
    Frequency.WEEK: "Weekly",
    Frequency.MONTH: "Monthly",
    Frequency.QUARTER: "Quarterly",
    Frequency.YEAR: "Yearly",
    Frequency.ROLLING: "Rolling twelve months",
}
SMALLEST = 5
TIERS = {"gold": "Gold", "silver": "Silver"}
"""The tiers of a performance framework; a measure may be in none."""


def _choices(names: object) -> list[tuple[str, str]]:
    return [(str(key), str(name)) for key, name in dict(names).items()]  # type: ignore[call-overload]


class Measure(Marked):
    """``unit`` is what stands behind a value ("%", "calls", "minutes", "per 1,000 people").

    ``per`` is what a rate's numerator is divided into (1,000 people: 1000). ``aliases`` are other names, a
    line each, by which minutes speak of it. ``baseline``: so many first points of a phase fix its limits;
    null: all do. ``source`` says who counts it and where it is published. A count of somebody under
    ``smallest`` is not published; 0 and 1 publish all of them (nobody is counted: vehicles, pounds).
    """

    office = models.ForeignKey(Office, models.CASCADE, related_name="measures")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=_choices(KINDS))
    unit = models.CharField(max_length=40, blank=True)
    per = models.FloatField(null=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    better = models.CharField(max_length=8, choices=_choices(BETTERS))
    frequency = models.CharField(max_length=8, choices=_choices(FREQUENCIES))
    tier = models.CharField(max_length=8, choices=_choices(TIERS), blank=True)
    source = models.TextField(blank=True)
    aliases = models.TextField(blank=True)
    baseline = models.PositiveSmallIntegerField(null=True)
    objective = models.ForeignKey(PlanItem, models.SET_NULL, null=True, related_name="measures")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="measures")
    ended = models.DateField(null=True)  # the last day on which it was kept
    smallest = models.PositiveSmallIntegerField(default=SMALLEST, db_default=SMALLEST)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["office", "name"], name="one_measure_of_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=[str(one) for one in Kind]), name="measure_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(better__in=[str(one) for one in Better]), name="measure_better_known"
            ),
            models.CheckConstraint(
                condition=Q(frequency__in=[str(one) for one in Frequency]), name="measure_frequency_known"
            ),
            models.CheckConstraint(condition=Q(tier__in=["", *TIERS]), name="measure_tier_known"),
        ]

    def __str__(self) -> str:
        return self.name


class Definition(models.Model):
    """What the measure meant from a day on ("answered within 30 seconds", then "within two minutes")."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="definitions")
    start = models.DateField()
    text = models.TextField()
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["start"]
        constraints = [models.UniqueConstraint(fields=["measure", "start"], name="one_definition_from_a_day")]

    def __str__(self) -> str:
        return self.text
