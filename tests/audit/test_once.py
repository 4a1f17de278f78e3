"""Every outermost write of today leaves exactly one event, and that names what it changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from answerable.actions.models import ActionUpdate
from answerable.actions.operations import accept_update, reject_update, relink
from answerable.audit.models import Event
from answerable.audit.operations import change_key, erase, record, record_view, sign_head
from answerable.intake.models import Candidate, Correction, ImportedFile
from answerable.intake.operations import (
    accept_candidate,
    correct_line,
    drop_candidate,
    import_records,
    refuse_file,
)
from answerable.meetings.models import Forum
from answerable.meetings.operations import settle_warning, succeed_forum
from answerable.offices.operations import make_office
from answerable.topics.models import Topic
from answerable.topics.operations import decide_topic
from answerable.workspace.forums.operations import decide_succession
from answerable.workspace.review.operations import put_right
from tests import factories as make
from tests.audit.chains import harm
from tests.audit.once import Watch
from tests.intake.bringing import AT, bring, bring_minutes, minutes, office, the_meeting, user
from tests.records import action, item, note, update
from tests.records import record as meeting_record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

MARCH = meeting_record(
    "2024-03-12", item("1", "Call handling"), note("Nine seconds."),
    action("CC to publish the figures", "CC"), action("Bring the survey back", "CC"),
)  # fmt: skip
JUNE = meeting_record(
    "2024-06-11", item("1", "Matters arising"), note("Heard."),
    update("Progress.", "CC to publish the figures of the year", "2024-03", "1"),
)  # fmt: skip
OTHER = meeting_record("2024-03-12", item("1", "Call handling"), note("A better version."))


def record_twice() -> None:
    with transaction.atomic():
        record(by=None, at=AT, operation="one", summary="One")
        record(by=None, at=AT, operation="two", summary="Two")


def write_late() -> None:
    with transaction.atomic():
        record(by=None, at=AT, operation="one", summary="One")
        make.forum()


def last() -> tuple[str, set[tuple[str, int]]]:
    event = Event.objects.latest("id")
    return event.operation, set(event.named)


def test_two_events_in_one_write_are_caught(one_event_a_write: Watch) -> None:
    with pytest.raises(AssertionError, match="one write, 2 events"):
        record_twice()


def test_a_write_without_an_event_is_caught(one_event_a_write: Watch) -> None:
    with pytest.raises(AssertionError, match="a write without an event"):
        succeed_forum(forum=make.forum(), succeeds=None, by=user(), at=AT)  # a part of a larger write


def test_a_write_behind_its_event_is_caught(one_event_a_write: Watch) -> None:
    with pytest.raises(AssertionError, match="wrote after its event"):
        write_late()


@pytest.fixture
def brought() -> dict[str, Any]:
    """What the operations below are about; made before anybody watches."""
    bring_minutes(minutes(MARCH))
    meeting = the_meeting()
    warning = meeting.warnings.first() or meeting.warnings.create(
        office=meeting.office, position=900, code="owner-missing", message="No owner.", source=[]
    )
    return {"meeting": meeting, "warning": warning}


def test_importing(one_event_a_write: Watch) -> None:
    bring_minutes(minutes(MARCH))
    assert one_event_a_write.over == ["intake.import_file", "intake.finish_import"]
    file, meeting = ImportedFile.objects.get(), the_meeting()
    events = Event.objects.order_by("id")
    assert set(events[0].named) == {
        ("intake.importedfile", file.pk), ("documents.document", file.document_id),
        ("meetings.forum", meeting.forum_id), ("meetings.meeting", meeting.pk),
    }  # fmt: skip
    assert set(events[1].named) == {("offices.office", meeting.office_id), ("meetings.meeting", meeting.pk)}
    bring_minutes(minutes(MARCH))
    assert len(one_event_a_write.over) == 2, "nothing new, no event"
    bring_minutes(minutes(MARCH), again=True)
    refuse_file(office=office(), name="a.pdf", sha256="1" * 64, reason="No pages.", by=user(), at=AT)
    assert one_event_a_write.over[2:] == ["intake.import_file", "intake.finish_import", "intake.import_file"]
    assert harm() == []


def test_importing_records_and_what_waits(one_event_a_write: Watch) -> None:
    bring(MARCH, JUNE, OTHER)
    waiting = Candidate.objects.get()
    assert ("intake.candidate", waiting.pk) in Event.objects.filter(operation="intake.import_file")[0].named
    accept_candidate(candidate=waiting, by=user(), at=AT)
    operation, named = last()
    assert operation == "intake.accept_candidate"
    assert {("intake.candidate", waiting.pk), ("meetings.meeting", the_meeting().pk)} < named
    bring(MARCH | {"warnings": []}, meeting_record("2024-03-12", note("A third.")))
    drop_candidate(candidate=Candidate.objects.filter(state="waiting")[0], by=user(), at=AT)
    assert last()[0] == "intake.drop_candidate"


def test_deciding_about_updates(one_event_a_write: Watch) -> None:
    bring(MARCH, JUNE)
    told = ActionUpdate.objects.get()
    first, second = the_meeting().actions.order_by("position")
    accept_update(update=told, action=first, by=user(), at=AT)
    accept_update(update=told, action=second, by=user(), at=AT)
    assert last() == (
        "actions.accept_update",
        {("actions.actionupdate", told.pk), ("actions.action", first.pk), ("actions.action", second.pk)},
    )
    reject_update(update=told, by=user(), at=AT)
    assert last()[1] == {("actions.actionupdate", told.pk), ("actions.action", second.pk)}
    relink(office=office(), by=user(), at=AT)
    assert last() == ("actions.relink", {("offices.office", office().pk)})


def test_correcting_a_line(brought: dict[str, Any], one_event_a_write: Watch) -> None:
    meeting = brought["meeting"]
    correct_line(meeting=meeting, part="entries", position=0, field="kind", new="decision", by=user(), at=AT)
    made = Correction.objects.get()
    assert last() == (
        "intake.correct_line",
        {("meetings.meeting", meeting.pk), ("intake.correction", made.pk)},
    )


def test_putting_a_line_right_is_one_event_for_all_of_it(
    brought: dict[str, Any], one_event_a_write: Watch
) -> None:
    meeting, warning = brought["meeting"], brought["warning"]
    before = Event.objects.count()
    put_right(
        meeting=meeting, part="actions", position=0, typed={"text": "Publish it", "owners": "ACC"}, seen=None,
        warning=warning.pk, by=user(), at=AT,
    )  # fmt: skip
    assert Event.objects.count() == before + 1
    operation, named = last()
    assert operation == "review.put_right"
    corrections = {("intake.correction", one.pk) for one in Correction.objects.all()}
    assert len(corrections) == 2
    assert corrections | {("meetings.meeting", meeting.pk)} <= named
    details = Event.objects.latest("id").details
    assert details["fields"]["text"] == {"old": "CC to publish the figures", "new": "Publish it"}


def test_settling_a_doubt(brought: dict[str, Any], one_event_a_write: Watch) -> None:
    settle_warning(warning=brought["warning"], by=user(), at=AT)
    assert last() == ("meetings.settle_warning", {("meetings.warning", brought["warning"].pk)})


def test_deciding_a_succession(brought: dict[str, Any], one_event_a_write: Watch) -> None:
    forum = brought["meeting"].forum
    with transaction.atomic():
        earlier = Forum.objects.create(office=forum.office, name="An earlier board", slug="earlier")
        record(by=None, at=AT, operation="test", summary="Made", about=earlier)
    decide_succession(forum=forum, succeeds=earlier, by=user(), at=AT)
    assert last() == (
        "meetings.succeed_forum",
        {("meetings.forum", forum.pk), ("meetings.meeting", brought["meeting"].pk)},
    )


def test_deciding_about_a_topic(one_event_a_write: Watch) -> None:
    with transaction.atomic():
        topic = Topic.objects.create(office=office(), key="calls", name="Calls", why="", score=1)
        record(by=None, at=AT, operation="test", summary="Made", about=topic)
    decide_topic(topic=topic, keep=True, by=user(), at=AT)
    assert last() == ("topics.decide_topic", {("topics.topic", topic.pk)})


def test_making_an_office(one_event_a_write: Watch) -> None:
    made = make_office(name="Wyvern Hills", by=user(), at=AT)
    assert last() == ("offices.make_office", {("offices.office", made.pk)})


def test_the_trail_itself(one_event_a_write: Watch) -> None:
    record_view(by=user(), at=AT, about=user(), office_id=None, what="a restricted entry")
    erase(sequences=[1], reason="A name.", by=None, at=AT)
    sign_head(at=AT)
    sign_head(at=AT)
    change_key(by=None, at=AT)
    assert one_event_a_write.over == ["view", "audit.erase", "audit.first_key", "audit.change_key"]
    assert harm() == []


def test_an_import_that_fails_leaves_none(one_event_a_write: Watch) -> None:
    def broken() -> Any:
        raise RuntimeError
        yield

    with pytest.raises(RuntimeError):
        import_records(office=office(), name="a.jsonl", sha256="0" * 64, records=broken(), by=user(), at=AT)
    assert one_event_a_write.over == []
    assert not Event.objects.exists()
