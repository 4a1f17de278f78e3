"""The agenda of one meeting with its papers, as the public reads them."""

from __future__ import annotations

import datetime as dt

from answerable.components.words import date as in_words
from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.redaction import Category, marker
from answerable.core.publication.shapes import AgendaContent, AgendaItem
from answerable.meetings.models import Item, Meeting
from answerable.publishing.addresses import given, given_to_meeting
from answerable.publishing.building.files import paper_parts, told_files
from answerable.publishing.building.office import forum_path
from answerable.publishing.building.redacting import Redacting, category_of, redacting
from answerable.publishing.files.child import Cleaner
from answerable.publishing.models import Publication


def agenda_parts(publication: Publication, at: dt.datetime, cleaner: Cleaner) -> list[Part]:
    """The agenda, and a file for each paper that was accepted and may go out. Raises Refusal."""
    assert publication.meeting
    meeting = publication.meeting
    if not meeting.items.exists():
        return []
    hide = redacting(meeting)
    papers = paper_parts(meeting, hide, at, cleaner)
    content = agenda_content(meeting, hide, at)
    content["papers"] = told_files(papers)
    return [made(content["path"], Kind.AGENDA, content), *(one.part for one in papers)]


def agenda_content(meeting: Meeting, hide: Redacting, at: dt.datetime) -> AgendaContent:
    """What the agenda says, without its papers."""
    where = given_to_meeting(meeting, at)
    path = given(meeting.office, f"{where}/agenda", "agenda", meeting.pk, at)
    return {
        "path": path,
        "meeting": where,
        "forum": meeting.forum.name,
        "forum_path": forum_path(meeting.forum),
        "date": meeting.date.isoformat(),
        "title": f"Agenda: {meeting.forum.name}, {in_words(meeting.date)}",
        "kind": meeting.kind,
        "state": meeting.state,
        "start_time": meeting.start_time or None,
        "venue": hide.text(meeting.venue) or None,
        "theme": hide.text(meeting.theme),
        "public": meeting.kind == Meeting.Kind.PUBLIC,
        "items": [_item(one, hide) for one in meeting.items.order_by("position")],
        "papers": [],
    }


def _item(one: Item, hide: Redacting) -> AgendaItem:
    closed = hide.items.get(one.pk) or (category_of(one.marking_why) if one.restricted else None)
    return {
        "number": one.number,
        "title": marker(Category(closed)) if closed else hide.text(one.title),
        "note": "" if closed else hide.text(one.note),
        "lead": "" if closed else hide.text(one.lead),
        "level": one.level,
        "kind": "other" if closed else one.kind,
        "left_out": closed,
    }
