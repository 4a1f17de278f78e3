"""The figures themselves: a series for each area and source, an observation for each period."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from answerable.core.measures.facts import Who
from answerable.measures.models.load import Load
from answerable.measures.models.measure import Measure
from answerable.offices.models import Area, Force

WHOSE = {
    Who.FORCE: "The whole force",
    Who.AREA: "An area",
    Who.OTHER: "Another force",
    Who.GROUP: "The most similar group",
    Who.NATION: "The nation",
}


class Series(models.Model):
    """A measure of one force, area, other force, group or nation, from one source.

    ``force`` is the force that it is of, or whose part ``area`` is; of others only ``name`` is kept.
    ``source`` tells two series of the same thing apart ("national", "local"; "" for the only one), ``lag``
    what is known of how they differ. ``name`` is what pages call it.
    """

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="series")
    who = models.CharField(max_length=8, choices=[(str(key), name) for key, name in WHOSE.items()])
    force = models.ForeignKey(Force, models.CASCADE, null=True, related_name="series")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="series")
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=40, blank=True)
    lag = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "series"
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "who", "name", "source"], name="one_series_of_a_place_and_source"
            ),
            models.CheckConstraint(condition=Q(who__in=[str(one) for one in Who]), name="series_who_known"),
            models.CheckConstraint(
                condition=Q(who="area", area__isnull=False) | (~Q(who="area") & Q(area__isnull=True)),
                name="series_of_an_area_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.source})" if self.source else self.name


class Observation(models.Model):
    """One value for one period, both days included; ``note`` is the mark in place of a missing value ("[x]").

    ``reported`` of ``expected`` areas had reported. What it was before it was revised is in ``Revision``.
    """

    series = models.ForeignKey(Series, models.CASCADE, related_name="observations", db_index=False)
    start = models.DateField()
    last = models.DateField()
    value = models.FloatField(null=True)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    sample = models.FloatField(null=True)
    provisional = models.BooleanField(default=False)
    reported = models.PositiveSmallIntegerField(null=True)
    expected = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=100, blank=True)
    load = models.ForeignKey(Load, models.PROTECT, null=True, related_name="observations")

    class Meta:
        ordering = ["start"]
        constraints = [
            models.UniqueConstraint(fields=["series", "start"], name="one_observation_of_a_period"),
            models.CheckConstraint(condition=Q(last__gte=F("start")), name="period_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(denominator__gt=0), name="denominator_above_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start}: {self.value}"


class Revision(models.Model):
    """What an observation was until ``at``, when a later file said otherwise."""

    observation = models.ForeignKey(Observation, models.CASCADE, related_name="revisions")
    value = models.FloatField(null=True)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    sample = models.FloatField(null=True)
    provisional = models.BooleanField(default=False)
    note = models.CharField(max_length=100, blank=True)
    load = models.ForeignKey(Load, models.PROTECT, null=True, related_name="revisions")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.observation}: {self.value}"


class Gap(models.Model):
    """Periods without values, and why: surveys stopped from March to June 2020."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="gaps")
    series = models.ForeignKey(Series, models.CASCADE, null=True, related_name="gaps")  # null: of all
    start = models.DateField()
    last = models.DateField()
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("start")), name="gap_ends_after_it_starts")
        ]

    def __str__(self) -> str:
        return self.reason
