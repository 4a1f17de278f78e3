"""Draft actions beside the rest of the record: nobody is passed over by them, nothing opens them early."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.actions.models import Action
from answerable.actions.operations import DraftAction, draft_actions
from answerable.actions.operations.living import renew_lives
from answerable.core.permissions.markings import Marking
from answerable.intake.operations import mark
from answerable.meetings.models import Item, Meeting
from answerable.minuting import operations as minuting
from answerable.offices.models import Office
from tests import cycle
from tests import factories as make

BASELINE = "ACTION: DCC to share the new baseline by the end of June"


@pytest.fixture
def item(db: None) -> Item:
    made = cycle.planned("2019-05-14")
    item = cycle.agenda(made, "Victim satisfaction", "Any other business")[0]
    minuting.start_minutes(meeting=made, by=make.user(), at=make.NOW)
    return item


def test_unfinished_minutes_pass_no_action_over(item: Item) -> None:
    given_at = make.item(make.meeting("2019-01-08"), "1", "Calls")
    action = make.action(given_at, "CC to count calls", ["CC"])
    make.meeting("2019-03-12")
    renew_lives(action.office_id, Action.objects.filter(pk=action.pk))
    action.refresh_from_db()
    assert action.silent_from is None, "one meeting did not speak of it; the second is still being minuted"
    Meeting.objects.filter(pk=item.meeting_id).update(minutes_state="approved")
    renew_lives(action.office_id, Action.objects.filter(pk=action.pk))
    action.refresh_from_db()
    assert str(action.silent_from) == "2019-05-14"


def test_marking_another_part_opens_no_draft(item: Item) -> None:
    minuting.add_lines(item=item, texts=[BASELINE], by=make.user(), at=make.NOW)
    other = item.meeting.items.get(position=1)
    mark(row=other, marking=Marking.RESTRICTED, why="legal", note="", by=make.user(), at=make.NOW)
    assert Action.objects.get().restricted


def test_other_meetings_and_what_is_in_the_record_stay(item: Item) -> None:
    elsewhere = make.action(make.item(make.meeting("2019-02-12"), "1", "Calls"), "CC to count calls", ["CC"])
    Office.objects.update(actions_numbered=500)
    minuting.add_lines(item=item, texts=["ACTION: CC to count calls"], by=make.user(), at=make.NOW)
    assert Action.objects.filter(pk=elsewhere.pk, draft=False).exists()
    assert item.meeting.actions.get().pk != elsewhere.pk


TEXTS = [
    "CC to count the calls",
    "CC to count all the calls",
    "DCC to write",
    "ACC to go",
    "DCC to write soon",
]
WANTED = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(TEXTS)), max_size=6, unique_by=lambda pair: pair[0]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WANTED, min_size=1, max_size=4))
def test_the_register_is_what_the_lines_say_whatever_was_there(
    item: Item, rounds: list[list[tuple[int, str]]]
) -> None:
    """In the order of the lines, each with a number of its own; a line that stays keeps its action."""
    before: dict[str, tuple[int, str | None]] = {}
    for wanted in rounds:
        lines = [DraftAction(f"line-{key}:0", item.pk, text) for key, text in wanted]
        draft_actions(meeting=item.meeting, lines=lines, by=make.user(), at=make.NOW)
        held = list(item.meeting.actions.order_by("position"))
        assert [(one.typed_as, one.text) for one in held] == [(one.typed_as, one.text) for one in lines]
        assert [one.position for one in held] == list(range(len(lines)))
        assert len({one.number for one in held}) == len(held)
        assert all(one.number for one in held)
        for one in held:
            if one.typed_as in before:
                assert before[one.typed_as] == (one.pk, one.number)
        before = {one.typed_as: (one.pk, one.number) for one in held}
