"""Minutes that come as a file for a day that is on the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.agendas.models import Question
from answerable.core.refusal import Refusal
from answerable.intake.models import Candidate
from answerable.intake.operations import accept_candidate
from answerable.meetings.models import Deadline, Forum, Item, Meeting
from answerable.meetings.operations import cancel_planned, ensure_forum, move_meeting, plan_meeting
from tests.intake.bringing import AT, bring, office, user
from tests.records import action, item, note
from tests.records import record as meeting_record

pytestmark = pytest.mark.django_db

DAY = dt.date(2024, 3, 12)
MARCH = meeting_record(
    "2024-03-12", item("1", "Matters arising"), note("None."), item("2", "Call handling"),
    note("Nine seconds."), action("CC to publish the figures", "CC"),
)  # fmt: skip


@pytest.fixture
def forum() -> Forum:
    return ensure_forum(office=office(), name=MARCH["meeting"]["forum"], by=user(), at=AT)


@pytest.fixture
def planned(forum: Forum) -> Meeting:
    return plan_meeting(forum=forum, date=DAY, kind="thematic", theme="Call handling", by=user(), at=AT)


def agenda(meeting: Meeting, *titles: str) -> list[Item]:
    return [
        Item.objects.create(meeting=meeting, position=at, title=title, kind="other", origin="written")
        for at, title in enumerate(titles)
    ]


def test_they_become_those_of_the_planned_meeting(planned: Meeting) -> None:
    (outcome,) = bring(MARCH)
    assert (outcome.state, outcome.meetings, outcome.candidates) == ("imported", 1, 0)
    held = Meeting.objects.get()
    assert held.pk == planned.pk
    assert (held.state, held.theme, held.settled) == ("held", "Call handling", True)
    assert held.actions.count() == 1
    assert held.entries.count() == 3


def test_the_plans_kind_stays_where_the_minutes_name_none(planned: Meeting) -> None:
    bring(MARCH)
    assert Meeting.objects.get().kind == "thematic"


def test_what_was_due_with_the_minutes_is_done(planned: Meeting) -> None:
    bring(MARCH)
    assert Deadline.objects.get(kind="minutes").met_at == AT
    assert Deadline.objects.filter(met_at=None).count() == 3


def test_an_item_of_the_agenda_stays_itself_under_its_title(planned: Meeting) -> None:
    calls, other, arising = agenda(planned, "Call handling.", "Estates", "Matters arising")
    question = Question.objects.create(
        office=office(), forum=planned.forum, meeting=planned, item=calls, text="Why so long?", taken_at=AT,
        taken_by=user(),
    )  # fmt: skip
    bring(MARCH)
    assert list(planned.items.values_list("pk", "title")) == [
        (arising.pk, "Matters arising"), (calls.pk, "Call handling"),
    ]  # fmt: skip
    assert not Item.objects.filter(pk=other.pk).exists()
    question.refresh_from_db()
    assert question.item_id == calls.pk


def test_the_day_that_a_meeting_was_moved_to_counts(planned: Meeting) -> None:
    move_meeting(meeting=planned, to=dt.date(2024, 3, 19), why="Inquest", by=user(), at=AT)
    bring(MARCH)
    assert Meeting.objects.count() == 2
    assert Meeting.objects.get(date=DAY).state == "held"
    assert Meeting.objects.get(pk=planned.pk).state == "planned"


def test_minutes_that_are_written_here_are_not_touched(planned: Meeting) -> None:
    Meeting.objects.update(minutes_state="draft", state="held")
    (outcome,) = bring(MARCH)
    assert (outcome.state, outcome.reason) == ("waiting", "Minutes of this meeting are being written here.")
    assert not planned.entries.exists()
    with pytest.raises(Refusal, match="They are not replaced by a file"):
        accept_candidate(candidate=Candidate.objects.get(), by=user(), at=AT)
    assert not planned.entries.exists()


def test_nor_while_the_meeting_still_counts_as_planned(planned: Meeting) -> None:
    Meeting.objects.update(minutes_state="draft")
    assert bring(MARCH)[0].state == "waiting"


def test_minutes_of_a_cancelled_meeting_wait_for_a_person(planned: Meeting) -> None:
    cancel_planned(meeting=planned, why="Inquest", onto=None, took={}, by=user(), at=AT)
    (outcome,) = bring(MARCH)
    assert outcome.reason == "The plan says that this meeting was cancelled."
    accept_candidate(candidate=Candidate.objects.get(), by=user(), at=AT)
    assert Meeting.objects.get().state == "held"


def test_a_second_file_for_the_day_waits_as_ever(planned: Meeting) -> None:
    other = meeting_record("2024-03-12", item("1", "Call handling"), note("A better version."))
    first, second = bring(MARCH, other)
    assert (first.state, second.state) == ("imported", "waiting")
    assert second.reason == "Another record of this meeting is held already."


def test_the_same_file_again_changes_nothing(planned: Meeting) -> None:
    bring(MARCH)
    assert bring(MARCH)[0].state == "known"
    assert Meeting.objects.count() == 1


def test_a_forum_is_found_by_the_name_it_was_given_since(forum: Forum) -> None:
    Forum.objects.update(name="Performance Board")
    assert ensure_forum(office=office(), name="performance board", by=user(), at=AT) == forum
    assert ensure_forum(office=office(), name=MARCH["meeting"]["forum"], by=user(), at=AT) == forum
