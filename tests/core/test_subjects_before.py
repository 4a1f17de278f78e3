"""Has this been asked before: what is found, what is not, and what comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.subjects.before import Asked, alike, search_text, search_words

EARLIER = [
    Asked("lamps", "The PCC asked why the lamps on the harbour steps were still out.", "Bulbs were ordered.",
          "Harbour lighting"),
    Asked("ferry", "The PCC asked how long passengers waited for the evening ferry.",
          "Half an hour, said the harbour master, since one boat was in dock.", "Ferries"),
    Asked("otters", "The DPCC asked whether otters had been counted this winter.", "There were eleven.",
          "Otter census"),
    Asked("wardens", "How many warden posts stand empty?", "Nine of forty.", "Warden vacancies"),
    Asked("code", "The PCC asked why outcome 16 was used so often.", "It was checked.", "Outcomes"),
]  # fmt: skip


POSTS = ["PCC", "DPCC", "harbour master"]


def keys(text: str) -> list[object]:
    return [one.key for one in alike(text, EARLIER, POSTS)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("How long do passengers wait for the evening ferry?", "ferry"),
        ("Waiting times of ferry passengers in the evenings", "ferry"),  # turned round and bent
        ("Please say what has been done about the harbour lamps, and when the steps will be lit.", "lamps"),
        ("What is the number of vacant posts among the wardens, and which of them stand empty?", "wardens"),
        ("Was there a count of the otters?", "otters"),
        ("Outcome 16 and its use", "code"),
    ],
)
def test_the_same_question_in_other_words_comes_first(text: str, key: str) -> None:
    assert keys(text)[:1] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "How many drones does the force have?",
        "The PCC asked for an update on progress.",
        "Outcome 22 and its use",
        "",
        "?!",
        "harbour dues and berths for yachts",
    ],
)
def test_what_was_never_asked_finds_nothing(text: str) -> None:
    assert keys(text) == []


def test_a_question_inside_a_long_text_is_found() -> None:
    text = (
        "For the thematic meeting on the river: a short history of the quay, the cost of dredging, the plans "
        "for the new slipway, and how long passengers waited for the evening ferry in each month of the year."
    )
    assert keys(text) == ["ferry"]


def test_one_word_finds_what_is_about_it() -> None:
    assert keys("otters") == ["otters"]


def test_what_the_answer_says_counts_less_than_what_was_asked() -> None:
    found = alike(
        "boats in dock", [Asked(1, "What of boats in dock?"), Asked(2, "What else?", "Boats in dock.")]
    )
    assert [one.key for one in found] == [1, 2]
    assert found[0].score > found[1].score


def test_the_search_is_for_any_two_of_the_telling_words() -> None:
    words = search_words("How long does the PCC say that passengers wait for Route 12?", POSTS)
    assert words == ["Route", "12", "passengers", "wait"]
    asked = search_text("passengers wait for the ferry")
    assert '"passengers" "ferry"' in asked
    assert " OR " in asked
    assert search_text("otters") == '"otters"'
    assert search_text("and of the") == ""


@given(st.text(max_size=300))
def test_whatever_is_typed_gives_an_order(text: str) -> None:
    found = alike(text, EARLIER)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 < one.score <= 1 for one in found)
    assert len(search_text(text).split()) <= 60


@given(st.permutations(EARLIER))
def test_the_order_of_the_record_makes_no_difference(rows: list[Asked]) -> None:
    text = "How long do passengers wait for the evening ferry?"
    assert alike(text, rows) == alike(text, EARLIER)


@given(st.sampled_from(EARLIER))
def test_a_question_is_like_itself(one: Asked) -> None:
    assert alike(one.question, EARLIER)[0] == (one.key, 1.0)
