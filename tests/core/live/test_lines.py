"""What the grammar makes of lines as they are typed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.live.lines import Piece, Setting, Typed, read_line, read_lines
from answerable.core.live.words import KIND_NAMES, WORDS
from tests.spec.typed_lines import HERE


def one(text: str, **more: Any) -> Piece:
    [piece] = read_line(text, HERE, **more)
    return piece


def kinds(*texts: str) -> list[str]:
    """The kinds of the first piece of each line."""
    return [pieces[0]["kind"] for pieces in read_lines([Typed(text) for text in texts], HERE)]


def test_an_action_with_owner_and_due() -> None:
    piece = one("ACTION: DCC to share the new baseline by the end of June")
    assert piece["kind"] == "action"
    assert piece["text"] == "DCC to share the new baseline by the end of June"
    assert piece["owners"] == ["DCC"]
    assert [due["date"] for due in piece["due"]] == ["2026-06-30"]


def test_a_question_and_its_answer() -> None:
    asked, said = read_lines(
        [Typed("PCC asked if the target of 85% was still right."), Typed("The DCC said it was not.")], HERE
    )
    assert (asked[0]["kind"], asked[0]["speakers"]) == ("question", ["PCC"])
    assert (said[0]["kind"], said[0]["speakers"]) == ("response", ["DCC"])


def test_both_in_one_line_are_two_pieces() -> None:
    pieces = read_line("The PCC was disappointed with this. The CC explained that staff had left.", HERE)
    assert [(piece["kind"], piece["speakers"]) for piece in pieces] == [
        ("question", ["PCC"]), ("response", ["CC"]),
    ]  # fmt: skip
    assert pieces[0]["stance"] == "disappointed"


def test_a_promise_is_seen_with_its_day() -> None:
    _, said = read_lines([Typed("PCC asked when."), Typed("The CC would report by May.")], HERE)
    assert said[0]["promise"]
    assert [due["date"] for due in said[0]["due"]] == ["2026-05-31"]


def test_the_next_meeting_is_a_day() -> None:
    piece = one("ACTION: CC to write to all by the next meeting")
    assert [due["date"] for due in piece["due"]] == ["2026-04-16"]


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_gives_its_kind(word: str) -> None:
    head = word.capitalize() if len(word) > 1 else word.upper()
    piece = one(f"{head}: the figures were shown")
    assert (piece["kind"], piece["text"]) == (WORDS[word], "the figures were shown")


def test_a_word_can_name_who_speaks() -> None:
    assert one("A (DCC): yes, by May.")["speakers"] == ["DCC"]
    assert one("Question (PCC and DPCC): is it right?")["speakers"] == ["PCC", "DPCC"]


@pytest.mark.parametrize("kind", sorted(KIND_NAMES))
def test_a_persons_kind_goes_before_the_grammars(kind: str) -> None:
    piece = one("The PCC asked if callers waited.", kind=kind)
    assert piece["kind"] == kind


def test_a_persons_speakers_and_owners_stand() -> None:
    assert one("It was explained that they had left.", kind="response", speakers=("CC",))["speakers"] == [
        "CC"
    ]
    assert one("ACTION: the letter to be sent", speakers=("CC", "DCC"))["owners"] == ["CC", "DCC"]
    assert one("The PCC asked if callers waited.", speakers=())["speakers"] == []


def test_a_marker_is_taken_off_an_action_that_a_person_names() -> None:
    assert one("ACTION: CC to write", kind="action")["text"] == "CC to write"
    assert one("CC to write", kind="action")["owners"] == ["CC"]


@pytest.mark.parametrize("text", ["1. Provision of services", "Any other business", "2.1 Budget", "A. PLANS"])
def test_no_line_opens_an_item(text: str) -> None:
    assert (one(text)["kind"], one(text)["text"]) == ("note", text)
    assert kinds("The plan was shown.", text, "It was long.") == ["note", "note", "note"]


@pytest.mark.parametrize(
    "text",
    [
        "ACTION:",
        "Q:",
        "–",
        "()",
        "«»",
        "a" * 4000,
        "'; DROP TABLE line; --",
        "<b>x</b>",
        "1.",
        "•",
    ],
)
def test_what_is_not_understood_is_a_note(text: str) -> None:
    assert (one(text)["kind"], one(text)["text"]) == ("note", text)


def test_a_list_of_actions_is_read_as_one() -> None:
    assert kinds("Actions arising:", "1. CC to see to it", "2. DCC to help") == ["note", "action", "action"]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["PCC asked why.", "The CC said so.", "ACTION: CC to go", "Actions:", "1. CC to go", "Owner: CC",
             "Q: why?", "A (CC): so.", "3. Budget", "Any other business", "Update: done", "RESOLVED:",
             "(a) That it be noted", "Question from a member of the public: Mr Doe", "Commissioner:",
             "Due: May", "Action 2.1c from March: Report", "Next meeting: 12 May 2026", "H: Calls"]
        ),
        st.text(min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool),
    ),
    max_size=12,
)  # fmt: skip
ITEM_KINDS = ["matters_arising", "next_meeting", "any_other_business", "other", "holding_to_account"]


@settings(max_examples=300, deadline=None)
@given(LINES, st.sampled_from(ITEM_KINDS))
def test_nothing_typed_is_ever_an_error_or_lost(texts: list[str], kind: Any) -> None:
    read = read_lines([Typed(text) for text in texts], Setting(HERE.voices, HERE.date, None, kind))
    assert len(read) == len(texts)
    for pieces in read:
        assert pieces
        assert all(piece["kind"] in KIND_NAMES for piece in pieces)


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_reading_again_gives_the_same(texts: list[str]) -> None:
    typed = [Typed(text) for text in texts]
    assert read_lines(typed, HERE) == read_lines(typed, HERE)
