"""Whose record this is, who asks, and what day it is: what every page asks first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from answerable.accounts.marked import seen_by
from answerable.offices.models import Office
from answerable.web.actor import NOBODY, Actor, actor_of

T = TypeVar("T", bound=models.Model)

NO_OFFICE = 0  # no row has this key: lists for somebody without an office are empty


@dataclass(frozen=True, slots=True)
class Here:
    """The office at hand, today's date there, and who asks."""

    office: Office | None
    today: dt.date
    actor: Actor = field(default=NOBODY)

    @property
    def office_id(self) -> int:
        return self.office.pk if self.office else NO_OFFICE

    def sees(self, rows: models.QuerySet[T], through: str = "") -> models.QuerySet[T]:
        """The rows that the actor may see; ``through`` leads to what is restricted: "action"."""
        return seen_by(self.actor, rows, through)


def here(request: HttpRequest) -> Here:
    """The office in which the actor of the request works now."""
    actor = actor_of(request)
    return Here(actor.office, timezone.localdate(), actor)
