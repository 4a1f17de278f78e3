"""Which canaries may be public: a column that is in this table, of a row that is open. All others may not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from answerable.meetings.models import Meeting, TopicLink
from answerable.people.models import Tenure
from answerable.publishing.models import Redaction
from tests.leaks.canaries import Planted
from tests.leaks.record import Record

Open = Callable[[Any, Record, int], bool]


@dataclass(frozen=True, slots=True)
class Allowed:
    """Columns of a table whose words are published, of which rows, and why."""

    table: str
    columns: str
    open: Open
    why: str


def of_minutes(row: Any, record: Record, sowing: int) -> bool:
    """Of public minutes as they stand, with nothing of it restricted, left out, drafted or dismissed."""
    return row.meeting_id in record.told_of[sowing] and not closed(row)


def closed(row: Any) -> bool:
    """Is a row, its item, its line or its action restricted, left out whole, or not part of the record?"""
    near = [row, *(getattr(row, name, None) for name in ("item", "entry", "action"))]
    near += [getattr(one, "item", None) for one in near]
    keys = {(type(one).__name__, one.pk) for one in near if one is not None}
    held = Redaction.objects.filter(lifted_at=None, words="")
    gone = {("Entry", key) for key in held.exclude(entry=None).values_list("entry", flat=True)}
    gone |= {("Item", key) for key in held.exclude(item=None).values_list("item", flat=True)}
    marked = any(getattr(one, "restricted", False) or getattr(one, "draft", False) for one in near)
    return bool(keys & gone) or marked or getattr(row, "standing", "") == "dismissed"


def of_action(row: Any, record: Record, sowing: int) -> bool:
    return of_minutes(row.action, record, sowing)


def of_item(row: Any, record: Record, sowing: int) -> bool:
    return of_minutes(row, record, sowing) or of_agenda(row, record, sowing)


def of_agenda(row: Any, record: Record, sowing: int) -> bool:
    return sowing == 1 and row.meeting_id == record.meetings["planned"].pk and not closed(row)


def of_meeting(row: Any, record: Record, sowing: int) -> bool:
    return row.pk in record.told_of[sowing]


def of_planned(row: Any, record: Record, sowing: int) -> bool:
    return sowing == 1 and row.pk == record.meetings["planned"].pk


def of_paper(row: Any, record: Record, sowing: int) -> bool:
    """Of a paper that was accepted and may go out; one is about somebody who is left out."""
    newest = row.versions.order_by("number").last()
    open_file = newest is not None and not newest.document.restricted and "somebody" not in row.title
    return of_agenda(row, record, sowing) and row.state == "accepted" and open_file


def of_exchange(row: Any, record: Record, sowing: int) -> bool:
    """None of the lines that it was made of is left out."""
    made_of = row.meeting.entries.filter(position__in=row.entries)
    return of_minutes(row, record, sowing) and not any(closed(one) for one in made_of)


def of_update(row: Any, record: Record, sowing: int) -> bool:
    return of_minutes(row, record, sowing)


def ours(row: Any, record: Record, sowing: int) -> bool:
    return sowing == 1 and row.office_id == record.office.pk


def the_office(row: Any, record: Record, sowing: int) -> bool:
    return sowing == 1 and row.pk == record.office.pk


def of_force(row: Any, record: Record, sowing: int) -> bool:
    return sowing == 1 and row.force.office_id == record.office.pk


def forum(row: Any, record: Record, sowing: int) -> bool:
    """Its name stands in whatever is published of it, so in what was corrected, too."""
    return row.office_id == record.office.pk


def listed(row: Any, record: Record, sowing: int) -> bool:
    """In a public post on that day; the staff officer is told by capacity."""
    return of_minutes(row, record, sowing) and row.capacity is not None and "Staff" not in row.capacity


def in_post(row: Any, record: Record, sowing: int) -> bool:
    """Holds or held a post, and is not left out."""
    held = Tenure.objects.filter(person=row, post__office=record.office).exists()
    return sowing == 1 and held and record.name not in row.name


def of_tenure(row: Any, record: Record, sowing: int) -> bool:
    return ours(row.post, record, sowing) and in_post(row.person, record, sowing)


def of_measure(row: Any, record: Record, sowing: int) -> bool:
    """Of a measure that is open to all, or of a series or figure of one."""
    one = getattr(row, "measure", None) or getattr(row, "series", None)
    one = getattr(one, "measure", one) or row
    return ours(one, record, sowing) and not one.restricted


def the_measure(row: Any, record: Record, sowing: int) -> bool:
    return ours(row, record, sowing) and not row.restricted


def of_topic(row: Any, record: Record, sowing: int) -> bool:
    """Kept, spoken of in public minutes, and not named like somebody who is left out."""
    spoken = TopicLink.objects.filter(topic=row, meeting__in=_ever_told(record)).exists()
    return ours(row, record, sowing) and row.state == "kept" and spoken and record.name not in row.name


def _ever_told(record: Record) -> list[Meeting]:
    return [record.meetings[name] for name in ("redacted", "restricted", "withdrawn")]


def decided(row: Any, record: Record, sowing: int) -> bool:
    return ours(row, record, sowing) and row.ready


def post(row: Any, record: Record, sowing: int) -> bool:
    """Somebody holds or held it in public."""
    return ours(row, record, sowing) and row.tenures.exists()


def by_hand(row: Any, record: Record, sowing: int) -> bool:
    """Put there by hand, where it is public: no row of a table."""
    del record, sowing
    return row is None


ALLOWED = (
    Allowed("actions.Action", "text", of_minutes, "the words that minutes give an action in"),
    Allowed("actions.ActionDue", "text", of_action, "its date, as printed"),
    Allowed("actions.ActionOwner", "printed", of_action, "its owner, as printed"),
    Allowed("actions.ActionUpdate", "text action_text", of_update, "what minutes say of an earlier action"),
    Allowed("actions.Commitment", "text by dues", of_minutes, "a promise, who gave it, by when"),
    Allowed("meetings.Meeting", "title venue chair", of_meeting, "the head of minutes"),
    Allowed("meetings.Meeting", "theme venue", of_planned, "the head of an agenda"),
    Allowed("meetings.Attendance", "name", listed, "those in a public post, by name"),
    Allowed("meetings.Attendance", "capacity", of_minutes, "everybody, by capacity"),
    Allowed("meetings.Item", "title", of_item, "items of minutes and agendas"),
    Allowed("meetings.Item", "note lead", of_agenda, "what an agenda says of an item"),
    Allowed("meetings.Entry", "text heading speakers", of_minutes, "lines of minutes"),
    Allowed(
        "meetings.Exchange", "question response asked_by answered_by", of_exchange, "what was asked, answered"
    ),
    Allowed("meetings.Figure", "measure text area", of_minutes, "figures that minutes quote"),
    Allowed("meetings.Forum", "name", forum, "what meets"),
    Allowed("offices.Office", "name contact successor", the_office, "who publishes"),
    Allowed("offices.Force", "name", ours, "the force, as the office says"),
    Allowed("offices.Area", "name", of_force, "its areas"),
    Allowed("offices.Body", "name", ours, "partner bodies that public words name"),
    Allowed("papers.BriefingNote", "title", of_paper, "the name of a paper that goes with an agenda"),
    Allowed("papers.file", "shown", by_hand, "what can be seen in that paper"),
    Allowed("people.Person", "name", in_post, "who holds or held a public post"),
    Allowed("people.Post", "title", post, "public posts"),
    Allowed("people.Tenure", "portfolio", of_tenure, "what they answer for"),
    Allowed("measures.Measure", "name source aliases baseline", the_measure, "a measure that is open to all"),
    Allowed("measures.Definition", "text reason", of_measure, "what it counts, and since when"),
    Allowed("measures.Gap", "reason", of_measure, "why figures are missing"),
    Allowed("measures.Line", "words", of_measure, "what it is held against"),
    Allowed("measures.MeasureEvent", "text", of_measure, "what happened, on its chart"),
    Allowed("measures.PhaseChange", "cause", of_measure, "why its level changed"),
    Allowed("measures.Series", "name source", of_measure, "whose figures they are"),
    Allowed("measures.Observation", "note", of_measure, "what is said of a figure"),
    Allowed("topics.Topic", "name", of_topic, "a subject that public minutes speak of"),
    Allowed(
        "publishing.DecisionRecord",
        "title background decision papers taken_by",
        decided,
        "decisions that are ready",
    ),
    Allowed("publishing.DutyMet", "title note", ours, "what meets a duty elsewhere"),
    Allowed("publishing.Publication", "title", by_hand, "what was published"),
)


def may_be_public(planted: Planted, record: Record) -> bool:
    """Is there a line of the table for where a canary was put?"""
    for one in ALLOWED:
        if one.table == planted.table and planted.column in one.columns.split():
            row = _row(planted)
            if one.open(row, record, planted.sowing):
                return True
    return False


def _row(planted: Planted) -> Any:
    if not planted.key:
        return None
    return apps.get_model(planted.table)._default_manager.get(pk=planted.key)


def public_letters(record: Record) -> Mapping[str, Planted]:
    """The canaries that may be public as the record stands now."""
    return {
        one: at
        for one, at in record.garden.planted.items()
        if one not in record.secret and may_be_public(at, record)
    }
