"""The events of an office as somebody looks for them, and where what they are about can be seen."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from answerable.accounts.models import User
from answerable.audit.models import Event
from answerable.audit.queries import events
from answerable.web.address import Asked
from answerable.workspace.choices import MOST_CHOICES, NAME_LENGTH, Choices
from answerable.workspace.here import Here

PAGES = {
    "meetings.meeting": "meeting",
    "actions.action": "action",
    "topics.topic": "topic",
    "people.person": "person",
    "people.post": "post",
    "accounts.user": "account",
}
"""The page of each kind of row that has one."""

MOST_NAMED = 6  # rows of an event that are led to on the list; an import names hundreds


def trail(here: Here, values: Asked) -> QuerySet[Event]:
    """The office's events that the address asks for, the newest first."""
    who = values.number("by", "a person")
    until = values.date("until", "the last day")
    found = events(
        office_id=here.office_id,
        operation=values.text("operation"),
        since=_start(values.date("since", "the first day")),
        until=_start(until + dt.timedelta(days=1)) if until else None,
    )
    return found.filter(by_id=who) if who else found


def people_choices(here: Here) -> Choices:
    """Whoever ever held a role in the office."""
    people = User.objects.filter(roles_held__office_id=here.office_id).distinct().order_by("name")
    return [("", "Anybody"), *((one.pk, one.name[:NAME_LENGTH]) for one in people[:MOST_CHOICES])]


def operation_choices(here: Here) -> Choices:
    """What was ever done in the office."""
    names = Event.objects.filter(office_id=here.office_id).order_by("operation")
    found = names.values_list("operation", flat=True).distinct()[:MOST_CHOICES]
    return [("", "Anything"), *((name, operation_in_words(name)) for name in found)]


def operation_in_words(name: str) -> str:
    """ "intake.correct_line" as "correct line"."""
    return name.rpartition(".")[2].replace("_", " ").capitalize()


def links(event: Event) -> list[tuple[str, str]]:
    """Words and address of the rows that an event is about, as far as they have a page."""
    named = [(kind, key) for kind, key in event.named if kind in PAGES][:MOST_NAMED]
    return [(f"{PAGES[kind]} {key}", reverse(PAGES[kind], args=[key])) for kind, key in named]


def _start(day: dt.date | None) -> Any:
    """The moment in which a day begins here."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time())) if day else None
