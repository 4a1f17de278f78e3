"""The states of minutes, who may move them, and why not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.approval import diagram, states
from answerable.core.approval.states import STEPS, Facts, State, step_of
from answerable.core.permissions.roles import Role

LATER = "Minutes are approved at a later meeting than their own: choose a later one."
HELD, NEXT = dt.date(2019, 3, 12), dt.date(2019, 5, 14)
READY = Facts(held=HELD, today=NEXT, lines=3, approved_on=NEXT)
MANUAL = Path(__file__).resolve().parents[3] / "docs" / "reference" / "minutes-states.md"


def why_not(key: str, facts: Facts) -> list[str]:
    step = step_of(key)
    assert step
    return states.why_not_now(step, facts)


def test_the_way_to_approval_is_one_line() -> None:
    state, way = State.NONE, []
    while forward := [one for one in states.steps_from(state) if one.to != State.DRAFT or not state]:
        way.append(forward[0].key)
        state = forward[0].to
    assert way == ["begin", "check", "agree", "send", "approve"]
    assert state == State.APPROVED


def test_approved_is_the_end() -> None:
    assert states.steps_from("approved") == []


@pytest.mark.parametrize("was", ["checked", "agreed", "seen"])
def test_what_is_on_its_way_can_be_sent_back_with_words(was: str) -> None:
    back = [one for one in states.steps_from(was) if one.to == State.DRAFT]
    assert [one.needs_words for one in back] == [True]


def test_every_step_has_a_key_of_its_own() -> None:
    assert len({one.key for one in STEPS}) == len(STEPS)
    assert all(step_of(one.key) is one for one in STEPS)
    assert step_of("publish") is None


@pytest.mark.parametrize("step", STEPS, ids=lambda one: one.key)
def test_nothing_stands_against_what_is_ready(step: states.Step) -> None:
    assert states.why_not_now(step, READY) == []


def test_empty_minutes_are_not_checked() -> None:
    assert why_not("check", replace(READY, lines=0)) == ["Nothing is minuted yet: type a line first."]


@pytest.mark.parametrize("key", ["check", "agree", "send", "approve"])
def test_a_check_that_blocks_holds_every_step(key: str) -> None:
    assert why_not(key, replace(READY, blocking=1)) == ["One check stands against them: mend it first."]
    assert why_not(key, replace(READY, blocking=2)) == ["2 checks stand against them: mend those first."]


def test_an_unanswered_remark_holds_approval_and_nothing_else() -> None:
    open_remarks = replace(READY, unanswered=2)
    assert why_not("approve", open_remarks) == ["2 remarks are not answered yet: answer them first."]
    assert why_not("send", open_remarks) == []


@pytest.mark.parametrize(
    ("approved_on", "sentence"),
    [
        (None, "Choose the meeting that approved them: a later one of this forum."),
        (HELD, LATER),
        (
            HELD - dt.timedelta(1),
            "Minutes are approved at a later meeting than their own: choose a later one.",
        ),
        (NEXT + dt.timedelta(1), "That meeting is still ahead: minutes are approved once it has met."),
    ],
)
def test_a_later_meeting_that_has_met_approves(approved_on: dt.date | None, sentence: str) -> None:
    assert why_not("approve", replace(READY, approved_on=approved_on)) == [sentence]


def test_who_may_take_which_step() -> None:
    agree = step_of("agree")
    assert agree
    assert states.why_not_by(agree, {Role.COMMISSIONER}) is None
    assert states.why_not_by(agree, {Role.POLICY_OFFICER}) == (
        "Only a commissioner or deputy may agree minutes for the office. Your role is policy officer."
    )


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_nobody_outside_the_office_moves_them(role: Role) -> None:
    assert all(states.why_not_by(step, {role}) for step in STEPS)


few = st.integers(0, 3)
facts_of_all_kinds = st.builds(
    Facts, held=st.dates(), today=st.dates(), lines=few, blocking=few, unanswered=few,
    approved_on=st.none() | st.dates(),
)  # fmt: skip


@given(facts_of_all_kinds)
def test_a_reason_is_a_sentence(facts: Facts) -> None:
    for step in STEPS:
        for reason in states.why_not_now(step, facts):
            assert reason[0].isupper() or reason[0].isdigit()
            assert reason.endswith(".")


def test_the_manual_shows_this_diagram_and_this_table() -> None:
    text = MANUAL.read_text()
    for printed in (diagram.diagram(), diagram.table(), diagram.changes()):
        assert printed in text, "print it anew: make the page from core.approval.diagram"
