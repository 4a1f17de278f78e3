"""What the office of the sample has published, by its own operations and by two people.

About the office, the minutes of its meetings (in one of them words and a line are left out, in one an item,
one was corrected, one withdrawn), the agenda of the meeting that is ahead, and every other subject that can
be built: decisions, of one of which a part is exempt, and the scheme, which was under an embargo.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from answerable.accounts.models import User
from answerable.components.words import date as in_words
from answerable.core.permissions.roles import NAMES, Role
from answerable.core.refusal import Refusal
from answerable.meetings.models import Entry, Item, Meeting
from answerable.offices.models import Office
from answerable.publishing.building import BUILDERS
from answerable.publishing.checking import open_findings
from answerable.publishing.models import Publication
from answerable.publishing.operations import answer, correct, decide, deliver_due, put_forward, withdraw
from answerable.publishing.operations.redacting import redact
from planted import deciding
from planted.finding import when

Subject = Publication.Subject
WHOLE = (
    (Subject.TOPICS, "Topics"),
    (Subject.MEASURES, "Measures"),
    (Subject.PEOPLE, "People and posts"),
    (Subject.DECISION, "Decisions"),
    (Subject.REGISTER, "Register of actions"),
    (Subject.SCHEME, "Publication scheme"),
)
"""Subjects that are published whole, each where it has a builder."""

FIRST, CORRECTED_AT, LAST = when("2026-11-10"), when("2026-11-13"), when("2026-11-17")
MINUTE = dt.timedelta(minutes=1)
EMBARGO = MINUTE * 30
LEFT_OUT = (
    ("words", "seven young people", "personal", "", "So few that their friends would know them."),
    (
        "entry",
        "Two vetting officers left within a month",
        "personal",
        "",
        "Everybody knows who they are.",
    ),
    (
        "words",
        "in Tarnebury from 1 September 2026",
        "operational",
        "",
        "It says where somebody is.",
    ),
    ("words", "16 of the 25 cases", "exemption", "FOI Act 2000 s.31", "A trial is waiting."),
)
"""Of the minutes of June 2026: what, the words, category, exemption, reason."""

ITEM_LEFT_OUT = (dt.date(2024, 12, 3), "Inspectorate update", "The report was still under embargo.")
LEFT_OUT_OF, CORRECTED, WITHDRAWN = dt.date(2026, 6, 23), dt.date(2025, 6, 17), dt.date(2024, 6, 18)
CORRECTION = "How many spoke to the Board could have told who they are. It is left out now."
WITHDRAWAL = "These minutes were put here before the force had said whether they are accurate."
STANDS_BECAUSE = "Nobody can be told from it."
TOLD = "four women"  # stands in the minutes that are corrected


def plant(office: Office, people: Mapping[Role, User]) -> None:
    publishing = _Publishing(office, people)
    publishing.publish(Subject.OFFICE, "About the office", FIRST)
    held = Meeting.objects.filter(office=office, state=Meeting.State.HELD, minutes_state__in=["", "approved"])
    meetings = list(held.exclude(record_sha256="").select_related("forum", "office").order_by("date"))
    _leave_out(office, people[Role.POLICY_OFFICER])
    deciding.plant(office, people[Role.POLICY_OFFICER], FIRST)
    minutes = {
        meeting.date: publishing.publish(
            Subject.MINUTES,
            f"Minutes: {meeting.forum.name}, {in_words(meeting.date)}",
            FIRST + MINUTE * place,
            meeting=meeting,
        )
        for place, meeting in enumerate(meetings, start=1)
    }
    publishing.correct(minutes.get(CORRECTED))
    publishing.withdraw(minutes.get(WITHDRAWN))
    _publish_agenda(publishing, office)
    for place, (subject, title) in enumerate(WHOLE, start=1):
        opens = LAST + MINUTE * place + EMBARGO if subject == Subject.SCHEME else None
        publishing.publish(subject, title, LAST + MINUTE * place, opens_at=opens)


class _Publishing:
    """Puts forward as the policy officer, decides as the commissioner."""

    def __init__(self, office: Office, people: Mapping[Role, User]) -> None:
        self.office, self.people = office, people

    def publish(self, subject: str, title: str, at: dt.datetime, **what: Any) -> Publication | None:
        """None where nothing of it can be published."""
        if subject not in BUILDERS:
            return None
        try:
            made = put_forward(
                office=self.office, subject=subject, title=title, as_role=NAMES[Role.POLICY_OFFICER],
                by=self.people[Role.POLICY_OFFICER], at=at, **what,
            )  # fmt: skip
        except Refusal:
            return None
        return self._decide(made, at)

    def correct(self, publication: Publication | None) -> None:
        """A name wherever it stands is left out, and what is public put right."""
        if publication is None or publication.meeting is None:
            return
        officer = self.people[Role.POLICY_OFFICER]
        redact(
            meeting=publication.meeting, what="name", words=TOLD, category="personal",
            reason="So few that they could be known.", by=officer, at=CORRECTED_AT,
        )  # fmt: skip
        made = correct(
            publication=publication, note=CORRECTION, as_role=NAMES[Role.POLICY_OFFICER], by=officer,
            at=CORRECTED_AT,
        )  # fmt: skip
        self._decide(made, CORRECTED_AT)

    def withdraw(self, publication: Publication | None) -> None:
        if publication is None:
            return
        withdraw(
            office=self.office, publication=publication, note=WITHDRAWAL,
            as_role=NAMES[Role.COMMISSIONER], by=self.people[Role.COMMISSIONER], at=CORRECTED_AT + MINUTE,
        )  # fmt: skip
        deliver_due(at=CORRECTED_AT + MINUTE)

    def _decide(self, made: Publication, at: dt.datetime) -> Publication | None:
        commissioner = self.people[Role.COMMISSIONER]
        for one in open_findings(made):
            if not one["blocks"]:
                officer = self.people[Role.POLICY_OFFICER]
                made = answer(publication=made, key=one["key"], why=STANDS_BECAUSE, by=officer, at=at)
        try:
            decided = decide(publication=made, as_role=NAMES[Role.COMMISSIONER], by=commissioner, at=at)
        except Refusal:
            return None
        deliver_due(at=at)
        if decided.opens_at:
            deliver_due(at=decided.opens_at)
        return decided


def _publish_agenda(publishing: _Publishing, office: Office) -> None:
    """Of the next meeting, which has one."""
    ahead = Meeting.objects.filter(office=office, state=Meeting.State.PLANNED).exclude(items=None)
    meeting = ahead.order_by("date").first()
    if meeting is not None:
        title = f"Agenda: {meeting.forum.name}, {in_words(meeting.date)}"
        publishing.publish(Subject.AGENDA, title, LAST, meeting=meeting)


def _leave_out(office: Office, officer: User) -> None:
    for what, words, category, exemption, reason in LEFT_OUT:
        lines = Entry.objects.filter(meeting__office=office, meeting__date=LEFT_OUT_OF, text__contains=words)
        for line in lines.select_related("meeting")[:1]:
            redact(
                meeting=line.meeting, what=what, entry=line, words=words, category=category,
                exemption=exemption, reason=reason, by=officer, at=FIRST,
            )  # fmt: skip
    date, title, reason = ITEM_LEFT_OUT
    for item in Item.objects.filter(meeting__office=office, meeting__date=date, title=title)[:1]:
        redact(
            meeting=item.meeting, what="item", item=item, category="exemption", reason=reason, by=officer,
            exemption="FOI Act 2000 s.22", at=FIRST,
        )  # fmt: skip
