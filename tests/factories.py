"""A small invented archive, row by row: an office, a forum, meetings, actions and what was said of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from django.core.files.base import ContentFile

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionDue, ActionOwner, ActionUpdate, Commitment
from answerable.documents.models import Document
from answerable.meetings.models import (
    Attendance,
    Entry,
    Exchange,
    Forum,
    Item,
    Meeting,
    TopicLink,
)
from answerable.meetings.models import Warning as MeetingWarning
from answerable.offices.models import Office
from answerable.people.models import Person, Post, Tenure
from answerable.topics.models import Topic

UTC = dt.UTC
NOW = dt.datetime(2019, 5, 2, 9, 0, tzinfo=UTC)
_numbers = count(1)


def user() -> User:
    found, _ = User.objects.get_or_create(
        email="local@localhost",
        defaults={"name": "The person at this machine", "made_at": NOW, "password": "!"},
    )
    return found


_offices = ["Wyvern Valley"]


def office(name: str = "") -> Office:
    name = name or _offices[-1]
    return Office.objects.get_or_create(name=name, defaults={"slug": name.lower().replace(" ", "-")})[0]


@contextmanager
def in_office(of: Office) -> Iterator[None]:
    """What is made meanwhile belongs to another office."""
    _offices.append(of.name)
    try:
        yield
    finally:
        _offices.pop()


def forum(name: str = "Assurance Meeting", **fields: Any) -> Forum:
    defaults = {"slug": name.lower().replace(" ", "-")[:80], **fields}
    return Forum.objects.get_or_create(office=office(), name=name, defaults=defaults)[0]


def post(title: str, abbreviation: str, side: str = "force") -> Post:
    defaults = {"title": title, "abbreviation": abbreviation, "side": side}
    return Post.objects.get_or_create(office=office(), key=title.casefold(), defaults=defaults)[0]


def person(name: str) -> Person:
    return Person.objects.get_or_create(office=office(), name=name)[0]


def tenure(
    who: str, title: str, start: str, end: str | None = None, acting: bool = False, **of: Any
) -> Tenure:
    return Tenure.objects.create(
        person=person(who),
        post=post(title, **of),
        start=dt.date.fromisoformat(start),
        end=dt.date.fromisoformat(end) if end else None,
        acting=acting,
    )


def place(
    quote: str, start: int = 0, page: int | None = None, bbox: list[float] | None = None
) -> dict[str, Any]:
    return {"page": page, "bbox": bbox, "start": start, "end": start + len(quote), "quote": quote}


def document(text: str, name: str = "minutes.txt", content: bytes | None = None, **fields: Any) -> Document:
    data = text.encode() if content is None else content
    made = Document(
        office=office(),
        name=name,
        media_type=fields.pop("media_type", "text/plain"),
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        read_with="test",
        uploaded_at=NOW,
        uploaded_by=user(),
        **fields,
    )
    made.content.save(f"{made.sha256}.bin", ContentFile(data), save=False)
    made.save()
    return made


def pdf(lines: list[str]) -> tuple[bytes, list[list[float]]]:
    """A one-page A4 PDF, and each line's box in points from the page's top left."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    width, height, size, left = 595.0, 842.0, 11, 72.0
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=True)
    boxes = []
    for row, line in enumerate(lines):
        base = 90.0 + row * 18
        canvas.setFont("Helvetica", size)
        canvas.drawString(left, height - base, line)
        boxes.append([left, base - size + 1, left + stringWidth(line, "Helvetica", size), base + 3])
    canvas.save()
    return out.getvalue(), boxes


def meeting(date: str = "2018-03-27", of: Forum | None = None, **fields: Any) -> Meeting:
    where = of or forum()
    return Meeting.objects.create(
        office=office(),
        forum=where,
        date=dt.date.fromisoformat(date),
        title=fields.pop("title", f"{where.name} {date}"),
        record_sha256=f"{next(_numbers):064x}",
        **fields,
    )


def item(of: Meeting, number: str | None, title: str, kind: str = "other", level: int = 1) -> Item:
    return Item.objects.create(
        meeting=of,
        position=of.items.count(),
        number=number,
        label=number,
        title=title,
        kind=kind,
        level=level,
    )


def entry(
    of: Item | Meeting, kind: str, text: str, speakers: list[str] | None = None, **fields: Any
) -> Entry:
    where = of.meeting if isinstance(of, Item) else of
    position = where.entries.count()
    last = where.entries.order_by("position").last()
    start = last.source[-1]["end"] + 1 if last and last.source else 0
    return Entry.objects.create(
        meeting=where,
        item=of if isinstance(of, Item) else None,
        position=position,
        paragraph=fields.pop("paragraph", position),
        kind=kind,
        text=text,
        speakers=speakers or [],
        source=fields.pop("source", None) or [place(text, start)],
        **fields,
    )


def exchange(question: Entry, response: Entry, stance: str | None = None) -> Exchange:
    return Exchange.objects.create(
        meeting=question.meeting,
        item=question.item,
        position=question.meeting.exchanges.count(),
        asked_by=question.speakers,
        question=question.text,
        answered_by=response.speakers,
        response=response.text,
        stance=stance,
        entries=[question.position, response.position],
    )


def action(
    of: Item | Meeting,
    text: str,
    owners: list[str] | None = None,
    due: str | None = None,
    state: str = "open",
    due_text: str | None = None,
    **fields: Any,
) -> Action:
    where = of.meeting if isinstance(of, Item) else of
    day = dt.date.fromisoformat(due) if due else None
    line = entry(of, "action", text, source=fields.pop("source", None))
    number = Action.objects.count() + 1
    Office.objects.filter(pk=where.office_id).update(actions_numbered=number)
    made = Action.objects.create(
        office=where.office,
        number=f"A-{number:04}",
        meeting=where,
        position=where.actions.count(),
        forum=where.forum,
        item=line.item,
        entry=line,
        text=text,
        owners_printed=", ".join(owners or []),
        source=line.source,
        given=where.date,
        state=state,
        due=day,
        first_due=day,
        overdue_from=day + dt.timedelta(days=1) if day else None,
        lapses_from=day + dt.timedelta(days=1) if day else where.date + dt.timedelta(days=183),
        last_mentioned=fields.pop("last_mentioned", where.date),
        **fields,
    )
    for position, printed in enumerate(owners or []):
        held = Post.objects.filter(office=where.office, abbreviation=printed).first()
        tenure = Tenure.objects.filter(post=held, start__lte=where.date).last() if held else None
        ActionOwner.objects.create(
            action=made,
            position=position,
            printed=printed,
            post=held,
            person=tenure.person if tenure else None,
        )
    if due or due_text:
        ActionDue.objects.create(
            action=made,
            position=0,
            text=due_text or f"by {due}",
            date=day,
            precision="day" if day else "event",
        )
    return made


def update(
    of: Item, about: Action | None, text: str, status: str = "open", link: str = "linked", **fields: Any
) -> ActionUpdate:
    line = entry(of, "update", text)
    return ActionUpdate.objects.create(
        office=of.meeting.office,
        meeting=of.meeting,
        position=of.meeting.updates.count(),
        about_month=f"{about.given:%Y-%m}" if about else None,
        about_item=about.item.number if about and about.item else None,
        action_text=about.text if about else "An earlier action",
        text=text,
        status=status,
        source=line.source,
        action=about,
        score=fields.pop("score", 0.91),
        why=fields.pop("why", "the meeting and the item are named, the words are alike"),
        link=link,
        **fields,
    )


def promise(line: Entry, by: list[str], text: str, due: str | None = None) -> Commitment:
    day = dt.date.fromisoformat(due) if due else None
    return Commitment.objects.create(
        office=line.meeting.office,
        meeting=line.meeting,
        item=line.item,
        entry=line,
        position=line.meeting.commitments.count(),
        by=by,
        text=text,
        dues=[{"text": f"by {due}", "date": due, "precision": "month"}] if due else [],
        due=day,
        source=[place(text)],
    )


def warning(
    line: Entry | Meeting, code: str = "owner-missing", message: str = "The action has no owner."
) -> MeetingWarning:
    where = line.meeting if isinstance(line, Entry) else line
    return MeetingWarning.objects.create(
        office=where.office,
        meeting=where,
        position=where.warnings.count(),
        item=line.item if isinstance(line, Entry) else None,
        entry=line if isinstance(line, Entry) else None,
        code=code,
        message=message,
        source=line.source,
    )


def topic(name: str, lines: list[Entry] | None = None, state: str = "offered") -> Topic:
    made = Topic.objects.create(
        office=office(),
        name=name,
        key=name.casefold(),
        state=state,
        why="the heading returns in several meetings",
        score=0.8,
    )
    for line in lines or []:
        TopicLink.objects.create(topic=made, meeting=line.meeting, item=line.item, entry=line, score=0.8)
    return made


def attend(
    of: Meeting, name: str, capacity: str, abbreviation: str, status: str = "present", **fields: Any
) -> Attendance:
    side = "office" if "PCC" in abbreviation or abbreviation == "CEx" else "force"
    return Attendance.objects.create(
        meeting=of,
        position=of.attendance.count(),
        person=person(name),
        post=post(capacity, abbreviation, side),
        name=name,
        capacity=capacity,
        abbreviation=abbreviation,
        status=status,
        source=[place(f"{name}, {capacity} ({abbreviation})")],
        **fields,
    )
