"""An update finds its action, and the action's life follows from what was said of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.actions.models import Action, ActionUpdate
from answerable.actions.operations import accept_update, reject_update, relink
from answerable.audit.models import Event
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum
from answerable.meetings.operations import succeed_forum
from tests.intake.bringing import AT, bring, office, state, the_action, user
from tests.records import action, item, note, record, update

pytestmark = pytest.mark.django_db

MAP = "CC to map where rural thefts were reported last winter"
VISIT = "ACC to visit the three stations on the fen"
GIVEN = record(
    "2023-01-10", item("1", "Rural crime"), action(MAP, "CC", due="2023-02-28"), action(VISIT, "ACC")
)


def said(
    date: str, text: str, about: str, month: str | None = "2023-01", status: str = "open", **head: Any
) -> dict[str, Any]:
    """A meeting at which something was said of an earlier action of item ``number``."""
    number = head.pop("number", "1")
    return record(date, item("1", "Matters arising"), update(text, about, month, number, status), **head)


def quiet(*dates: str, forum: str = "Assurance Meeting") -> list[dict[str, Any]]:
    return [record(one, note("Nothing of the fen."), forum=forum) for one in dates]


def the_update(text: str) -> ActionUpdate:
    return ActionUpdate.objects.get(text=text)


def test_an_update_in_the_same_words_is_tied_with_its_score() -> None:
    bring(GIVEN, said("2023-02-14", "Maps are drawn.", MAP, status="complete"))
    tied = the_update("Maps are drawn.")
    assert (tied.action, tied.link) == (the_action(MAP), "linked")
    assert tied.score is not None
    assert tied.score > 0.9
    assert "words 100%" in tied.why
    assert (the_action(MAP).state, the_action(MAP).ended) == ("closed", dt.date(2023, 2, 14))
    assert the_action(VISIT).state == "open"


def test_the_life_of_an_action_given_reported_outstanding_again() -> None:
    bring(
        GIVEN,
        said("2023-02-14", "Maps are drawn.", MAP, status="reported"),
        said("2023-03-14", "Two are missing.", MAP, status="open"),
    )
    told = the_action(MAP)
    assert [one.text for one in told.updates.order_by("meeting__date")] == [
        "Maps are drawn.",
        "Two are missing.",
    ]
    assert (told.state, told.last_mentioned) == ("open", dt.date(2023, 3, 14))


def test_an_update_that_puts_an_action_off_moves_its_due_but_not_the_first() -> None:
    bring(GIVEN, said("2023-02-14", "Carried forward to the end of May.", MAP))
    moved = the_action(MAP)
    assert (moved.due, moved.overdue_from) == (dt.date(2023, 5, 31), dt.date(2023, 6, 1))
    assert moved.first_due == dt.date(2023, 2, 28)


LABELLED = record(
    "2023-01-10",
    *(("actions", {**action(f"CC to send paper {n}", "CC")[1], "label": str(n)}) for n in (1, 2, 3)),
)


def test_actions_that_are_closed_by_their_numbers_are_closed_and_the_sentence_is_kept() -> None:
    sentence = "Actions 1 (sent on 3 February) and 3 from January 2023 can be closed."
    closing = record("2023-02-14", note(sentence))
    bring(LABELLED, closing)
    assert dict(Action.objects.values_list("label", "state")) == {"1": "closed", "2": "open", "3": "closed"}
    said = Action.objects.get(label="3").updates.get()
    own = "Actions 1 and 3 from January 2023 can be closed."  # the bracket is of another
    assert (said.text, said.why) == (own, "number and month")
    assert said.source == closing["entries"][0]["source"]
    before = state()
    assert relink(office=office(), by=user(), at=AT).links == 0
    assert state() == before
    assert before["records"]["Assurance Meeting, 2023-02-14"]["updates"] == []


def test_a_closure_that_a_person_rejects_stays_rejected() -> None:
    bring(LABELLED, record("2023-02-14", note("Actions 1 and 3 from January 2023 can be closed.")))
    reject_update(update=Action.objects.get(label="3").updates.get(), by=user(), at=AT)
    relink(office=office(), by=user(), at=AT)
    assert dict(Action.objects.values_list("label", "state")) == {"1": "closed", "2": "open", "3": "open"}


def waiting_for_a_person() -> list[ActionUpdate]:
    waiting = ActionUpdate.objects.filter(office=office(), link=ActionUpdate.Link.WAITING)
    return list(waiting.order_by("-meeting__date", "position"))


COUNTERS = record(
    "2023-01-10",
    item("2.2", "Front counters"),
    action("CC to keep the front counters open on Saturdays", "CC"),
    action("CC to buy two horses", "CC"),
    action("ACC to cost the front counters", "ACC"),
)
BOTH = "Both actions on front counters under 2.2 from January 2023 can be closed."


def test_closures_that_can_mean_several_actions_wait_for_a_person_with_their_score() -> None:
    bring(COUNTERS, record("2023-02-14", note(BOTH)))
    waiting = first, second = waiting_for_a_person()
    assert [(str(one.action.text if one.action else ""), one.score) for one in waiting] == [
        ("CC to keep the front counters open on Saturdays", 0.667),
        ("ACC to cost the front counters", 0.667),
    ]
    assert {one.why for one in waiting} == {"number and month, which can mean others too"}
    assert not Action.objects.exclude(state="open").exists(), "nothing is closed before a person says so"
    accept_update(update=first, by=user(), at=AT)
    reject_update(update=second, by=user(), at=AT)
    before = state()
    assert relink(office=office(), by=user(), at=AT).links == 0
    assert state() == before
    assert dict(Action.objects.values_list("position", "state")) == {0: "closed", 1: "open", 2: "open"}


def test_a_closure_is_certain_once_the_other_action_is_gone() -> None:
    bring(COUNTERS, record("2023-02-14", note(BOTH)))
    Action.objects.filter(text="CC to buy two horses").delete()
    relink(office=office(), by=user(), at=AT)
    assert set(ActionUpdate.objects.values_list("link", "score")) == {("linked", 1.0)}
    assert not Action.objects.exclude(state="closed").exists()


def test_an_update_that_is_only_a_little_like_an_action_waits_and_does_not_count() -> None:
    bring(GIVEN, said("2023-02-14", "Progress.", "Maps of the thefts reported", month=None))
    waiting = the_update("Progress.")
    assert (waiting.link, waiting.action) == ("waiting", the_action(MAP))
    assert waiting.score is not None
    assert waiting.score < 0.7
    assert the_action(MAP).last_mentioned is None
    assert waiting_for_a_person() == [waiting]


def test_an_update_like_nothing_is_about_nothing_that_is_held() -> None:
    bring(
        GIVEN, said("2023-02-14", "Ordered.", "Buy new radios for the horses", month="2021-06", number=None)
    )
    assert (the_update("Ordered.").link, the_update("Ordered.").action) == ("none", None)


def test_what_was_given_later_is_never_what_an_update_is_about() -> None:
    bring(said("2023-01-03", "Early.", MAP), GIVEN)
    assert the_update("Early.").link == "none"


def test_an_action_that_comes_in_late_is_found_by_the_update_that_was_there() -> None:
    bring(said("2023-02-14", "Maps are drawn.", MAP))
    assert the_update("Maps are drawn.").link == "none"
    bring(GIVEN)
    assert the_update("Maps are drawn.").action == the_action(MAP)


def test_an_old_action_is_found_by_the_month_that_the_update_names() -> None:
    bring(GIVEN)
    bring(said("2029-06-12", "At last.", MAP))
    assert the_update("At last.").action == the_action(MAP)


def test_a_person_ties_an_update_and_it_counts() -> None:
    bring(GIVEN, said("2023-02-14", "Progress.", "Maps of the thefts reported", month=None))
    accept_update(update=the_update("Progress."), by=user("Kim Dale"), at=AT)
    tied = the_update("Progress.")
    assert (tied.link, tied.decided_by, tied.decided_at) == ("accepted", user("Kim Dale"), AT)
    assert the_action(MAP).last_mentioned == dt.date(2023, 2, 14)
    assert Event.objects.latest("id").summary == "The update “Progress.” is about action A-0001."


def test_a_person_ties_an_update_to_another_action_than_the_one_offered() -> None:
    bring(
        GIVEN, said("2023-02-14", "Progress.", "Maps of the thefts reported", month=None, status="complete")
    )
    accept_update(update=the_update("Progress."), action=the_action(VISIT), by=user(), at=AT)
    assert (the_action(MAP).state, the_action(VISIT).state) == ("open", "closed")


def test_a_tie_that_a_person_rejects_does_not_count_and_does_not_come_back() -> None:
    bring(GIVEN, said("2023-02-14", "Maps are drawn.", MAP, status="complete"))
    reject_update(update=the_update("Maps are drawn."), by=user(), at=AT)
    assert the_action(MAP).state == "open"
    bring(*quiet("2023-03-14"))
    relink(office=office(), by=user(), at=AT)
    assert (the_update("Maps are drawn.").link, the_action(MAP).state) == ("rejected", "open")
    with pytest.raises(Refusal, match="rejected already"):
        reject_update(update=the_update("Maps are drawn."), by=user(), at=AT)


def test_an_update_cannot_be_about_what_was_not_given_yet() -> None:
    bring(GIVEN, said("2023-02-14", "Progress.", "Maps of the thefts reported", month=None))
    bring(record("2023-03-14", action("CC to report on drones", "CC")))
    with pytest.raises(Refusal, match=r"Action A-0003 was given on or after the day of this update\."):
        accept_update(
            update=the_update("Progress."), action=the_action("CC to report on drones"), by=user(), at=AT
        )


def test_an_update_about_nothing_needs_a_choice() -> None:
    bring(GIVEN, said("2023-02-14", "Ordered.", "Buy new radios for the horses", month=None, number=None))
    with pytest.raises(Refusal, match="Choose the action"):
        accept_update(update=the_update("Ordered."), by=user(), at=AT)


def test_two_later_meetings_that_say_nothing_make_an_action_silent() -> None:
    bring(GIVEN, *quiet("2023-02-14"))
    assert the_action(MAP).silent_from is None
    bring(*quiet("2023-03-14"))
    assert the_action(MAP).silent_from == dt.date(2023, 3, 14)
    assert the_action(MAP).lapses_from == dt.date(2023, 3, 1)
    assert the_action(VISIT).lapses_from == dt.date(2023, 7, 10), "undated: six months"


def test_meetings_of_another_forum_and_cancelled_ones_pass_nothing_over() -> None:
    other = quiet("2023-02-14", "2023-03-14", "2023-04-11", forum="Governance Board")
    bring(
        GIVEN,
        *other,
        record("2023-02-21", note("This meeting was cancelled."), people=[]),
        *quiet("2023-03-21"),
    )
    assert the_action(MAP).silent_from is None


def test_the_forum_that_took_over_answers_for_the_earlier_ones_actions() -> None:
    bring(GIVEN, *quiet("2024-02-14", "2024-03-14", forum="Assurance and Accountability"))
    bring(said("2024-04-09", "Here it is.", MAP, month=None, forum="Assurance and Accountability"))
    assert (the_action(VISIT).silent_from, the_update("Here it is.").link) == (None, "none")
    old, new = (
        Forum.objects.get(name="Assurance Meeting"),
        Forum.objects.get(name="Assurance and Accountability"),
    )
    succeed_forum(forum=new, succeeds=old, by=user(), at=AT)
    bring(*quiet("2024-05-14", forum="Assurance and Accountability"))
    assert the_action(VISIT).silent_from == dt.date(2024, 3, 14)
    assert the_update("Here it is.").action == the_action(MAP)
    with pytest.raises(Refusal, match="it comes before it"):
        succeed_forum(forum=old, succeeds=new, by=user(), at=AT)


def test_a_forum_that_answers_for_one_that_ended_is_told_to_have_taken_over() -> None:
    board = "Accountability Board"
    both = record(
        "2023-04-11", update("Drawn.", MAP, "2023-01"), update("Two visited.", VISIT, "2023-01"), forum=board
    )
    bring(GIVEN, both)
    forum = Forum.objects.get(name=board)
    assert str(forum.succeeds) == "Assurance Meeting"
    bring(*quiet("2023-05-09", "2023-06-13", forum=board))
    assert the_action(MAP).silent_from == dt.date(2023, 6, 13)
    bring(*quiet("2023-07-11"))
    assert Forum.objects.get(name=board).succeeds is None, "the other met again"
    succeed_forum(forum=forum, succeeds=Forum.objects.get(name="Assurance Meeting"), by=user(), at=AT)
    bring(*quiet("2023-08-08"))
    assert Forum.objects.get(name=board).succeeds is not None, "a person said so"


def test_relinking_changes_nothing_that_is_right_and_mends_what_is_not() -> None:
    bring(
        GIVEN,
        said("2023-02-14", "Maps are drawn.", MAP, status="complete"),
        *quiet("2023-03-14", "2023-04-11"),
    )
    before = state()
    done = relink(office=office(), by=user(), at=AT)
    assert (done.owners, done.links, done.lives, done.numbers) == (0, 0, 0, 0)
    assert state() == before
    ActionUpdate.objects.update(action=None, link="none", score=None, why="")
    Action.objects.update(state="withdrawn", due=None, silent_from=None)
    relink(office=office(), by=user(), at=AT)
    assert state() == before
