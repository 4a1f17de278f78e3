"""What is looked at before minutes are approved: each check finds its fault, and nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from answerable.core.approval.checks import table
from answerable.core.approval.checks.given import ANSWER, Drop, Given, Insert, Restrict, Rewrite
from answerable.core.approval.checks.table import CHECKS, Found, blocking, run
from tests.records import PEOPLE, action, commitment, exchange, item, note, record

DAY = "2024-03-12"


def found(*lines: Any, key: str = "", roll: Any = (), **more: Any) -> list[Found]:
    made = record(DAY, item("1", "Answering the telephone"), *lines, people=PEOPLE)
    given = Given(made, dt.date.fromisoformat(DAY), roll or made["attendance"], **more)  # type: ignore[arg-type]
    return [one for one in run(given) if not key or one.check.key == key]


def one(*lines: Any, key: str, **more: Any) -> Found:
    (only,) = found(*lines, key=key, **more)
    return only


def mended(it: Found, text: str, answer: str = "") -> str:
    """The line after its button was pressed."""
    assert it.mend
    change = it.mend.change
    assert isinstance(change, Rewrite)
    assert change.old in text
    return text.replace(change.old, change.new.replace(ANSWER, answer), 1)


GOOD = (
    exchange("The PCC asked how long callers wait.", "The CC said two minutes."),
    action("CC to share the wait by hour", "CC", due="2024-04-30"),
    note("The next meeting is on Tuesday 14 May 2024."),
)


def test_good_minutes_are_left_in_peace() -> None:
    assert found(*GOOD) == []


def test_empty_minutes_are_left_in_peace() -> None:
    assert found() == []


class TestActionOwner:
    def test_an_action_of_nobody(self) -> None:
        it = one(action("Share the wait by hour.", due=DAY), key="action-owner")
        assert it.says == "No owner is named for “Share the wait by hour.”."
        assert it.check.blocking
        assert (
            mended(it, "ACTION: Share the wait by hour.", "ACC") == "ACTION: ACC to share the wait by hour."
        )

    def test_words_with_a_subject_get_the_owner_behind_them(self) -> None:
        text = "Waits by hour to be shown every month."
        assert mended(one(action(text), key="action-owner"), text, "ACC") == (
            "Waits by hour to be shown every month (ACC)."
        )

    def test_to_somebody_is_no_verb(self) -> None:
        text = "Write to the council."
        assert mended(one(action(text), key="action-owner"), text, "CC") == "CC to write to the council."

    def test_an_abbreviation_at_the_start_stays_in_capitals(self) -> None:
        text = "HMICFRS report shared."
        assert mended(one(action(text), key="action-owner"), text, "CC") == "CC to HMICFRS report shared."

    def test_the_infinitive_is_not_said_twice(self) -> None:
        text = "To share the wait."
        assert mended(one(action(text), key="action-owner"), text, "CC") == "CC to share the wait."


class TestActionDue:
    def test_an_action_without_a_date(self) -> None:
        text = "CC to share the wait by hour."
        it = one(action(text, "CC"), key="action-due")
        assert not it.check.blocking
        assert mended(it, text, "30 April 2024") == "CC to share the wait by hour by 30 April 2024."

    def test_an_event_is_a_due(self) -> None:
        assert found(action("CC to share it", "CC", due_text="once set"), key="action-due") == []

    @pytest.mark.parametrize("when", ["every quarter", "monthly", "with the papers", "whenever it happens"])
    def test_what_is_done_again_and_again_needs_no_date(self, when: str) -> None:
        assert found(action(f"CC to share the wait {when}", "CC"), key="action-due") == []


class TestAbsentOwner:
    def test_a_post_that_nobody_holds(self) -> None:
        it = one(action("ACO to buy the seats", "ACO", due=DAY), key="absent-owner", held=frozenset({"cc"}))
        assert it.says == "ACO was not at the meeting, and nobody held that post on 12 March 2024."
        assert mended(it, "ACTION: ACO to buy the seats", "ACC") == "ACTION: ACC to buy the seats"

    def test_initials_that_are_nobody_s(self) -> None:
        it = one(action("XQ to buy the seats", "XQ", due=DAY), key="absent-owner")
        assert it.says == "XQ was not at the meeting, and is no post that we know."

    @pytest.mark.parametrize("owner", ["CC", "Tom Carrow", "DCC", "OPCC", "CPS", "Saltmere Borough Council"])
    def test_who_was_there_holds_a_post_or_is_a_body_is_not_doubted(self, owner: str) -> None:
        held = frozenset({"dcc"})
        assert found(action("To buy the seats", owner, due=DAY), key="absent-owner", held=held) == []

    def test_a_body_of_the_office_is_not_doubted(self) -> None:
        lines = action("HWG to buy the seats", "HWG", due=DAY)
        assert found(lines, key="absent-owner", bodies=frozenset({"hwg"})) == []

    def test_where_no_post_is_known_nobody_is_doubted(self) -> None:
        assert found(action("ACO to buy the seats", "ACO", due=DAY), key="absent-owner") == []

    def test_somebody_listed_as_absent_knows(self) -> None:
        away = {**record(DAY)["attendance"][0], "name": "P. Lowe", "abbreviation": "PL"}
        lines = action("PL to buy the seats", "PL", due=DAY)
        assert found(lines, key="absent-owner", roll=[{**away, "status": "apologies"}]) == []


class TestAbbreviations:
    def test_the_first_use_is_told_once(self) -> None:
        lines = note("The LCJB met."), note("The LCJB met again.")
        it = one(*lines, key="abbreviation")
        assert it.place.index == 0
        assert mended(it, "The LCJB met.") == "The Local Criminal Justice Board (LCJB) met."

    def test_explained_in_brackets_it_is_free(self) -> None:
        lines = note("The Harbour Watch Group (HWG) met."), note("The HWG met again.")
        assert found(*lines, key="abbreviation") == []

    def test_explained_too_late_it_takes_the_words_from_there(self) -> None:
        lines = note("The HWG met."), note("The Harbour Watch Group (HWG) will meet again.")
        assert mended(one(*lines, key="abbreviation"), "The HWG met.") == "The Harbour Watch Group (HWG) met."

    def test_what_nobody_knows_is_asked(self) -> None:
        it = one(note("The HWG met."), key="abbreviation")
        assert it.mend
        assert (it.mend.ask, it.mend.question) == ("words", "What does HWG stand for?")
        assert mended(it, "The HWG met.", "Harbour Watch") == "The Harbour Watch (HWG) met."

    def test_the_office_s_own_words_are_offered(self) -> None:
        it = one(note("The HWG met."), key="abbreviation", known={"HWG": "Harbour Watch"})
        assert it.mend
        assert it.mend.label == "Add “Harbour Watch”"

    @pytest.mark.parametrize(
        "text",
        ["The PCC asked the ACC.", "T/ACC Carrow said so.", "CCTV and the NHS.", "ACTION: CC to go.", "II.",
         "WELCOME TO ALL", "A/DCC and DCC", "See www.HWG.uk", "Q3 and Q4", "The DI and the UK"],
    )  # fmt: skip
    def test_what_everybody_reads_is_free(self, text: str) -> None:
        assert [it for it in found(note(text), key="abbreviation") if "DI" not in it.says] == []


class TestWeekdays:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("On Monday 14 May 2024 we meet.", "On Tuesday 14 May 2024 we meet."),
            ("On Friday, 14th May 2024.", "On Tuesday, 14th May 2024."),
            ("On Monday the 14th of May 2024.", "On Tuesday the 14th of May 2024."),
        ],
    )
    def test_a_weekday_that_does_not_fit(self, text: str, right: str) -> None:
        it = one(note(text), key="weekday")
        assert it.check.blocking
        assert it.says.startswith("14 May 2024 is a Tuesday, and ")
        assert mended(it, text) == right

    def test_without_a_year_the_years_around_are_good_enough(self) -> None:
        assert found(note("On Tuesday 14 May."), key="weekday") == []
        assert found(note("On Sunday 14 May."), key="weekday") == []  # of 2023
        assert (
            mended(one(note("On Friday 14 May."), key="weekday"), "On Friday 14 May.") == "On Tuesday 14 May."
        )

    def test_a_day_that_is_not_is_no_weekday(self) -> None:
        assert found(note("On Monday 31 June 2024 nothing."), key="weekday") == []


class TestThereAndAway:
    def test_somebody_on_both_lists(self) -> None:
        there = record(DAY)["attendance"]
        it = one(key="there-and-away", roll=[*there, {**there[1], "status": "apologies"}])
        assert it.says == "Asha Dunmore is listed as present and as sending apologies."
        assert it.mend
        assert it.mend.change == Drop(3)
        assert it.check.blocking

    def test_two_people_of_one_post_are_two(self) -> None:
        there = record(DAY)["attendance"]
        roll = [*there, {**there[1], "name": "Somebody Else", "status": "apologies"}]
        assert found(key="there-and-away", roll=roll) == []


class TestAskedOneself:
    def test_the_chief_constable_asked_the_chief_constable(self) -> None:
        text = "The CC asked the CC how long it takes."
        it = one(note(text), key="asked-oneself")
        assert it.says == "“CC asked the CC”: nobody asked themselves."
        assert mended(it, text, "PCC") == "The PCC asked the CC how long it takes."

    def test_words_of_the_post_count_too(self) -> None:
        assert found(note("The Chief Constable challenged the Chief Constable."), key="asked-oneself")

    @pytest.mark.parametrize(
        "text",
        ["The PCC asked the CC.", "The ACC asked the ACC Crime to go on.", "The CC asked the CC’s staff.",
         "The CC asked for time, and the CC got it."],
    )  # fmt: skip
    def test_others_may_be_asked(self, text: str) -> None:
        assert found(note(text), key="asked-oneself") == []


class TestUnanswered:
    def test_a_question_without_an_answer(self) -> None:
        it = one(exchange("The PCC asked why.", ""), note("Nobody spoke."), key="unanswered")
        assert it.says == "No answer follows the question “The PCC asked why.”."
        assert it.mend
        assert isinstance(it.mend.change, Insert)
        assert it.mend.change.text == "Response: No answer was given at the meeting."

    def test_an_action_answers(self) -> None:
        made = record(
            DAY, item("1", "A"), exchange("The PCC asked why.", ""), action("CC to say", "CC", due=DAY)
        )
        made["entries"].pop(1)
        made["exchanges"][0]["entries"] = [0]
        given = Given(made, dt.date.fromisoformat(DAY))  # type: ignore[arg-type]
        assert [it for it in run(given) if it.check.key == "unanswered"] == []


class TestPromises:
    def test_a_promise_that_no_action_carries(self) -> None:
        text = "All posts will be filled by the end of April."
        it = one(commitment(text, due="2024-04-30"), key="promise")
        assert it.mend
        assert it.mend.change == Insert(
            0, "ACTION: CC to do as promised: “All posts will be filled by the end of April”."
        )

    def test_an_action_about_the_same_carries_it(self) -> None:
        lines = (
            commitment("The vacant posts will be filled by April.", due="2024-04-30"),
            note("So."),
            note("And so."),
            note("On."),
            action("ACC to report on vacant posts being filled", "ACC", due="2024-04-30"),
        )
        assert found(*lines, key="promise") == []

    def test_the_action_right_behind_it_carries_it(self) -> None:
        lines = (
            commitment("It will be done by April.", due="2024-04-30"),
            action("CC to see to it", "CC", due=DAY),
        )
        assert found(*lines, key="promise") == []

    def test_what_has_no_date_is_not_pressed(self) -> None:
        assert found(commitment("The CC will keep an eye on it."), key="promise") == []


class TestRestrictedWords:
    SECRET = note("The CC said that the Saltmere warehouse will be searched at dawn.")

    def test_the_same_words_in_the_open(self) -> None:
        lines = (
            self.SECRET,
            note("It was noted that the Saltmere warehouse will be searched at dawn on Friday."),
        )
        it = one(*lines, key="restricted-words", restricted=frozenset({0}))
        assert it.check.blocking
        assert it.mend
        assert it.mend.change == Restrict(entry=1, like=0)

    def test_both_restricted_is_well(self) -> None:
        lines = self.SECRET, self.SECRET
        assert found(*lines, key="restricted-words", restricted=frozenset({0, 1})) == []

    def test_usual_words_are_no_secret(self) -> None:
        lines = (
            note("The CC said that it would be in the next report."),
            note("The ACC said that it would be in the next report."),
        )
        assert found(*lines, key="restricted-words", restricted=frozenset({0})) == []


def test_what_blocks_stands_first() -> None:
    lines = action("CC to go", "CC"), action("Go at once", due=DAY)
    assert [it.check.blocking for it in found(*lines)] == [True, False]
    assert blocking(found(*lines)) == 1


def test_two_findings_with_the_same_words_have_keys_of_their_own() -> None:
    keys = [it.key for it in found(action("Go", due=DAY), action("Go", due=DAY), key="action-owner")]
    assert len(set(keys)) == 2


def test_a_finding_keeps_its_key_while_lines_are_added_before_it() -> None:
    (before,) = found(action("Go", due=DAY), key="action-owner")
    (after,) = found(note("Welcome."), action("Go", due=DAY), key="action-owner")
    assert before.key == after.key


def test_every_check_is_told_apart() -> None:
    assert len({it.key for it in CHECKS}) == len(CHECKS)
    assert all(it.mend for it in CHECKS)
    assert table.CHECKS is CHECKS


words = st.text(alphabet="ABCaeinorst ().,:/’'0129-“”￼\n", max_size=80) | st.sampled_from(
    ["The CC asked the CC", "on Monday 31 May 2024", "ACTION: to go", "LCJB (LCJB) LCJB", "", "Monday 0 May"]
)
kinds = st.sampled_from(["note", "question", "heading"])


@examples(
    st.lists(st.tuples(words, kinds), max_size=6),
    st.lists(st.tuples(words, words), max_size=3),
    st.sets(st.integers(0, 5)),
)
def test_whatever_is_typed_the_checks_go_through(
    lines: list[tuple[str, str]], actions: list[tuple[str, str]], closed: set[int]
) -> None:
    made = [note(text, kind) for text, kind in lines] + [
        action(text, *filter(None, [owner])) for text, owner in actions
    ]
    restricted = frozenset(index for index in closed if index < len(made))
    for it in found(*made, restricted=restricted):
        assert it.says
        assert it.says[-1] == "."
