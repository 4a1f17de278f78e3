"""A record with a canary in everything: published, then corrected and withdrawn by the real operations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from answerable.accounts.models import User
from answerable.meetings.models import Entry, Meeting
from answerable.offices.models import Office
from answerable.publishing.models import Publication, Redaction
from answerable.publishing.operations import correct, decide, deliver_due, drop, put_forward, withdraw
from answerable.publishing.operations.redacting import redact
from tests import factories as make
from tests import measuring, publish
from tests.leaks import rows
from tests.leaks.canaries import Garden, whole
from tests.permissions.places import unpublished

HOUR = dt.timedelta(hours=1)
DAYS = {
    "redacted": "2019-03-12", "restricted": "2019-03-26", "withdrawn": "2018-07-03",
    "embargoed": "2019-01-15", "dropped": "2018-10-09", "planned": "2019-07-09",
}  # fmt: skip
KEPT = ("publishing.Publication", "publishing.Frozen", "publishing.Address", "publishing.Redaction")
"""What the second sowing leaves: what was decided does not change any more."""


@dataclass
class Record:
    """``secret``: letters of what is left out of public minutes. ``told_of``: by sowing, the keys of the
    meetings whose words of that sowing are public. ``people``: who puts forward, who decides. ``name`` is
    left out wherever it stands, ``unsaid`` of an agenda's papers."""

    garden: Garden
    office: Office
    meetings: dict[str, Meeting]
    people: tuple[User, User]
    name: str
    unsaid: str
    secret: set[str] = field(default_factory=set)
    told_of: dict[int, set[int]] = field(default_factory=lambda: {1: set(), 2: set()})
    now: dt.datetime = publish.AT


def published() -> Record:
    """Everything sown, things of every kind left out, and all that is ready published."""
    record = drafted()
    leave_out(record)
    publish_all(record)
    return record


def drafted() -> Record:
    """The record before anything is decided, with a canary in every text."""
    office, garden = unpublished().office, Garden()
    name = f"Xanthe {garden.plant('people.Person.name (left out)')}"
    people = (publish.first_person(), publish.second_person())
    held = Meeting.objects.filter(office=office)
    _more({key: held.get(date=day) for key, day in DAYS.items()}, name)
    unsaid = garden.plant("papers.file.left out")
    rows.papers(held.get(date=DAYS["planned"]), garden, unsaid)
    rows.in_the_machine(garden)
    rows.originals(garden)
    garden.sow()
    record = Record(garden, office, {}, people, name, unsaid)
    _again(record)
    return record


def _more(meetings: dict[str, Meeting], name: str) -> None:
    """A name that is to be left out wherever it stands, and what lies behind minutes and decisions."""
    of = meetings["redacted"]
    rows.behind_the_minutes(meetings["planned"])
    make.attend(of, "Vera Notewell", "Staff officer", "")
    make.tenure(name, "Assistant Chief Constable", "2018-01-01", abbreviation="ACC")
    make.attend(of, name, "Assistant Chief Constable", "ACC")
    Meeting.objects.filter(pk=of.pk).update(chair=name)
    item = make.item(of, "4", f"The report of {name}")
    said = make.entry(item, "note", f"{name} was thanked.", [name])
    make.action(item, f"DCC to write to {name} by June.", [name, "DCC"], "2019-06-01")
    make.promise(said, [name], f"{name} will be asked by May", "2019-05-20")
    gone = make.promise(said, ["DCC"], "Nobody promised this", "2019-05-21")
    type(gone).objects.filter(pk=gone.pk).update(standing="dismissed")
    ask = make.entry(item, "question", f"The PCC asked when {name} came.", ["PCC"])
    make.exchange(ask, make.entry(item, "response", f"The CC said that {name} came late.", ["CC"]))
    measuring.quoted(item, f"For {name} it was 41%.", 41)
    five = make.item(meetings["restricted"], "5", "Rural crime")
    make.entry(five, "note", "The PCC thanked all.")
    make.entry(
        five, "note", "A farm was named.", restricted=True, marking="restricted", marking_why="operational"
    )
    closed = make.item(meetings["planned"], "9", "A private matter")
    type(closed).objects.filter(pk=closed.pk).update(
        restricted=True,
        marking="restricted",
        marking_why="personal",
        note="Nobody else comes.",
        lead="The DCC",
    )
    make.topic(name, [said], state="kept")
    make.topic("Letters", list(of.entries.exclude(item=None)[:1]), state="kept")
    rows.decisions()


def _again(record: Record) -> None:
    """The rows as they stand now."""
    record.office = Office.objects.get(pk=record.office.pk)
    for one in record.people:
        one.refresh_from_db()
    held = Meeting.objects.filter(office=record.office)
    record.meetings = {key: held.get(date=day) for key, day in DAYS.items()}


def leave_out(record: Record) -> None:
    """Words of a line, a name, a whole line, an item, of minutes that are public; each with its reason."""
    of = record.meetings["redacted"]
    lines = list(of.entries.exclude(item=None).order_by("position"))
    item = of.items.get(number="2")
    left_out = [
        {"what": "words", "entry": lines[0], "words": sown(record, Entry, "text", lines[0].pk, 1)},
        {"what": "entry", "entry": lines[1]},
        {"what": "item", "item": item},
        {"what": "name", "words": record.name},
    ]
    for one in left_out:
        _redact(record, of, **one)
    _redact(record, record.meetings["planned"], what="name", words=record.unsaid)
    texts = f"{record.name} {lines[0].text} {lines[1].text} {item.title}"
    record.secret |= record.garden.found_in(texts.encode())


def _redact(record: Record, of: Meeting, **what: Any) -> None:
    plant = record.garden.plant
    redact(
        meeting=of, category="personal", reason=f"Because of {plant('publishing.Redaction.reason')}.",
        exemption=plant("publishing.Redaction.exemption"), by=record.people[0], at=record.now, **what,
    )  # fmt: skip


def sown(record: Record, model: Any, column: str, key: int, sowing: int) -> str:
    """The canary that was sown there."""
    wanted = (model._meta.label, column, key, sowing)
    held = record.garden.planted.items()
    return whole(next(one for one, at in held if (at.table, at.column, at.key, at.sowing) == wanted))


def publish_all(record: Record) -> None:
    meetings = record.meetings
    _through(record, "office")
    for name in ("redacted", "restricted", "withdrawn"):
        _through(record, "minutes", meetings[name])
        record.told_of[1].add(meetings[name].pk)
    _through(record, "agenda", meetings["planned"])
    for subject in ("people", "register", "measures", "topics", "decision", "scheme"):
        _through(record, subject)
    _through(record, "minutes", meetings["embargoed"], opens_at=record.now + 20 * HOUR)
    why = record.garden.plant("publishing.Publication.why_dropped")
    dropped = _put(record, "minutes", meetings["dropped"])
    drop(publication=dropped, why=why, by=record.people[1], at=record.now)
    _put(record, "minutes", meetings["dropped"])
    deliver_due(at=record.now)


def _put(record: Record, subject: str, of: Meeting | None = None, **more: Any) -> Publication:
    waits = of in (record.meetings["embargoed"], record.meetings["dropped"])
    place = f"publishing.Publication.title{' (not public)' if waits else ''}"
    made = put_forward(
        office=record.office, subject=subject, meeting=of, title=f"Something of {record.garden.plant(place)}",
        as_role="policy officer", by=record.people[0], at=record.now, **more,
    )  # fmt: skip
    publish.let_stand(made)
    if made.findings:
        said = record.garden.plant("publishing.Publication.findings")
        made.findings = [{**one, "why": said, "by": said, "at": ""} for one in made.findings]
        made.save(update_fields=["findings"])
    return made


def _through(record: Record, subject: str, of: Meeting | None = None, **more: Any) -> None:
    """Put forward by one, decided by another, handed over."""
    made = _put(record, subject, of, **more)
    decide(publication=made, as_role="commissioner", by=record.people[1], at=record.now)
    deliver_due(at=record.now)


def go_on(record: Record) -> None:
    """Every text is written anew, with another canary; one meeting is corrected, one withdrawn."""
    record.garden.sow(2, leaving=KEPT)
    _again(record)
    of = record.meetings["redacted"]
    words = Redaction.objects.get(meeting=of, what="words", lifted_at=None)
    words.words = sown(record, Entry, "text", words.entry_id or 0, 2)
    words.save(update_fields=["words"])
    record.now += HOUR
    last = of.entries.filter(kind="note").order_by("position").last()
    assert last
    _redact(record, of, what="entry", entry=last)
    record.secret |= record.garden.found_in(last.text.encode())
    record.secret |= _left_out(of, record.garden)
    _correct(record, of)
    withdraw(
        publication=_brought(record, "withdrawn"), office=record.office, note="It should not be read.",
        as_role="commissioner", by=record.people[1], at=record.now,
    )  # fmt: skip
    deliver_due(at=record.now)
    record.told_of = {1: {record.meetings["restricted"].pk}, 2: {of.pk}}


def _left_out(of: Meeting, garden: Garden) -> set[str]:
    """What is in the words, lines and items that are left out of a meeting, as they are written now."""
    held = Redaction.objects.filter(meeting=of, lifted_at=None).select_related("entry", "item")
    texts = [
        one.words or (one.entry.text if one.entry else one.item.title if one.item else "") for one in held
    ]
    return garden.found_in(" ".join(texts).encode())


def _correct(record: Record, of: Meeting) -> None:
    made = correct(
        publication=_brought(record, "redacted"), note="A name was wrong.", as_role="policy officer",
        by=record.people[0], at=record.now,
    )  # fmt: skip
    decide(
        publication=publish.let_stand(made), as_role="commissioner", by=record.people[1], at=record.now
    )  # fmt: skip


def _brought(record: Record, meeting: str) -> Publication:
    return Publication.objects.get(
        subject="minutes", meeting=record.meetings[meeting], state="decided", doing="publish"
    )
