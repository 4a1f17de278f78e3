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

    office_id: int
    office_name: str
    today: dt.date


def here(request: HttpRequest) -> Here:
    """The office of the request: until sign-in comes, the first one. One query."""
    del request
    office = Office.objects.order_by("id").first()
    today = timezone.localdate()
    return Here(office.pk, office.name, today) if office else Here(NO_OFFICE, "", today)
