"""The publication scheme of an office: every duty, what meets it, and how it stands."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from answerable.core.calendar.working_days import working_days_after, working_days_before
from answerable.core.publication.duties import DUTIES, Duty
from answerable.core.publication.standing import (
    ORDER_OF_STANDING,
    MeetingFact,
    Met,
    Outcome,
    Standing,
    standing,
)
from answerable.core.publication.versions import Book, current
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.publishing.book import book_of, decided
from answerable.publishing.models import Address, DutyMet, Frozen

LOOKS_BACK = dt.timedelta(days=365)
"""How far back meetings are asked about: before that, what is not published is not late but past."""
OF_MEETINGS = ("agendas", "minutes", "meetings")
"""Codes of duties that ask something of each meeting."""


@dataclass(frozen=True, slots=True)
class Row:
    """A duty with how it stands. ``elsewhere`` are rows that the office keeps, ``here`` what is public."""

    duty: Duty
    outcome: Outcome
    elsewhere: list[DutyMet]
    here: list[Met]


@dataclass(frozen=True, slots=True)
class Scheme:
    rows: list[Row]

    @property
    def counts(self) -> dict[str, int]:
        found = dict.fromkeys(map(str, Standing), 0)
        for one in self.rows:
            found[str(one.outcome.standing)] += 1
        return found


def scheme_of(office: Office, today: dt.date) -> Scheme:
    """Every duty, those that are missing and late first. Seven queries, however much there is."""
    held: dict[str, list[DutyMet]] = defaultdict(list)
    for one in DutyMet.objects.filter(office=office, removed_at=None):
        held[one.duty].append(one)
    book = book_of(office)
    here = _here(office, book)
    meetings = _meetings(office, book, today)
    rows = [_row(duty, held[duty.code], here, meetings, today) for duty in DUTIES]
    return Scheme(sorted(rows, key=lambda one: ORDER_OF_STANDING.index(one.outcome.standing)))


def _row(
    duty: Duty,
    held: list[DutyMet],
    here: dict[str, Met],
    meetings: dict[str, list[MeetingFact]],
    today: dt.date,
) -> Row:
    elsewhere = [
        Met(one.title, one.published_on, "", one.address, one.review_by, one.note, one.applies)
        for one in held
    ]
    public = [here[subject] for subject in duty.subjects if subject in here]
    outcome = standing(duty, elsewhere, public, meetings.get(duty.code, []), today)
    return Row(duty, outcome, held, public)


def _here(office: Office, book: Book) -> dict[str, Met]:
    """Of each subject the newest publication of which something stands."""
    firsts: dict[int, str] = {}
    rows = Frozen.objects.filter(publication__in=decided(office)).order_by("publication_id", "position")
    for publication, path in rows.values_list("publication_id", "path"):
        if current(book.get(path, [])):
            firsts.setdefault(publication, path)
    found: dict[str, Met] = {}
    for one in decided(office).only("pk", "subject", "title", "decided_at"):
        if one.pk in firsts and one.decided_at:
            found[one.subject] = Met(one.title, timezone.localdate(one.decided_at), firsts[one.pk])
    return found


def _places(office: Office) -> Mapping[int, list[str]]:
    """The addresses that each meeting was given: one that was moved has several."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Address.objects.filter(office=office, kind="meeting")
    for path, about in rows.values_list("path", "about"):
        found[about or 0].append(path)
    return found


def _meetings(office: Office, book: Book, today: dt.date) -> dict[str, list[MeetingFact]]:
    """The meetings in public of a year, as each duty asks of them."""
    found: dict[str, list[MeetingFact]] = {code: [] for code in OF_MEETINGS}
    rows = Meeting.objects.filter(office=office, date__gte=today - LOOKS_BACK, kind=Meeting.Kind.PUBLIC)
    rows = rows.exclude(state=Meeting.State.CANCELLED)
    places = _places(office)
    for one in rows.select_related("forum").order_by("date", "pk"):
        minutes, agenda = (
            any(current(book.get(f"{where}{end}", [])) for where in places[one.pk]) for end in ("", "/agenda")
        )
        title = f"{one.forum.name}, {one.date.day} {one.date:%B %Y}"
        before = working_days_before(one.date, one.forum.agenda_days)
        after = working_days_after(one.date, one.forum.minutes_days)
        found["meetings"].append(MeetingFact(title, one.date, one.date, minutes or agenda))
        found["agendas"].append(MeetingFact(title, one.date, before, agenda))
        found["minutes"].append(MeetingFact(title, one.date, after, minutes))
    return found
