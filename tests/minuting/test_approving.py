"""Minutes take their steps: laid into the record as a draft, kept at every step, opened when approved."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action, Commitment
from answerable.audit.models import Event
from answerable.core.clash import Clash
from answerable.core.permissions.markings import Marking
from answerable.core.refusal import Refusal
from answerable.intake.operations import correct_line, mark
from answerable.meetings.models import Entry, Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.models import Line, Remark
from answerable.search.models import SearchRow
from answerable.workspace.approval import operations
from tests import approving, cycle
from tests import factories as make
from tests.approving import ASKED, NOTED, SAID, TASK, line, take, typed, until

BY = {"by": make.user, "at": make.NOW}


def entries(meeting: Meeting) -> list[tuple[str, str]]:
    return list(meeting.entries.order_by("position").values_list("kind", "text"))


def test_until_the_force_sees_them_nothing_is_laid(db: None) -> None:
    meeting = until("agreed")
    assert not meeting.entries.exists()
    assert meeting.actions.get().draft


def test_sent_to_the_force_they_stand_in_the_record(db: None) -> None:
    meeting = until("seen")
    assert entries(meeting) == [
        ("question", ASKED), ("response", SAID), ("action", TASK), ("note", NOTED),
    ]  # fmt: skip
    exchange = meeting.exchanges.get()
    assert (exchange.asked_by, exchange.answered_by) == (["PCC"], ["CC"])
    assert [one.title for one in meeting.items.order_by("position")] == [
        "Answering the telephone", "Victim satisfaction",
    ]  # fmt: skip
    assert meeting.attendance.count() == 3


def test_everything_laid_is_restricted_until_it_is_approved(db: None) -> None:
    meeting = until("seen")
    rows = [*meeting.items.all(), *meeting.entries.all(), *meeting.exchanges.all(), *meeting.actions.all()]
    assert all(row.restricted for row in rows)
    assert {one.marking_why for one in meeting.items.all()} == {"draft"}
    of_lines = SearchRow.objects.filter(meeting_id=meeting.pk).exclude(kind="meeting")
    assert set(of_lines.values_list("marking", flat=True)) == {"restricted"}
    take(meeting, "approve")
    rows = [*meeting.items.all(), *meeting.entries.all(), *meeting.exchanges.all(), *meeting.actions.all()]
    assert not any(row.restricted for row in rows)
    assert set(of_lines.values_list("marking", flat=True)) == {"open"}


def test_an_action_keeps_its_number_from_the_typed_line_to_approval(db: None) -> None:
    meeting = typed()
    before = meeting.actions.get()
    take(meeting, "check", "agree", "send")
    laid = meeting.actions.get()
    assert (laid.pk, laid.number, laid.draft) == (before.pk, before.number, True)
    assert laid.entry
    assert [one.printed for one in laid.owners.all()] == ["DCC"]
    assert str(laid.due) == "2019-05-31"
    take(meeting, "approve")
    approved = meeting.actions.get()
    assert (approved.pk, approved.number, approved.draft) == (before.pk, before.number, False)


def test_items_keep_their_rows_whatever_gaps_the_agenda_has(db: None) -> None:
    meeting = typed()
    first, second = meeting.items.order_by("position")
    meeting.items.filter(pk=second.pk).update(position=7)
    take(meeting, "check", "agree", "send")
    assert list(meeting.items.order_by("position").values_list("pk", "position")) == [
        (first.pk, 0), (second.pk, 1),
    ]  # fmt: skip


def test_a_version_is_kept_at_every_step(db: None) -> None:
    meeting = until("approved")
    kept = list(meeting.minutes_versions.order_by("number").values_list("number", "state"))
    assert kept == [(1, "checked"), (2, "agreed"), (3, "seen"), (4, "approved")]
    texts = [one["text"] for one in meeting.minutes_versions.first().record["entries"]]  # type: ignore[union-attr]
    assert ASKED in texts


def test_every_step_leaves_one_event(db: None) -> None:
    until("approved")
    summaries = [one.summary for one in Event.objects.filter(operation="approval.take").order_by("pk")]
    assert [one.split(": ", 1)[1] for one in summaries] == [
        "Marked as checked.", "Agreed for the office.", "Sent to the force for accuracy.",
        "Noted as approved.",
    ]  # fmt: skip


def test_the_deadline_is_met_when_they_are_agreed(db: None) -> None:
    meeting = typed()
    due = cycle.deadline(meeting, "minutes", "2019-04-25")
    take(meeting, "check")
    due.refresh_from_db()
    assert due.met_at is None
    take(meeting, "agree")
    due.refresh_from_db()
    assert (due.met_at, due.met_by) == (make.NOW, make.user())


def test_approval_names_a_later_meeting_that_has_met(db: None) -> None:
    meeting = until("seen")
    with pytest.raises(Refusal, match="Choose the meeting that approved them"):
        take(meeting, "approve", approved_by=None)
    with pytest.raises(Refusal, match="still ahead"):
        take(meeting, "approve", approved_by=approving.next_meeting(meeting, "2019-06-04"))
    take(meeting, "approve")
    step = meeting.steps.get(to="approved")
    assert step.approved_by and step.approved_by.date == dt.date(2019, 4, 30)


def test_what_is_not_ready_is_refused_and_nothing_is_done(db: None) -> None:
    meeting = typed("ACTION: Share the wait by May")
    with pytest.raises(Refusal, match="One check stands against them"):
        take(meeting, "check")
    meeting.refresh_from_db()
    assert meeting.minutes_state == "draft"
    assert not meeting.minutes_versions.exists()


def test_a_step_from_another_state_is_refused(db: None) -> None:
    meeting = until("checked")
    with pytest.raises(Refusal, match="not there any more"):
        take(meeting, "send")


def test_sending_back_says_why(db: None) -> None:
    meeting = until("agreed")
    with pytest.raises(Refusal, match="Say in a few words why"):
        take(meeting, "back-from-agreed")
    take(meeting, "back-from-agreed", words="Item 2 is missing.")
    assert meeting.minutes_state == "draft"
    assert meeting.steps.order_by("pk").last().words == "Item 2 is missing."  # type: ignore[union-attr]


def test_they_go_round_again_and_the_record_follows(db: None) -> None:
    meeting = until("seen")
    take(meeting, "back-from-seen", words="One figure is wrong.")
    minuting.change_line(
        line=line(meeting, SAID), values={"text": "The CC said three minutes."}, by=make.user(), at=make.NOW
    )
    assert ("response", SAID) in entries(meeting)
    take(meeting, "check", "agree", "send")
    assert ("response", "The CC said three minutes.") in entries(meeting)
    assert ("response", SAID) not in entries(meeting)


def test_lines_change_in_draft_only(db: None) -> None:
    meeting = typed()
    for key in approving.WAY:
        take(meeting, key)
        with pytest.raises(Refusal):
            minuting.change_line(
                line=line(meeting, SAID), values={"text": "No."}, by=make.user(), at=make.NOW
            )


def test_approved_minutes_do_not_change_any_more(db: None) -> None:
    meeting = until("approved")
    with pytest.raises(Refusal, match="approved"):
        minuting.change_line(line=line(meeting, SAID), values={"text": "No."}, by=make.user(), at=make.NOW)
    with pytest.raises(Refusal, match="change the line itself"):
        correct_line(
            meeting=meeting, part="entries", position=0, field="text", new="No.", by=make.user(), at=make.NOW
        )
    assert entries(meeting)[0] == ("question", ASKED)


class TestMarkings:
    def restrict(self, row: object, why: str = "personal") -> None:
        mark(row=row, marking=Marking.RESTRICTED, why=why, note="", by=make.user(), at=make.NOW)  # type: ignore[arg-type]

    def test_what_a_person_restricted_stays_so_after_approval(self, db: None) -> None:
        meeting = until("seen")
        self.restrict(meeting.items.order_by("position")[0])
        take(meeting, "approve")
        first, second = meeting.items.order_by("position")
        assert (first.restricted, first.marking_why) == (True, "personal")
        assert (second.restricted, second.marking_why) == (False, "")
        assert meeting.actions.get().restricted

    def test_a_line_that_was_restricted_as_typed_stays_so(self, db: None) -> None:
        meeting = typed()
        Line.objects.filter(meeting=meeting, text=SAID).update(
            marking="restricted", marking_why="operational", restricted=True
        )
        take(meeting, *approving.WAY)
        restricted = meeting.entries.filter(restricted=True)
        assert [(one.text, one.marking_why) for one in restricted] == [(SAID, "operational")]

    def test_an_entry_that_a_person_restricted_stays_so_when_it_is_laid_again(self, db: None) -> None:
        meeting = until("seen")
        self.restrict(meeting.entries.get(text=NOTED))
        take(meeting, "approve")
        assert [one.text for one in meeting.entries.filter(restricted=True)] == [NOTED]

    def test_where_its_words_changed_the_whole_item_is_restricted(self, db: None) -> None:
        meeting = until("seen")
        self.restrict(meeting.entries.get(text=SAID))
        remark = cycle.remark(line(meeting, SAID))
        operations.answer(
            remark=remark, accepted=True, words="", text="The CC said three minutes.", by=make.user(),
            at=make.NOW,
        )  # fmt: skip
        take(meeting, "approve")
        first, second = meeting.items.order_by("position")
        assert (first.marking_why, second.marking_why) == ("personal", "")

    def test_a_draft_cannot_be_opened_by_hand(self, db: None) -> None:
        meeting = until("seen")
        item = meeting.items.order_by("position")[0]
        with pytest.raises(Refusal, match="until they are approved"):
            mark(row=item, marking=Marking.OPEN, why="", note="", by=make.user(), at=make.NOW)
        self.restrict(item)
        mark(row=item, marking=Marking.OPEN, why="", note="", by=make.user(), at=make.NOW)
        item.refresh_from_db()
        assert (item.restricted, item.marking_why) == (True, "draft")

    def test_nobody_gives_the_reason_of_a_draft(self, db: None) -> None:
        meeting = until("approved")
        with pytest.raises(Refusal, match="Choose why"):
            self.restrict(meeting.items.order_by("position")[0], "draft")


class TestRemarks:
    def test_an_accepted_one_changes_the_line_and_the_record(self, db: None) -> None:
        meeting = until("seen")
        remark = minuting.remark(
            meeting=meeting, line=line(meeting, SAID), text="It was three.", by=make.user(), at=make.NOW
        )
        operations.answer(
            remark=remark, accepted=True, words="", text="The CC said three minutes.", by=make.user(),
            at=make.NOW,
        )  # fmt: skip
        remark.refresh_from_db()
        assert (remark.answer, remark.quote) == ("accepted", SAID)
        assert ("response", "The CC said three minutes.") in entries(meeting)
        versions = meeting.minutes_versions.order_by("-number")
        assert [one.state for one in versions] == ["seen", "seen", "agreed", "checked"]
        assert "The CC said three minutes." in [one["text"] for one in versions[0].record["entries"]]
        assert all(one.restricted for one in meeting.entries.all())

    def test_unanswered_ones_hold_approval(self, db: None) -> None:
        meeting = until("seen")
        remark = cycle.remark(line(meeting, SAID))
        with pytest.raises(Refusal, match="One remark is not answered yet"):
            take(meeting, "approve")
        operations.answer(
            remark=remark, accepted=False, words="The tape says two.", text="", by=make.user(), at=make.NOW
        )
        take(meeting, "approve")
        assert meeting.minutes_state == "approved"

    @pytest.mark.parametrize(("accepted", "said"), [(True, "Change the line"), (False, "why it stays")])
    def test_an_answer_needs_something(self, accepted: bool, said: str, db: None) -> None:
        meeting = until("seen")
        remark = cycle.remark(line(meeting, SAID))
        with pytest.raises(Refusal, match=said):
            operations.answer(
                remark=remark, accepted=accepted, words=" ", text=SAID, by=make.user(), at=make.NOW
            )
        assert Remark.objects.get().answer == ""

    @pytest.mark.parametrize("state", ["draft", "checked", "agreed", "approved"])
    def test_they_are_taken_while_the_force_has_the_minutes(self, state: str, db: None) -> None:
        meeting = until(state)
        with pytest.raises(Refusal, match="not with the force"):
            minuting.remark(meeting=meeting, line=None, text="No.", by=make.user(), at=make.NOW)

    def test_a_line_that_was_taken_out_meanwhile_takes_words_alone(self, db: None) -> None:
        meeting = until("seen")
        remark = cycle.remark(line(meeting, SAID))
        take(meeting, "back-from-seen", words="Again.")
        minuting.remove_line(line=line(meeting, SAID), by=make.user(), at=make.NOW)
        take(meeting, "check", "agree", "send")
        operations.answer(
            remark=remark, accepted=True, words="Left out.", text="New words", by=make.user(), at=make.NOW
        )
        assert not Entry.objects.filter(text="New words").exists()


class TestClash:
    def test_the_second_of_two_who_move_them_is_told(self, db: None) -> None:
        meeting = typed()
        with pytest.raises(Clash, match="changed the minutes of"):
            take(meeting, "check", seen="another version")
        meeting.refresh_from_db()
        assert meeting.minutes_state == "draft"

    def test_the_second_answer_is_a_clash(self, db: None) -> None:
        meeting = until("seen")
        remark = cycle.remark(line(meeting, SAID))
        with pytest.raises(Clash):
            operations.answer(
                remark=remark, accepted=False, words="No.", text="", seen="old", by=make.user(), at=make.NOW
            )


def test_promises_and_topics_come_with_the_record(db: None) -> None:
    meeting = typed(ASKED, "The CC said that all posts would be filled by the end of May.")
    take(meeting, "check", "agree", "send")
    promise = Commitment.objects.get(meeting=meeting)
    assert promise.restricted
    assert str(promise.due) == "2019-05-31"
    take(meeting, "approve")
    promise.refresh_from_db()
    assert not promise.restricted


def test_twenty_thousand_words_are_laid_and_approved(db: None) -> None:
    texts = [
        f"The CC said that area {n} answered {n % 90 + 5}% of its calls, " + "and on " * 40 + "so."
        for n in range(300)
    ]
    meeting = typed(*texts)
    take(meeting, *approving.WAY)
    assert meeting.entries.count() >= 300
    assert not Action.objects.filter(draft=True).exists()
