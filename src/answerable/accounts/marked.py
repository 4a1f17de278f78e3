"""Parts of the record that not everybody may see."""

from __future__ import annotations

from typing import TypeVar

from django.db import models

from answerable.core.permissions.markings import Marking, Why
from answerable.web.actor import Actor

T = TypeVar("T", bound=models.Model)


class Restrictable(models.Model):
    """What is kept from those who may not read what is restricted.

    ``restricted`` follows from the markings, of the row itself or of what it is a part of; operations keep
    it, so that every page can ask for it without a join.
    """

    restricted = models.BooleanField(default=False, db_default=False)

    class Meta:
        abstract = True


class Marked(Restrictable):
    """What a person can mark; ``marking_why`` is one of ``Why``, the note says more for those who see it."""

    marking = models.CharField(
        max_length=10, choices=[(one, one) for one in Marking], default=Marking.OPEN, db_default=Marking.OPEN
    )
    marking_why = models.CharField(
        max_length=20, choices=[(one, one) for one in Why], blank=True, default="", db_default=""
    )
    marking_note = models.TextField(blank=True, default="", db_default="")

    class Meta:
        abstract = True


def seen_by(actor: Actor, rows: models.QuerySet[T], through: str = "") -> models.QuerySet[T]:
    """The rows that the actor may see; ``through`` leads to what is restricted: "action"."""
    if actor.sees_restricted:
        return rows
    return rows.filter(**{f"{through}__restricted" if through else "restricted": False})
