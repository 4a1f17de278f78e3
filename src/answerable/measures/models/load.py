"""How figures come in: a mapping that is kept by name, and each file that was loaded with one."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from answerable.documents.models import Document
from answerable.offices.models import Area, Office


class Mapping(models.Model):
    """How one kind of file is read: ``shape`` is what ``core.measures`` takes, as JSON."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="mappings")
    name = models.CharField(max_length=200)
    shape = models.JSONField()
    head = models.CharField(max_length=64, blank=True)  # digest of the header, so that a file is recognised
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="one_mapping_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Load(models.Model):
    """A file of figures. It is ``pending`` until somebody has seen its preview; nothing of it counts before.

    ``sheet`` and ``shape`` are how it was read, ``told`` the counts of what came of it. ``digest`` is that of
    the file, so that the same one is recognised.
    """

    class State(models.TextChoices):
        PENDING = "pending", "Not confirmed"
        LOADED = "loaded", "Loaded"
        DROPPED = "dropped", "Dropped"

    office = models.ForeignKey(Office, models.CASCADE, related_name="loads")
    mapping = models.ForeignKey(Mapping, models.SET_NULL, null=True, related_name="loads")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="loads")
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    sheet = models.CharField(max_length=200, blank=True)
    shape = models.JSONField(null=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    new = models.PositiveIntegerField(default=0)
    revised = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    told = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.name


class AreaCode(models.Model):
    """Which area a small place lies in (an LSOA, by its code), for files that know no policing areas."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="area_codes")
    code = models.CharField(max_length=20)
    area = models.ForeignKey(Area, models.CASCADE, related_name="codes")

    class Meta:
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["office", "code"], name="one_area_of_a_code")]

    def __str__(self) -> str:
        return self.code
