"""What was restricted stays so when its file is read again, wherever it stands now."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from answerable.actions.models import Action, Commitment
from answerable.core.permissions.markings import Marking
from answerable.intake.operations import correct_line, mark
from answerable.meetings.models import Entry, Exchange, Figure, Item, Meeting
from answerable.search.models import SearchRow
from tests.intake.bringing import AT, bring_minutes, minutes, the_meeting, user
from tests.records import action, commitment, exchange, figure, item, note, record

pytestmark = pytest.mark.django_db

SECRET = "The board met in private."
MARCH = record(
    "2024-03-12",
    item("1", "Call handling"),
    note("The figures were noted.", "note", "PCC"),
    note(SECRET, "note", "PCC"),
    item("2", "Operation Heron"),
    exchange("How long do callers wait?", "Nine seconds."),
    action("CC to publish the figures", "CC", due="2024-04-30"),
    commitment("We will publish by June.", due="2024-06-30"),
    figure("Answered in ten seconds", 91.5),
)


@pytest.fixture
def meeting() -> Meeting:
    bring_minutes(minutes(MARCH))
    return the_meeting()


def restrict(row: Any, marking: Marking = Marking.RESTRICTED) -> None:
    mark(row=row, marking=marking, why="operational", note="", by=user(), at=AT)


def test_an_item_takes_everything_that_was_made_of_it(meeting: Meeting) -> None:
    restrict(meeting.items.get(number="2"))
    for model in (Action, Commitment, Exchange, Figure):
        rows = model._default_manager.filter(meeting=meeting)
        assert rows.exists()
        assert not rows.filter(restricted=False).exists(), model
    assert set(meeting.entries.filter(restricted=False).values_list("item__number", flat=True)) == {"1"}
    assert meeting.document
    meeting.document.refresh_from_db()
    assert meeting.document.restricted
    open_rows = SearchRow.objects.filter(meeting_id=meeting.pk, marking="open")
    assert not open_rows.filter(title="Operation Heron").exists()
    assert not open_rows.filter(kind="action").exists()


def test_opened_again_all_of_it_is_open(meeting: Meeting) -> None:
    two = meeting.items.get(number="2")
    restrict(two)
    restrict(two, Marking.OPEN)
    for model in (Item, Entry, Action, Commitment, Exchange, Figure):
        assert not model._default_manager.filter(restricted=True).exists(), model
    assert not SearchRow.objects.filter(marking="restricted").exists()


def test_it_stays_where_its_words_are_when_the_file_is_read_again(meeting: Meeting) -> None:
    restrict(meeting.entries.get(text=SECRET))
    bring_minutes(minutes(MARCH), again=True)
    assert [one.text for one in Entry.objects.filter(restricted=True)] == [SECRET]


def test_a_correction_of_another_line_moves_nothing(meeting: Meeting) -> None:
    restrict(meeting.entries.get(text=SECRET))
    correct_line(
        meeting=meeting, part="entries", position=0, field="text", new="The figures were noted with thanks.",
        by=user(), at=AT,
    )  # fmt: skip
    assert [one.text for one in Entry.objects.filter(restricted=True)] == [SECRET]


def test_a_corrected_line_stays_restricted(meeting: Meeting) -> None:
    line = meeting.entries.get(text=SECRET)
    restrict(line)
    correct_line(
        meeting=meeting, part="entries", position=line.position, field="text", new="The board met.",
        by=user(), at=AT,
    )  # fmt: skip
    assert [one.text for one in Entry.objects.filter(restricted=True)] == ["The board met."]


def test_where_a_restricted_line_is_lost_all_is_restricted_until_somebody_looks(meeting: Meeting) -> None:
    restrict(meeting.entries.get(text=SECRET))
    other = copy.deepcopy(MARCH)
    for one in other["entries"]:
        for place in one["source"]:
            place["start"] += 10_000
            place["end"] += 10_000
    bring_minutes(minutes(other), again=True)
    assert not Entry.objects.filter(meeting=meeting, restricted=False).exists()
