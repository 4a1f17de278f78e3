"""Who is there: put down by a tap, with who came later and who left earlier."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.live.pasting import folded
from answerable.core.refusal import Refusal
from answerable.meetings.models import Attendance, Item, Meeting
from answerable.minuting.models import Present
from answerable.minuting.operations.lines import writable
from answerable.minuting.operations.reading import read_again
from answerable.minuting.queries import present_version
from answerable.people.models import Tenure

LONGEST_NAME, LONGEST_CAPACITY, LONGEST_ABBREVIATION = 200, 200, 40  # characters, as the columns hold
STATUSES = {str(one): str(one.label) for one in Present.Status}


@transaction.atomic
def mark_holder(*, meeting: Meeting, tenure: Tenure, status: str, by: User, at: datetime) -> Present:
    """Somebody who holds a post that day is there, or sends apologies. Raises Refusal."""
    capacity, short = _as_printed(meeting, tenure)
    values = {
        "person": tenure.person, "post": tenure.post, "acting": tenure.acting, "name": tenure.person.name,
        "capacity": capacity[:LONGEST_CAPACITY], "abbreviation": short[:LONGEST_ABBREVIATION],
    }  # fmt: skip
    return _mark(meeting, values, status, by=by, at=at)


@transaction.atomic
def mark_typed(
    *, meeting: Meeting, name: str, capacity: str, abbreviation: str, status: str, by: User, at: datetime
) -> Present:
    """Somebody who holds no post that is known is there, or sends apologies. Raises Refusal."""
    typed = folded(name)[:LONGEST_NAME]
    if not typed:
        raise Refusal("Type the name of who is there.")
    values: dict[str, object] = {
        "name": typed, "capacity": folded(capacity)[:LONGEST_CAPACITY],
        "abbreviation": folded(abbreviation)[:LONGEST_ABBREVIATION],
    }  # fmt: skip
    return _mark(meeting, values, status, by=by, at=at)


@transaction.atomic
def change_present(
    *,
    present: Present,
    status: str,
    from_item: Item | None,
    to_item: Item | None,
    seen: str | None = None,
    by: User,
    at: datetime,
) -> None:
    """Say from which item to which somebody is there. Raises Clash, Gone, Refusal."""
    meeting = writable(present.meeting)
    held = _held(present)
    _refuse_status(status)
    if from_item and to_item and from_item.position > to_item.position:
        raise Refusal("Choose a first item that comes before the last one.")
    if seen and present_version(held) != seen:
        theirs = _in_words(held.status, held.from_item, held.to_item)
        choice = Choice("stay", held.name, theirs, _in_words(status, from_item, to_item))
        raise Clash(f"who is there ({held.name})", [choice], version=present_version(held))
    held.status, held.from_item, held.to_item = status, from_item, to_item
    held.save(update_fields=["status", "from_item", "to_item"])
    _done(meeting, f"{held.name}: {_in_words(status, from_item, to_item)}", by=by, at=at)


@transaction.atomic
def remove_present(*, present: Present, by: User, at: datetime) -> None:
    """Take somebody off the list. Raises Gone, Refusal."""
    meeting = writable(present.meeting)
    held = _held(present)
    held.delete()
    _done(meeting, f"{held.name} is not on the list", by=by, at=at)


def _as_printed(meeting: Meeting, tenure: Tenure) -> tuple[str, str]:
    """Capacity and abbreviation as the last list has them ("ACC Crime"), else as the post is called."""
    lists = Attendance.objects.filter(person=tenure.person, post=tenure.post, acting=tenure.acting)
    last = lists.filter(meeting__date__lt=meeting.date).order_by("-meeting__date", "-pk").first()
    if last is not None and last.capacity:
        return last.capacity, last.abbreviation or ""
    post = tenure.post
    if not tenure.acting:
        return post.title, post.abbreviation
    return f"Acting {post.title}", f"A/{post.abbreviation}" if post.abbreviation else ""


def _mark(meeting: Meeting, values: dict[str, object], status: str, *, by: User, at: datetime) -> Present:
    held = writable(meeting)
    _refuse_status(status)
    same = held.roll.filter(name=values["name"]).first()
    if same is None:
        last = held.roll.aggregate(last=Max("position"))["last"]
        same = Present(meeting=held, position=0 if last is None else last + 1)
    for name, value in (values | {"status": status}).items():
        setattr(same, name, value)
    same.save()
    _done(held, f"{same.name}: {STATUSES[status].lower()}", by=by, at=at)
    return same


def _held(present: Present) -> Present:
    held = Present.objects.select_related("from_item", "to_item").filter(pk=present.pk).first()
    if held is None:
        raise Gone(f"{present.name} on the list")
    return held


def _refuse_status(status: str) -> None:
    if status not in STATUSES:
        raise Refusal("Choose whether they are present or sent apologies.")


def _in_words(status: str, from_item: Item | None, to_item: Item | None) -> str:
    said = STATUSES[status]
    said += f", from {from_item}" if from_item else ""
    return said + (f", to {to_item}" if to_item else "")


def _done(meeting: Meeting, said: str, *, by: User, at: datetime) -> None:
    """Who is there says who speaks: every line is read again."""
    read_again(meeting=meeting, by=by, at=at)
    audit.record(
        by=by, at=at, operation="minuting.roll", summary=f"Who is there at {meeting}: {said}.",
        about=meeting, office_id=meeting.office_id,
    )  # fmt: skip
