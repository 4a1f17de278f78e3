"""The manual's table of due words is what ``find_dues`` does, alone and inside a sentence."""

import pytest

from answerable.core.minutes.due import find_dues
from tests.spec.due_words import NEXT_MEETING, NO_DUES, SAID_ON, SECTIONS, Row

ROWS = [row for rows in SECTIONS.values() for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.phrase)
def test_a_phrase_means_its_day(row: Row) -> None:
    sentence = f"DCC to report back {row.phrase}."
    [found] = find_dues(sentence, SAID_ON, next_meeting=NEXT_MEETING)
    assert found.due == {"text": row.phrase, "date": row.day, "precision": row.precision}
    assert sentence[found.start : found.end] == row.phrase


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.phrase)
def test_a_phrase_that_starts_an_action_means_the_same(row: Row) -> None:
    [found] = find_dues(f"{row.phrase.capitalize()}, CC to share it", SAID_ON, next_meeting=NEXT_MEETING)
    assert (found.due["date"], found.start) == (row.day, 0)


@pytest.mark.parametrize("sentence", NO_DUES)
def test_what_is_not_due(sentence: str) -> None:
    assert find_dues(sentence, SAID_ON, next_meeting=NEXT_MEETING) == []
