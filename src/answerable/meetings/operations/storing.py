"""Storing meetings and what was minuted. Those that are part of a larger write say so: that one records
the event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils.text import slugify

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.people import tenures
from answerable.core.people.posts import read_capacity
from answerable.core.people.thinning import thinned
from answerable.core.refusal import Refusal
from answerable.meetings import rows
from answerable.meetings.attendance import LISTED, sightings
from answerable.meetings.models import Attendance, Entry, Exchange, Figure, Forum, Item, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.meetings.rows import NewMeeting, StoredMeeting
from answerable.meetings.writing import insert
from answerable.offices.models import Office
from answerable.people.operations import Directory, record_people

FORUM_LENGTH = 200


def ensure_forum(*, office: Office, name: str, by: User, at: datetime) -> Forum:
    """The forum of this name; capitals and punctuation do not make another. Part of a larger write.

    One that was given another name since is found by both.
    """
    slug = slugify(name)[:80] or "meetings"
    known = Forum.objects.filter(Q(slug=slug) | Q(name__iexact=name[:FORUM_LENGTH]), office=office)
    forum = known.order_by("pk").first()
    return forum or Forum.objects.create(office=office, name=name[:FORUM_LENGTH], slug=slug)


@transaction.atomic
def succeed_forum(*, forum: Forum, succeeds: Forum | None, by: User, at: datetime) -> None:
    """Say which earlier forum this one took the place of; its actions are then followed here.

    Part of a larger write: links and lives follow from it.
    """
    before: Forum | None = succeeds
    while before is not None:
        if before.pk == forum.pk:
            raise Refusal(f"{forum} cannot succeed {succeeds}: it comes before it.")
        before = before.succeeds
    forum.succeeds, forum.succession_decided_at = succeeds, at
    forum.save(update_fields=["succeeds", "succession_decided_at"])
    Meeting.objects.filter(forum=forum).update(settled=False)


@transaction.atomic
def add_meetings(*, office: Office, new: Sequence[NewMeeting], by: User, at: datetime) -> list[StoredMeeting]:
    """Store meetings that are not held yet. Part of a larger write."""
    meetings = Meeting.objects.bulk_create([rows.meeting_row(one, office) for one in new])
    stored = [StoredMeeting(meeting, one.record) for meeting, one in zip(meetings, new, strict=True)]
    _write_parts(stored, again=False)
    return stored


@transaction.atomic
def replace_meeting(*, meeting: Meeting, new: NewMeeting, by: User, at: datetime) -> StoredMeeting:
    """Put another reading in the place of what a meeting holds. Part of a larger write.

    Rows keep their ids by their place in the record; settled warnings stay settled.
    """
    for name, value in rows.meeting_values(new).items():
        setattr(meeting, name, value)
    meeting.settled = False
    meeting.save()
    stored = StoredMeeting(meeting, new.record)
    settled = {
        (one.code, one.message): (one.settled_at, one.settled_by_id)
        for one in meeting.warnings.exclude(settled_at=None)
    }
    _write_parts([stored], again=True)
    _settle_again(meeting, settled)
    return stored


@transaction.atomic
def settle_people(*, office: Office, by: User, at: datetime) -> Directory:
    """Make people, posts and tenures from all attendance lists, and tie the lists to them.

    Part of a larger write. All lists, because one that comes in late can join two printings of a name.
    """
    lines = Attendance.objects.filter(meeting__office=office)
    found = tenures.people(thinned(sightings(office)))
    directory = record_people(office=office, people=found, by=by, at=at)
    groups = lines.order_by().values_list(*LISTED, "person_id", "post_id", "acting").distinct()
    for name, capacity, abbreviation, *held in list(groups):
        read = read_capacity(capacity, abbreviation, name=name)
        new = {
            "person_id": directory.persons[name].pk if name in directory.persons else None,
            "post_id": directory.posts[read.post.key].pk if read else None,
            "acting": read.acting if read else False,
        }
        if held != list(new.values()):
            lines.filter(name=name, capacity=capacity, abbreviation=abbreviation).update(**new)
    return directory


@transaction.atomic
def settle_warning(*, warning: MeetingWarning, by: User, at: datetime) -> None:
    """Say that a warning was looked at and nothing is left to do about it."""
    mark_settled(warning=warning, by=by, at=at)
    audit.record(
        by=by, at=at, operation="meetings.settle_warning", summary=f"Settled: {warning.message}",
        about=warning, office_id=warning.office_id,
    )  # fmt: skip


def mark_settled(*, warning: MeetingWarning, by: User, at: datetime) -> None:
    """Settle a warning, see ``settle_warning``. Part of a larger write."""
    if warning.settled_at is not None:
        raise Refusal("This warning is settled already.")
    warning.settled_at, warning.settled_by = at, by
    warning.save(update_fields=["settled_at", "settled_by"])


def _write_parts(stored: Sequence[StoredMeeting], *, again: bool) -> None:
    """The rows below meetings; items first, because the others point to them."""
    write(Item, rows.ITEM, [(one, rows.item_rows(one)) for one in stored], again=again)
    items = row_ids(Item, stored)
    for one in stored:
        one.items = items[one.meeting.pk]
    write(Entry, rows.ENTRY, [(one, rows.entry_rows(one)) for one in stored], again=again)
    entries = row_ids(Entry, stored)
    for one in stored:
        one.entries = entries[one.meeting.pk]
    write(Attendance, rows.ATTENDANCE, [(one, rows.attendance_rows(one)) for one in stored], again=again)
    write(Exchange, rows.EXCHANGE, [(one, rows.exchange_rows(one)) for one in stored], again=again)
    write(Figure, rows.FIGURE, [(one, rows.figure_rows(one)) for one in stored], again=again)
    write(MeetingWarning, rows.WARNING, [(one, rows.warning_rows(one)) for one in stored], again=again)


def write(
    model: type[models.Model],
    columns: Sequence[str],
    parts: Sequence[tuple[StoredMeeting, Sequence[rows.Row]]],
    *,
    again: bool,
) -> None:
    """Insert rows that are numbered by ``position`` in a meeting; ``again`` puts them over those there.

    A row keeps its id where its place is taken again, so that links to it hold.
    """
    if again:
        for stored, some in parts:
            model._default_manager.filter(meeting=stored.meeting, position__gte=len(some)).delete()
    made = (row for _, some in parts for row in some)
    insert(model, columns, made, over=rows.PLACED if again else ())


def row_ids(model: type[models.Model], stored: Sequence[StoredMeeting]) -> dict[int, list[int]]:
    """The ids of each meeting's rows, in order of position."""
    found: dict[int, list[int]] = {one.meeting.pk: [] for one in stored}
    of_meetings = model._default_manager.filter(meeting__in=list(found)).order_by("meeting_id", "position")
    for meeting, key in of_meetings.values_list("meeting_id", "pk"):
        found[meeting].append(key)
    return found


def _settle_again(meeting: Meeting, settled: dict[tuple[str, str], tuple[datetime | None, Any]]) -> None:
    """A warning that says what a settled one said is settled; the others of its place are not."""
    meeting.warnings.update(settled_at=None, settled_by=None)
    for (code, message), (at, by) in settled.items():
        meeting.warnings.filter(code=code, message=message).update(settled_at=at, settled_by_id=by)
