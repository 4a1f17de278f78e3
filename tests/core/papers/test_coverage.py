"""Headings that match are proposed for the points of the terms of reference, and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.papers.coverage import propose
from answerable.core.papers.subjects import propose_topics

POINTS = [
    "How long do callers to 101 wait, by day and hour?",
    "How many callers are lost before they are answered?",
    "What are the risks and challenges of the new rota?",
    "What has changed for victims since March?",
]


def proposed(*headings: str) -> list[str | None]:
    return [None if at is None else headings[at] for at in propose(POINTS, headings)]


def test_headings_that_repeat_the_words() -> None:
    headings = ("Summary", "Lost callers", "How long callers wait", "Victims", "Risks and challenges")
    assert proposed(*headings) == [
        "How long callers wait",
        "Lost callers",
        "Risks and challenges",
        None,  # one word stands in too many points to be sure
    ]


def test_a_number_with_some_of_the_words() -> None:
    headings = ("1. Call waiting on 101", "2. Callers who hang up", "3. Challenges", "4. Victims")
    assert proposed(*headings) == list(headings)


def test_headings_that_name_the_point() -> None:
    assert proposed("Point 2", "Point 4: anything", "ToR 1") == [
        "ToR 1",
        "Point 2",
        None,
        "Point 4: anything",
    ]


def test_a_note_that_numbers_its_own_parts_is_not_matched_by_number() -> None:
    assert proposed("1. Introduction", "2. Background", "3. Governance", "4. Conclusion") == [None] * 4


def test_words_count_more_than_a_number() -> None:
    headings = ("1. Introduction", "3. Victims since March", "4. Risks and challenges of the rota")
    assert proposed(*headings)[2:] == ["4. Risks and challenges of the rota", "3. Victims since March"]


def test_one_part_may_answer_two_points() -> None:
    points = ["How many callers are lost?", "Why are callers lost?"]
    assert propose(points, ["Callers that are lost"]) == [0, 0]


def test_percentages_and_years_are_no_numbers_of_points() -> None:
    assert proposed("2% of something else", "2019 in figures", "1.2 something else") == [None] * 4


def test_without_points_or_headings_nothing_is_proposed() -> None:
    assert propose([], ["Victims"]) == []
    assert propose(POINTS, []) == [None] * 4


@given(st.lists(st.text(), max_size=8), st.lists(st.text(), max_size=8))
def test_every_point_gets_a_heading_that_is_there_or_none(points: list[str], headings: list[str]) -> None:
    found = propose(points, headings)
    assert len(found) == len(points)
    assert all(at is None or 0 <= at < len(headings) for at in found)


@given(st.sampled_from(POINTS))
def test_a_heading_that_repeats_the_point_is_proposed(point: str) -> None:
    assert propose([point], ["Summary", point, "Annex"]) == [1]


def test_a_topic_is_proposed_where_all_its_words_are() -> None:
    topics = [(1, "Waiting"), (2, "Answering 101 calls"), (3, "Victims of crime"), (4, "101"), (5, "")]
    points = ["How many calls to 101 were answered?", "Who waits on 101?", "What do victims say?"]
    assert propose_topics(points, topics) == [2, 1, None]
