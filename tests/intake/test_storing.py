"""What comes in is held as it came: every part of a record, once."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action
from answerable.audit.models import Event
from answerable.intake.models import Candidate, ImportedFile
from answerable.intake.operations import refuse_file
from answerable.intake.queries import record_of
from answerable.meetings.models import Forum, Meeting
from answerable.search.models import SearchRow
from tests.intake.bringing import (
    AT,
    bring,
    bring_file,
    bring_minutes,
    finish,
    minutes,
    office,
    state,
    the_action,
    the_meeting,
    user,
)
from tests.records import action, commitment, exchange, figure, item, note, record, update, warning

pytestmark = pytest.mark.django_db

MARCH = record(
    "2024-03-12",
    item("1", "Matters arising", "matters_arising"),
    update("The plan was shared.", "CC to share the plan", "2024-02", "1", "complete"),
    item("2", "Call handling"),
    note("The board met.", "note", "PCC"),
    exchange("How long do callers wait?", "Nine seconds."),
    action("CC to publish the figures", "CC", due="2024-04-30"),
    action("Bring the survey back once it is done", due_text="once it is done"),
    commitment("We will publish by June.", due="2024-06-30"),
    figure("Answered in ten seconds", 91.5),
    warning("owner-missing", "An action has no owner."),
    chair="Morgan Reeve",
)


def test_every_part_of_a_record_is_held() -> None:
    bring(MARCH)
    held = record_of(the_meeting())
    assert {**held, "source": None} == {**MARCH, "source": None}


def test_the_same_file_twice_adds_nothing() -> None:
    bring(MARCH)
    before, events = state(), Event.objects.count()
    outcomes = bring(MARCH)
    assert [one.state for one in outcomes] == ["known"]
    assert state() == before
    assert Event.objects.count() == events


def test_the_same_record_in_another_file_adds_nothing() -> None:
    bring(MARCH)
    before = state()
    outcome = bring_file(MARCH, record("2024-05-14", note("May.")), name="both.jsonl")
    finish()
    assert (outcome.meetings, outcome.candidates) == (1, 0)
    assert {**state()["records"], **before["records"]} == state()["records"]


def test_another_record_of_a_meeting_that_is_held_waits() -> None:
    bring(MARCH)
    before = state()
    outcome = bring(record("2024-03-12", note("Another version.")))[0]
    assert (outcome.state, outcome.meetings) == ("waiting", 0)
    assert outcome.reason == "Another record of this meeting is held already."
    assert state() == before
    waiting = Candidate.objects.get()
    assert (waiting.meeting, waiting.state) == (the_meeting(), "waiting")
    assert ImportedFile.objects.get(pk=waiting.file_id).state == "waiting"


def test_two_records_of_one_meeting_in_one_file_are_one_meeting_and_one_that_waits() -> None:
    outcome = bring_file(MARCH, record("2024-03-12", note("Another version.")))
    assert (outcome.state, outcome.meetings, outcome.candidates) == ("imported", 1, 1)


def test_forums_may_meet_on_one_day() -> None:
    bring(MARCH, record("2024-03-12", note("Elsewhere."), forum="Governance Board"))
    assert Meeting.objects.count() == 2


def test_capitals_and_punctuation_do_not_make_another_forum() -> None:
    bring(MARCH, record("2024-05-14", forum="ASSURANCE MEETING."))
    assert [str(one) for one in Forum.objects.all()] == ["Assurance Meeting"]


def test_the_forum_that_is_named_goes_before_the_title() -> None:
    bring_file(MARCH, forum="Scrutiny Board")
    assert str(the_meeting().forum) == "Scrutiny Board"


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (record(None, note("When?")), "The minutes have no date: say on which day the meeting was."),
        (
            record("2024-05-14", note("Who?"), forum=None),
            "The minutes do not name their forum: say which it is.",
        ),
    ],
)
def test_what_cannot_be_placed_waits_and_makes_no_forum(made: dict, reason: str) -> None:  # type: ignore[type-arg]
    outcome = bring(made)[0]
    assert (outcome.state, outcome.reason) == ("waiting", reason)
    assert not Meeting.objects.exists()
    assert not Forum.objects.exists()


def test_a_note_of_a_cancelled_meeting_is_a_cancelled_meeting() -> None:
    bring(record("2024-04-09", note("This meeting was cancelled."), people=[]))
    assert the_meeting("2024-04-09").state == "cancelled"


def test_numbers_are_given_in_order_of_date_whatever_the_order_of_files() -> None:
    later = record("2024-05-14", action("CC to report on the pilot", "CC"))
    for one in (later, MARCH):
        bring_file(one)
    finish()
    given = Action.objects.order_by("number").values_list("number", "text")
    assert list(given) == [
        ("A-0001", "CC to publish the figures"),
        ("A-0002", "Bring the survey back once it is done"),
        ("A-0003", "CC to report on the pilot"),
    ]


def test_a_number_is_never_given_twice() -> None:
    bring(MARCH)
    Action.objects.all().delete()
    bring(record("2024-05-14", action("CC to report on the pilot", "CC")))
    assert the_action("CC to report on the pilot").number == "A-0003"


def test_a_due_is_held_with_its_words_and_its_day() -> None:
    bring(MARCH)
    dated, undated = (
        the_action("CC to publish the figures"),
        the_action("Bring the survey back once it is done"),
    )
    assert [(one.text, one.date, one.precision) for one in dated.dues.all()] == [
        ("by 2024-04-30", dt.date(2024, 4, 30), "day")
    ]
    assert [(one.text, one.date, one.precision) for one in undated.dues.all()] == [
        ("once it is done", None, "event")
    ]
    assert (dated.due, undated.due) == (dt.date(2024, 4, 30), None)


def test_a_warning_stands_beside_the_line_that_it_is_about() -> None:
    bring(MARCH)
    doubt = the_meeting().warnings.get()
    assert doubt.entry is not None
    assert doubt.entry.text == "Answered in ten seconds 91.5%"
    assert doubt.item == doubt.entry.item


def test_an_original_is_kept_with_its_text() -> None:
    bring_minutes(minutes(MARCH, b"Assurance Meeting, 12 March 2024\nThe board met."))
    document = the_meeting().document
    assert document is not None
    with document.content.open() as content:
        assert content.read() == b"Assurance Meeting, 12 March 2024\nThe board met."
    assert document.text.endswith("The board met.")
    assert document.content.name.endswith(document.sha256)


def test_a_file_that_was_refused_is_kept_with_its_reason_and_tried_again() -> None:
    read = minutes(MARCH)
    for _ in range(2):
        refuse_file(office=office(), name="minutes.txt", sha256=read.sha256, reason="No.", by=user(), at=AT)
    assert ImportedFile.objects.get().reason == "No."
    assert bring_minutes(read).state == "imported"
    assert (ImportedFile.objects.get().state, ImportedFile.objects.get().reason) == ("imported", "")


def test_each_outermost_operation_leaves_one_event_with_who_and_when() -> None:
    bring(MARCH)
    events = Event.objects.order_by("id").values_list("operation", "by__name", "at")
    assert list(events) == [
        ("intake.import_file", "Robin Ashe", AT),
        ("intake.finish_import", "Robin Ashe", AT),
    ]


def test_what_was_said_can_be_searched_for() -> None:
    bring(MARCH)
    found = dict(SearchRow.objects.filter(kind="action").values_list("text", "title"))
    assert set(found) == {"CC to publish the figures", "Bring the survey back once it is done"}
    assert SearchRow.objects.filter(kind="entry", text="Nine seconds.").exists()
    assert SearchRow.objects.filter(kind="person", title="Asha Dunmore").exists()
