"""What somebody types into the search box, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.full_text import fts5, tsquery
from answerable.core.full_text.terms import LONGEST_WORD, MOST_WORDS, Term, clean, parse

EXAMPLES = {
    "police officers": '("police" AND "officers")',
    '"police officer"': '("police officer")',
    "burgl*": '("burgl" *)',
    '"neighbourhood team"': '("neighbourhood team")',
    "theft OR burglary": '("theft") OR ("burglary")',
    "theft of OR": '("theft" AND "of")',
    "theft -vehicle": '(("theft") NOT ("vehicle"))',
    'theft -"from a vehicle" -bicycle': '(("theft") NOT ("from a vehicle" OR "bicycle"))',
    "anti-social": '("anti social")',
    "12.5%": '("12 5")',
    "or and not near": '("or" AND "and" AND "not" AND "near")',
    "title:secret": '("title secret")',
    "an unclosed \"quotation mark": '("an" AND "unclosed" AND "quotation mark")',
    "don't": '("don t")',
}  # fmt: skip


@pytest.mark.parametrize("typed", EXAMPLES)
def test_is_written_as_fts5_wants_it(typed: str) -> None:
    assert fts5.expression(parse(typed)) == EXAMPLES[typed]


def test_is_written_as_postgresql_wants_it() -> None:
    written = tsquery.expression(parse('theft "from a vehicle" burgl* -bicycle OR café'))
    assert written == "('theft' & 'from' <-> 'a' <-> 'vehicle' & 'burgl':* & !('bicycle')) | ('cafe')"


@pytest.mark.parametrize("typed", ["", "   ", '""', "-", "OR", "-vehicle", "…", "\0", "🚓", "*", "(", "'"])
def test_asks_for_nothing(typed: str) -> None:
    assert parse(typed) == []


def test_leaves_the_rest_of_what_is_far_too_long() -> None:
    words = [word for group in parse("word " * 5000) for term in group.wanted for word in term.words]
    assert len(words) == MOST_WORDS
    assert parse("x" * 10_000)[0].wanted == [Term(("x" * LONGEST_WORD,))]


@given(st.text())
def test_has_letters_and_digits_only(typed: str) -> None:
    for group in parse(typed):
        assert group.wanted
        for term in [*group.wanted, *group.unwanted]:
            assert all(word.isalnum() for word in term.words)


@given(st.text())
def test_cleaned_text_can_be_stored_and_marked(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert not set(cleaned) & {"\0", "\x02", "\x03"}
    assert clean(cleaned) == cleaned
