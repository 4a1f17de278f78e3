"""Publications, row by row or through the whole way: put forward, decided, and taken by the public store."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.accounts.models import User
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Entry, Item, Meeting
from answerable.publishing.models import DecisionRecord, DutyMet, Publication, Redaction
from answerable.publishing.operations import decide, deliver_due, put_forward
from tests import factories as make
from tests.signing import person_with

AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)


def first_person() -> User:
    return person_with(Role.POLICY_OFFICER, make.office(), "Petra Forward")


def second_person() -> User:
    return person_with(Role.COMMISSIONER, make.office(), "Dara Decides")


def put(subject: str = "minutes", of: Meeting | None = None, **more: Any) -> Publication:
    """Something put forward, not decided; what the checks ask is answered (``asked=True``: is not)."""
    asked = more.pop("asked", False)
    made = put_forward(
        office=make.office(), subject=subject, meeting=of, at=more.pop("at", AT),
        by=more.pop("by", None) or first_person(),
        title=more.pop("title", str(of or subject)), as_role="policy officer", **more,
    )  # fmt: skip
    return made if asked else let_stand(made)


def let_stand(made: Publication) -> Publication:
    """Answer whatever the checks ask of something that was put forward."""
    if made.scanned_at is None and not any(one["blocks"] for one in made.findings):
        said = {"answer": "stands", "why": "It is made up.", "by": made.put_forward_by_id, "at": str(AT)}
        made.findings = [{**one, **said} for one in made.findings]
        made.scanned_at = made.put_forward_at
        made.save(update_fields=["findings", "scanned_at"])
    return made


def published(subject: str = "minutes", of: Meeting | None = None, **more: Any) -> Publication:
    """Something published by two people; the office itself first, where it is not yet."""
    if (
        subject != "office"
        and not Publication.objects.filter(office=make.office(), subject="office").exists()
    ):
        published("office")
    made = put(subject, of, **more)
    decided = decide(publication=made, as_role="commissioner", by=second_person(), at=made.put_forward_at)
    deliver_due(at=made.put_forward_at)
    assert decided.opens_at or Publication.objects.get(pk=decided.pk).taken_at, "the log says why"
    return decided


def redaction(
    meeting: Meeting, words: str = "", *, entry: Entry | None = None, item: Item | None = None, **more: Any
) -> Redaction:
    what = more.pop("what", "item" if item else ("words" if words else "entry") if entry else "name")
    return Redaction.objects.create(
        office=meeting.office, meeting=meeting, entry=entry, item=item, words=words, what=what,
        category=more.pop("category", "personal"), reason=more.pop("reason", "It names somebody."),
        at=AT, by=make.user(), **more,
    )  # fmt: skip


def decision_record(number: str = "01/30/04/2019", **more: Any) -> DecisionRecord:
    values = {
        "title": "A grant for the hostel", "taken_by": "Police and Crime Commissioner", "ready": True,
        "taken_on": dt.date(2019, 4, 30), "decision": "£20,000 for one year.", **more,
    }  # fmt: skip
    return DecisionRecord.objects.create(office=make.office(), number=number, at=AT, by=make.user(), **values)


def published_wholes(meeting: Meeting) -> None:
    """Whatever is published whole, with a topic of the meeting's first line."""
    make.topic("Telephone calls", [meeting.entries.exclude(item=None)[0]], state="kept")
    for subject in ("topics", "measures", "people", "decision"):
        published(subject)


def duty_met(duty: str, title: str = "The register of interests", **more: Any) -> DutyMet:
    return DutyMet.objects.create(
        office=make.office(), duty=duty, title=title, address="https://wyvern-valley.example/interests",
        at=AT, by=make.user(), **more,
    )  # fmt: skip
