"""Every address that was ever given."""

from __future__ import annotations

from django.db import models

from answerable.offices.models import Office


class Address(models.Model):
    """``kind`` and ``about`` say what it was given to: the type and id of a row, and what tells it apart.

    ``mark`` is what finds the thing again where its row was made anew: an item's number and title, the
    beginning of an entry. A row here is never taken away and never given to something else.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="addresses")
    path = models.CharField(max_length=400, unique=True)
    kind = models.CharField(max_length=12)
    about = models.BigIntegerField(null=True)
    mark = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["path"]
        verbose_name_plural = "addresses"
        indexes = [models.Index(fields=["office", "kind", "about"], name="address_of_a_thing")]

    def __str__(self) -> str:
        return self.path
