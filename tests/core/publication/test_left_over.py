"""What was left out in one place and stands still in another."""

from __future__ import annotations

import pytest

from answerable.core.publication.checks import Place
from answerable.core.publication.left_over import left_over
from answerable.core.publication.redaction import Category, Redaction, marker

QUILL = Redaction("Mrs Quillfeather of Ash Lane", Category.PERSONAL)


def found(text: str, *words: Redaction, lines: tuple[str, ...] = ()) -> bool:
    return bool(left_over([Place("wyvern/x#entry-1", "text", text)], words, lines))


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Quillfeather of Ash Lane",
        "the Quillfeathers",
        "a quillfeather-like case",
        "Q u i l l f e a t h e r",
        "Quill feather",
        "in the lane",
    ],
)
def test_a_name_is_found_by_any_part_of_it(text: str) -> None:
    assert found(text, QUILL)


@pytest.mark.parametrize("text", ["", "Mrs Ash of", "A quill.", f"He met {marker(Category.PERSONAL)}."])
def test_what_tells_nothing_is_not(text: str) -> None:
    assert not found(text, QUILL)


def test_words_that_are_no_name_are_found_whole_only() -> None:
    where = Redaction("in Tarnebury from 1 September 2026", Category.OPERATIONAL)
    assert found("It opens in Tarnebury, from 1 September 2026.", where)
    assert not found("It opens in Tarnebury in September 2026.", where)


def test_days_and_months_are_nobody() -> None:
    assert not found("They meet in March.", Redaction("Peter March", Category.PERSONAL))


def test_a_secret_that_is_called_like_a_month_is_looked_for() -> None:
    assert found("He spoke with June about it.", Redaction("June", Category.PERSONAL))
    assert not found("Of the plan.", Redaction("June", Category.PERSONAL))


def test_a_short_word_counts_where_it_stands_alone() -> None:
    assert found("Ann was there.", Redaction("Ann", Category.PERSONAL))
    assert not found("The annual plan.", Redaction("Ann", Category.PERSONAL))


def test_a_sentence_of_a_line_that_is_left_out_whole() -> None:
    line = "Agreed. The safe house moves to the old mill in May."
    assert found("It was said that the safe house moves to the old mill in May.", lines=(line,))
    assert not found("Agreed.", lines=(line,))


def test_each_place_is_told_with_its_text() -> None:
    places = [Place("a#entry-1", "text", "Quillfeather"), Place("a#entry-2", "text", "nothing")]
    one = left_over(places, [QUILL])
    assert [(each.path, each.quote, each.blocks) for each in one] == [("a#entry-1", "Quillfeather", False)]


def test_a_marker_is_no_finding() -> None:
    assert not found(f"He met {marker(Category.PERSONAL)}.", Redaction("personal data", Category.PERSONAL))
