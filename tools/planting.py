"""What ``make run`` adds to the sample archive: the meeting that is ahead, half prepared.

Reads ``sample/cycle/december-2026.json`` and does what its people would have done on the pages: set up the
forum, plan the year, send terms of reference, send a briefing note in, begin the agenda. Done once: a sample
in which a meeting is planned already stays as it is. ``ANSWERABLE_DATA`` says where the sample is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
django.setup()

from planted import PLANTS

from answerable.accounts.models import User
from answerable.accounts.starting.operations import begin_as_sample
from answerable.accounts.starting.people import PEOPLE
from answerable.agendas.operations.asking import take_question
from answerable.agendas.operations.standing import NewStanding, set_standing
from answerable.core.minutes.sheet import Heading, Sheet, Text
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations import move_meeting, plan_meeting, set_forum
from answerable.papers.operations import add_points, send_note, send_terms, set_introduction
from answerable.papers.operations.notes import SentFile
from answerable.papers.reading import read_note
from answerable.workspace.agenda.operations import write_agenda
from answerable.writers.docx import write_docx

CYCLE = Path(__file__).resolve().parent.parent / "sample" / "cycle" / "december-2026.json"
PLANNED = dt.datetime(2026, 10, 14, 9, 0, tzinfo=dt.UTC)
ASKED = dt.datetime(2026, 11, 2, 14, 0, tzinfo=dt.UTC)
ANSWERED = dt.datetime(2026, 11, 20, 11, 30, tzinfo=dt.UTC)


def main() -> int:
    cycle: dict[str, Any] = json.loads(CYCLE.read_text("utf-8"))
    forum = Forum.objects.filter(name=cycle["forum"]).first()
    if forum is None or Meeting.objects.filter(forum=forum, state=Meeting.State.PLANNED).exists():
        return 0
    officer, staff_officer = _person(Role.POLICY_OFFICER, forum), _person(Role.CONTRIBUTOR, forum)
    meeting = plan_year(forum, cycle, officer)
    ask(meeting, cycle, officer)
    answer(meeting, cycle["note"], staff_officer)
    write_agenda(meeting=meeting, by=officer, at=ANSWERED)
    people = {one.role: _person(one.role, forum) for one in PEOPLE}
    for plant in PLANTS:
        plant(forum.office, people)
    sys.stdout.write(
        f"Planned: {meeting.forum}, {meeting.date:%-d %B %Y}, with its terms of reference and agenda.\n"
    )
    return 0


def _person(role: Role, forum: Forum) -> User:
    person = next(one for one in PEOPLE if one.role is role)
    return begin_as_sample(person=person, office=forum.office, at=PLANNED)


def plan_year(forum: Forum, cycle: dict[str, Any], by: User) -> Meeting:
    """The forum's settings and its year; the first meeting of it."""
    set_forum(forum=forum, changes=cycle["settings"], by=by, at=PLANNED)
    items = [NewStanding(one["title"]) for one in cycle["standing"]]
    set_standing(forum=forum, items=items, by=by, at=PLANNED)
    forum.refresh_from_db()
    meetings = [_planned(forum, one, by) for one in cycle["meetings"]]
    moved = cycle["moved"]
    late = next(one for one in meetings if str(one.date) == moved["was"])
    move_meeting(meeting=late, to=dt.date.fromisoformat(moved["to"]), why=moved["why"], by=by, at=PLANNED)
    return meetings[0]


def _planned(forum: Forum, one: dict[str, str], by: User) -> Meeting:
    return plan_meeting(
        forum=forum, date=dt.date.fromisoformat(one["date"]), kind=one["kind"], theme=one["theme"],
        start_time=forum.start_time, venue=one.get("venue", forum.venue), by=by, at=PLANNED,
    )  # fmt: skip


def ask(meeting: Meeting, cycle: dict[str, Any], by: User) -> None:
    """Terms of reference, and the questions that came in."""
    terms = cycle["terms"]
    add_points(meeting=meeting, text="\n".join(terms["points"]), by=by, at=ASKED)
    set_introduction(meeting=meeting, text=terms["introduction"], by=by, at=ASKED)
    send_terms(meeting=meeting, by=by, at=ASKED)
    for question in cycle["questions"]:
        take_question(forum=meeting.forum, by=by, at=ASKED, **question)


def answer(meeting: Meeting, note: dict[str, Any], by: User) -> None:
    """The briefing note, as a Word document."""
    blocks: list[Any] = []
    for title, paragraphs in note["sections"]:
        blocks += [Heading(title), *(Text(one) for one in paragraphs)]
    content = write_docx(Sheet(note["title"], blocks))
    name = "briefing-note-december-2026.docx"
    file = SentFile(name, hashlib.sha256(content).hexdigest(), content)
    send_note(
        meeting=meeting, file=file, read=read_note(content, name), title=note["title"], by=by, at=ANSWERED
    )


if __name__ == "__main__":
    sys.exit(main())
