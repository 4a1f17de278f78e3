"""The meeting cycle, row by row: a planned meeting and what hangs on it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from answerable.agendas.models import FrozenAgenda, Question, StandingItem
from answerable.documents.models import Document
from answerable.meetings.models import Deadline, Forum, Item, Meeting
from answerable.minuting.models import Assurance, Line, Present, Remark
from answerable.papers.models import BriefingNote, NoteVersion, Point, Template, Terms
from tests import factories as make

LATER = "2019-06-11"  # a Tuesday after ``factories.NOW``


def planned(date: str = LATER, forum: Forum | None = None, **fields: Any) -> Meeting:
    """A meeting that is ahead."""
    return make.meeting(date, forum or make.forum(), state="planned", **fields)


def deadline(meeting: Meeting, kind: str = "papers", date: str = "2019-06-04", **fields: Any) -> Deadline:
    day = dt.date.fromisoformat(date)
    return Deadline.objects.create(meeting=meeting, kind=kind, date=day, **{"first": day, **fields})


def agenda(meeting: Meeting, *titles: str) -> list[Item]:
    """Items 1, 2, 3 of an agenda that was written here."""
    start = meeting.items.count()
    return [
        Item.objects.create(
            meeting=meeting, position=start + at, number=str(start + at + 1), label=str(start + at + 1),
            title=title, kind="other", origin=Item.Origin.WRITTEN,
        )
        for at, title in enumerate(titles)
    ]  # fmt: skip


def standing(forum: Forum, *titles: str) -> list[StandingItem]:
    start = forum.standing_items.count()
    return [
        StandingItem.objects.create(forum=forum, position=start + at, title=title)
        for at, title in enumerate(titles)
    ]


def terms(meeting: Meeting, *points: str, sent: bool = True) -> Terms:
    made = Terms.objects.create(
        meeting=meeting, sent_at=make.NOW if sent else None, sent_by=make.user() if sent else None
    )
    for at, text in enumerate(points):
        Point.objects.create(terms=made, position=at, text=text)
    return made


def template(name: str = "Performance", *points: str) -> Template:
    return Template.objects.create(office=make.office(), name=name, points=list(points))


def note(meeting: Meeting, text: str = "Answering times fell.", **fields: Any) -> NoteVersion:
    """A briefing note with one version."""
    held: Document = fields.pop("document", None) or make.document(text, "briefing.txt")
    made = BriefingNote.objects.create(meeting=meeting, title=fields.pop("title", "Briefing note"))
    return NoteVersion.objects.create(
        note=made, number=1, document=held, name=held.name, sent_at=make.NOW, sent_by=make.user(),
        words=len(text.split()), **fields,
    )  # fmt: skip


def question(forum: Forum, text: str = "Why do I wait so long on 101?", **fields: Any) -> Question:
    return Question.objects.create(
        office=forum.office, forum=forum, text=text, taken_at=make.NOW, taken_by=make.user(), **fields
    )


def frozen(meeting: Meeting, **fields: Any) -> FrozenAgenda:
    empty = {
        "format": "agenda/1", "forum": meeting.forum.name, "kind": "", "theme": meeting.theme,
        "date": str(meeting.date), "start_time": None, "venue": None, "items": [], "arising": [],
    }  # fmt: skip
    return FrozenAgenda.objects.create(
        meeting=meeting, number=1, contents=fields.pop("contents", empty), at=make.NOW, by=make.user()
    )


def line(item: Item, text: str, **fields: Any) -> Line:
    return Line.objects.create(
        meeting=item.meeting, item=item, position=item.lines.count(), text=text,
        key=fields.pop("key", None) or uuid.uuid4(), made_at=make.NOW, made_by=make.user(),
        changed_at=make.NOW, changed_by=make.user(), **fields,
    )  # fmt: skip


def present(meeting: Meeting, name: str, capacity: str, abbreviation: str, **fields: Any) -> Present:
    return Present.objects.create(
        meeting=meeting, position=meeting.roll.count(), name=name, capacity=capacity,
        abbreviation=abbreviation, **{"status": "present", **fields},
    )  # fmt: skip


def assurance(item: Item, judgement: str = "partly", basis: str = "given", **fields: Any) -> Assurance:
    return Assurance.objects.create(
        office=item.meeting.office, meeting=item.meeting, item=item, judgement=judgement, basis=basis,
        at=make.NOW, by=make.user(), **fields,
    )  # fmt: skip


def remark(line: Line, text: str = "It was 84%, not 48%.", **fields: Any) -> Remark:
    return Remark.objects.create(
        meeting=line.meeting, line=line, quote=line.text, text=text, at=make.NOW, by=make.user(), **fields
    )
