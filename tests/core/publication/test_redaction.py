"""Words that the public is not to read: what is replaced, and that the outcome never tells what it was."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.core.publication.redaction import (
    CATEGORY_NAMES,
    Category,
    Redaction,
    derived,
    hidden_in,
    marker,
    redacted,
    stands_in,
)

PERSONAL, EXEMPT, OPERATIONAL = Category.PERSONAL, Category.EXEMPTION, Category.OPERATIONAL
GONE = marker(PERSONAL)


def without(text: str, *words: str) -> str:
    return redacted(text, [Redaction(one, PERSONAL) for one in words])


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Mrs Quillfeather called.", "Mrs Quillfeather"),
        ("MRS QUILLFEATHER called.", "Mrs Quillfeather"),
        ("Mrs  Quillfeather called.", "Mrs Quillfeather"),
        ("Mrs\nQuillfeather called.", "Mrs Quillfeather"),
        ("Mrs\u00a0Quillfeather called.", "Mrs Quillfeather"),
        ("Mrs Quill-\nfeather called.", "Mrs Quillfeather"),
        ("Mrs Quill\nfeather called.", "Mrs Quillfeather"),
        ("Mrs Quill\u00adfeather called.", "Mrs Quillfeather"),
        ("Mrs Quill\u200bfeather called.", "Mrs Quillfeather"),
        ("Mrs\u2060 Quillfeather\ufeff called.", "Mrs Quillfeather"),
        ("José called.", unicodedata.normalize("NFD", "José")),
        (unicodedata.normalize("NFD", "José") + " called.", "José"),
        ("Jose called.", "José"),
        ("Frau Strauß called.", "Frau STRAUSS"),
        ("Frau STRAUSS called.", "Frau Strauß"),
        ("İlker called.", "ilker"),
        ("ilker called.", "İLKER"),
        ("Mr Griﬃn called.", "Mr Griffin"),
        ("Ｑuill called.", "Quill"),
        ("Quill\u2010Feather called.", "Quill-Feather"),
        ("Quill Feather called.", "Quill-Feather"),
        ("O\u2019Quill called.", "O'Quill"),
        ("£500 called.", "£500"),
        ("98% called.", "98%"),
        ("(01632) 960001 called.", "(01632) 960001"),
    ],
)
def test_words_are_found_however_they_are_written(written: str, words: str) -> None:
    assert without(written, words) == f"{GONE} called."


@pytest.mark.parametrize("ending", ["'s", "\u2019s", "s", "s'", "s\u2019"])
def test_the_ending_of_a_name_goes_with_it(ending: str) -> None:
    assert without(f"It was Quillfeather{ending} turn.", "Quillfeather") == f"It was {GONE} turn."


def test_a_word_inside_another_stays() -> None:
    assert without("Ann spoke of the annual plan.", "Ann") == f"{GONE} spoke of the annual plan."
    assert not stands_in("Ann", "the annual plan")


def test_one_marker_however_many_words_there_were() -> None:
    for names in (["Quill"], ["Quill", "Plume"], ["Quill", "Plume", "Vane"]):
        written = " and ".join(names)
        assert without(f"Seen by {written} today.", *names) == f"Seen by {GONE} today."
    assert without("Quill, Plume; Vane", "Quill", "Plume", "Vane") == GONE


def test_a_secret_in_a_secret_leaves_nothing() -> None:
    both = [Redaction("Quill of Ash Lane", OPERATIONAL), Redaction("Quill", PERSONAL)]
    for order in (both, both[::-1]):
        assert redacted("It was Quill of Ash Lane.", order) == f"It was {marker(PERSONAL)}."


def test_secrets_that_overlap_leave_nothing() -> None:
    both = [Redaction("red house at Ash", PERSONAL), Redaction("Ash Lane corner", PERSONAL)]
    assert redacted("The red house at Ash Lane corner.", both) == f"The {GONE}."


def test_a_secret_that_is_the_words_of_a_marker() -> None:
    said = "Mrs Quill spoke of personal data and what was left out."
    told = without(said, "Mrs Quill", "personal data", "left out")
    assert told == f"{GONE} spoke of {GONE} and what was {GONE}."


def test_all_of_a_text_goes() -> None:
    whole = [Redaction("", EXEMPT), Redaction("Quill", PERSONAL)]
    assert redacted("Anything about Quill.", whole) == marker(EXEMPT)
    assert redacted("", whole) == marker(EXEMPT)


def test_nothing_but_signs_can_go_too() -> None:
    assert without("The grade was *** this time.", "***") == f"The grade was {GONE} this time."


def test_empty_texts_stay_empty() -> None:
    assert redacted("", [Redaction("Quill", PERSONAL)]) == ""
    assert redacted("Quill", []) == "Quill"


SECRET = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=20)
SECRETS = st.lists(SECRET, min_size=1, max_size=4).map(" ".join)
BEFORE = st.sampled_from(["", "The call of ", "(", "“", "It cost £", "- ", "One, two. ", "Ash "])
AFTER = st.sampled_from(["", " was not answered.", "’s call", "'s", "s", ")", ", and so on", "!", " 4"])


@given(BEFORE, SECRETS, SECRETS, AFTER)
def test_the_outcome_is_the_same_whatever_the_secret_was(
    before: str, one: str, other: str, after: str
) -> None:
    rest = f"{before} {after}"
    for secret in (one, other):
        assume(not hidden_in(rest, [Redaction(secret, PERSONAL)]))
        assume(not after.startswith("s") or not secret.endswith(("s", "S")))
    told = {without(f"{before}{secret}{after}", secret) for secret in (one, other)}
    assert len(told) == 1
    assert GONE in told.pop()


@given(SECRETS, st.sampled_from(["upper", "lower", "nfd", "nfkc", "broken", "soft"]))
def test_no_letter_of_it_stays_however_it_is_written(secret: str, way: str) -> None:
    written = {
        "upper": secret.upper(), "lower": secret.lower(), "nfd": unicodedata.normalize("NFD", secret),
        "nfkc": unicodedata.normalize("NFKC", secret), "broken": secret.replace(" ", " \n "),
        "soft": "\u00ad".join(secret),
    }[way]  # fmt: skip
    assume(stands_in(secret, secret))
    assert without(written, secret) == GONE


@given(st.text(max_size=60), st.lists(SECRETS, max_size=3))
def test_any_text_is_taken(text: str, words: list[str]) -> None:
    told = without(text, *words)
    assert hidden_in(text, [Redaction(one, PERSONAL) for one in words]) or told == text


class TestDerived:
    """Texts that were made of a line."""

    LINE = "The DCC said that Mrs Quill of 4 Ash Lane waited 41 minutes. PCC was troubled."

    def told(self, text: str, words: str = "Mrs Quill of 4 Ash Lane") -> str:
        return derived(text, self.LINE, [Redaction(words, PERSONAL)])

    def test_a_piece_of_it_that_cuts_the_secret(self) -> None:
        assert self.told("said that Mrs Quill of 4") == f"said that {GONE}"
        assert self.told("Ash Lane waited 41 minutes") == f"{GONE} waited 41 minutes"
        assert self.told("Quill") == GONE

    def test_a_piece_of_it_beside_the_secret(self) -> None:
        assert self.told("PCC was troubled.") == "PCC was troubled."

    def test_more_than_the_line(self) -> None:
        assert self.told(f"Before. {self.LINE} After.") == (
            f"Before. The DCC said that {GONE} waited 41 minutes. PCC was troubled. After."
        )

    def test_more_than_the_line_with_the_secret_again_around_it(self) -> None:
        told = self.told(f"Mrs Quill of 4 Ash Lane rang. {self.LINE} {self.LINE}")
        assert "Quill" not in told
        assert told.count(GONE) == 3

    def test_more_than_a_line_that_goes_whole(self) -> None:
        whole = [Redaction("", EXEMPT)]
        told = derived(f"Before. {self.LINE} Between. {self.LINE} After.", self.LINE, whole)
        assert told == f"Before. {marker(EXEMPT)} Between. {marker(EXEMPT)} After."

    def test_a_piece_that_stands_in_it_openly_and_in_the_secret(self) -> None:
        line = "41 calls came. Mrs Quill waited 41 minutes."
        assert derived("41", line, [Redaction("waited 41 minutes", PERSONAL)]) == GONE

    def test_other_words_that_tell_of_it(self) -> None:
        assert self.told("A lady Quill waited.") == GONE
        assert self.told("Somebody waited.") == "Somebody waited."

    def test_a_line_that_goes_whole(self) -> None:
        assert derived("Anything", self.LINE, [Redaction("", EXEMPT)]) == marker(EXEMPT)


@given(st.lists(st.sampled_from(["Quill", "waited", "41", "minutes", "PCC", "."]), max_size=12), st.data())
def test_no_piece_of_a_line_and_no_text_around_it_tells_the_secret(
    words: list[str], data: st.DataObject
) -> None:
    """The name stands nowhere else: whatever was made of the line, it is not in it."""
    line = " ".join(words)
    start = data.draw(st.integers(0, len(line)))
    piece = line[start : data.draw(st.integers(start, len(line)))].strip()
    for text in (piece, f"{line} Quill said so.", f"Quill, of: {line}"):
        assert "Quill" not in derived(text, line, [Redaction("Quill", PERSONAL)])


def test_a_marker_says_the_category_and_no_more() -> None:
    assert [marker(one) for one in Category] == [f"[left out: {CATEGORY_NAMES[one]}]" for one in Category]
