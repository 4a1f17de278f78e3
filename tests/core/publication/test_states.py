"""How far a publication has come, who or what moves it on, and why not."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication import diagram, states
from answerable.core.publication.states import STEPS, Facts, Standing, State, state_of, step_of

MANUAL = Path(__file__).resolve().parents[3] / "docs" / "reference" / "publication-states.md"
READY = Facts()


def test_every_step_has_a_key_of_its_own() -> None:
    assert len({one.key for one in STEPS}) == len(STEPS)
    assert all(step_of(one.key) is one for one in STEPS)
    assert step_of("edit") is None


def test_every_state_is_reached_and_begins_with_nothing() -> None:
    reached, again = {State.NONE}, True
    while again:
        new = {step.to for step in STEPS if step.was in reached} - reached
        reached |= new
        again = bool(new)
    assert reached == set(State)


def test_nothing_becomes_public_without_a_person_who_decides() -> None:
    """Every way from put forward to public has a person's step that asks all conditions."""
    into = {State.PUBLIC}
    free = [step for step in STEPS if step.by == states.ITSELF]
    while more := {step.was for step in free if step.to in into} - into:
        into |= more
    entering = [step for step in STEPS if step.to in into and step.was not in into]
    assert {step.key for step in entering} == {"decide", "embargo", "put-back"}
    assert {step.was for step in entering} == {State.PROPOSED, State.WITHDRAWN}
    assert all(states.every_check_ran in step.conditions for step in entering)
    assert all(states.another_person in step.conditions for step in entering)


def test_what_is_ready_can_be_decided() -> None:
    assert states.why_not_decided(READY) == []


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            Facts(checked=False),
            "Not every check of it has run to its end, so it cannot be published.",
        ),
        (
            Facts(two_people=True, by_the_same=True),
            "Something in it is restricted or left out, so another person has to decide.",
        ),
        (
            Facts(overtaken=True),
            "Something newer about this was decided since: put it forward again.",
        ),
        (
            Facts(hidden_changed=True),
            "What is restricted or left out has changed since this was put forward: put it forward again.",
        ),
        (
            Facts(embargoed=True),
            "Something about this waits under embargo: stop that first, or wait until it is public.",
        ),
    ],
)
def test_why_it_cannot_be_decided(facts: Facts, sentence: str) -> None:
    assert states.why_not_decided(facts) == [sentence]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (Facts(overtaken=True), "Something newer about this was decided since: put it forward again."),
        (
            Facts(hidden_changed=True),
            "What is restricted or left out has changed since this was put forward: put it forward again.",
        ),
    ],
)
def test_why_it_stays_shut_when_its_embargo_ends(facts: Facts, sentence: str) -> None:
    assert states.why_not_opened(facts) == [sentence]


def test_what_was_decided_once_is_not_asked_again_when_its_embargo_ends() -> None:
    assert (
        states.why_not_opened(Facts(two_people=True, by_the_same=True, checked=False, embargoed=True)) == []
    )


def test_one_person_is_enough_where_nothing_is_left_out() -> None:
    assert states.why_not_decided(replace(READY, by_the_same=True)) == []
    assert states.why_not_decided(replace(READY, two_people=True)) == []


facts_of_all_kinds = st.builds(Facts, **{one.name: st.booleans() for one in fields(Facts)})


@given(facts_of_all_kinds)
def test_a_reason_is_a_sentence_and_takes_nothing_else_back(facts: Facts) -> None:
    for step in STEPS:
        for reason in states.why_not_now(step, facts):
            assert reason[0].isupper()
            assert reason.endswith(".")
    assert (states.why_not_decided(facts) == []) == (
        facts.checked
        and not (facts.two_people and facts.by_the_same)
        and not (facts.overtaken or facts.hidden_changed or facts.embargoed)
    )


@pytest.mark.parametrize(
    ("held", "state"),
    [
        (Standing("proposed"), State.PROPOSED),
        (Standing("dropped"), State.DROPPED),
        (Standing("decided"), State.WAITING),
        (Standing("decided", chained=True), State.DECIDED),
        (Standing("decided", chained=True, taken=True, parts=("current",)), State.PUBLIC),
        (Standing("decided", chained=True, taken=True, parts=("current", "withdrawn")), State.PUBLIC),
        (Standing("decided", chained=True, taken=True, parts=("replaced", "withdrawn")), State.CORRECTED),
        (Standing("decided", chained=True, taken=True, parts=("withdrawn",)), State.WITHDRAWN),
        (Standing("decided", chained=True, taken=True), State.PUBLIC),
    ],
)
def test_how_far_it_has_come(held: Standing, state: State) -> None:
    assert state_of(held) == state


def test_the_manual_shows_this_diagram_and_this_table() -> None:
    text = MANUAL.read_text()
    for printed in (diagram.diagram(), diagram.table()):
        assert printed in text, "print it anew: make the page from core.publication.diagram"
