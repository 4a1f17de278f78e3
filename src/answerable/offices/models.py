"""Offices, and the forces, areas and bodies that they deal with."""

from __future__ import annotations

from django.db import models


class Office(models.Model):
    """The oversight body whose record this is. The three labels are words that an office can change.

    ``contact``: how the public reaches the office, by the names of ``queries.CONTACT``; what is not said is
    not there. ``ends_on`` is the office's last day, ``successor`` who goes on with its record.

    ``undated_due_days``: an action given without a date on or after ``undated_due_from`` is due so many days
    later, as the office announced; null: it announced nothing.
    """

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    office_label = models.CharField(max_length=80, default="OPCC")
    commissioner_label = models.CharField(max_length=80, default="Police and Crime Commissioner")
    chief_officer_label = models.CharField(max_length=80, default="Chief Constable")
    actions_numbered = models.PositiveIntegerField(default=0)  # the last number given: none is used twice

    undated_due_days = models.PositiveSmallIntegerField(null=True)
    undated_due_from = models.DateField(null=True)

    contact = models.JSONField(default=dict, blank=True)
    ends_on = models.DateField(null=True)
    successor = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Force(models.Model):
    """A police force that the office holds to account."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="forces")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="one_force_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """A local policing area: a part of a force, with a beginning and an end."""

    force = models.ForeignKey(Force, models.CASCADE, related_name="areas")
    name = models.CharField(max_length=200)
    start = models.DateField(null=True)
    end = models.DateField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """An organisation outside office and force that can own, hear or give."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="bodies")
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="one_body_of_a_name")]

    def __str__(self) -> str:
        return self.name
