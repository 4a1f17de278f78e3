"""What a worker does once a day, and ``answerable remind`` whenever somebody says so."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone

from answerable.core.calendar.working_days import is_working_day
from answerable.core.reminders.telling import FIRST_HOUR
from answerable.mail.models import Message
from answerable.offices.models import Office
from answerable.reminders.composing import Written, letters_of
from answerable.reminders.gathering import gather
from answerable.reminders.models import Reminded
from answerable.reminders.operations import lay_letters


def letters(office: Office, today: dt.date) -> list[Written]:
    """What would be told to whom on a day."""
    return letters_of(gather(office, today))


def remind(office: Office, today: dt.date, *, at: dt.datetime) -> list[Message]:
    """Tell everybody what there is to tell; done twice a day it tells nothing twice."""
    return lay_letters(office=office, letters=letters(office, today), today=today, at=at)


def remind_if_due() -> int:
    """Of every office, once on a working day, from the first hour on; how many letters were laid.

    Not where no mail server is set up: nobody would read them.
    """
    at = timezone.now()
    today = timezone.localdate(at)
    if not settings.MAIL or timezone.localtime(at).hour < FIRST_HOUR or not is_working_day(today):
        return 0
    done = Reminded.objects.filter(day=today).values("office")
    return sum(len(remind(office, today, at=at)) for office in Office.objects.exclude(pk__in=done))
