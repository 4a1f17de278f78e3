"""The measure of likeness: exact, and never cheated by the quick check before it."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.likeness import fold, overlap, pair, ratio, without_trailing_brackets


def test_folding_leaves_letters_digits_and_percent():
    assert fold("Item 2.1: “Ferry” answered 85% – on time") == "item21ferryanswered85%ontime"


texts = st.text(alphabet="abcde 1%.", max_size=40)


@given(texts, texts, st.sampled_from([0.55, 0.6, 0.75, 0.8]))
def test_the_quick_check_never_loses_a_likeness(one, other, least):
    exact = SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()
    given_ratio = ratio(one, other, least)
    assert given_ratio == exact or (given_ratio == 0.0 and exact < least)


def test_each_prediction_serves_one_label():
    labels = ["the ferry timetable", "the ferry timetable"]
    predictions = ["the ferry timetable"]
    assert pair(labels, predictions, lambda one, other: ratio(one, other, 0.8), 0.8) == {0: 0}


def test_the_best_pair_is_joined_first():
    labels = ["DCC to share the ferry report", "DCC to share the ferry reports again"]
    predictions = ["DCC to share the ferry reports again", "DCC to share the ferry report"]
    joined = pair(labels, predictions, lambda one, other: ratio(one, other, 0.6), 0.6)
    assert joined == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Circulate the plan (Secretariat)", "Circulate the plan"),
        ("Circulate the plan (Secretariat).", "Circulate the plan"),
        ("Circulate (the) plan", "Circulate (the) plan"),
    ],
)
def test_an_owner_in_trailing_brackets_may_go(text, left):
    assert without_trailing_brackets(text) == left


def test_overlap_is_of_the_shorter_text():
    sentence = "The warden will bring the timetable to the board."
    assert overlap(sentence, "Much was said of ferries. " + sentence) == 1.0
    assert overlap("The warden", "The warden") == 0.0
