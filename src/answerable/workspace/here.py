"""Whose record this is, and what day it is: the two things that every page asks first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from answerable.offices.models import Office

NO_OFFICE = 0  # no row has this key: lists of an empty database are empty


@dataclass(frozen=True, slots=True)
class Here:
    """The office at hand and today's date there."""

    office: Office | None
    today: dt.date

    @property
    def office_id(self) -> int:
        return self.office.pk if self.office else NO_OFFICE


def here(request: HttpRequest) -> Here:
    """The office of the request: until sign-in comes, the first one. One query."""
    del request
    office = Office.objects.order_by("id").first()
    return Here(office, timezone.localdate())
