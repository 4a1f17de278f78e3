"""Points as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.papers.points import points_in, without_marker


@pytest.mark.parametrize(
    "text",
    [
        "1. Waiting\n2. Lost calls\n3. Victims",
        "1) Waiting\n2) Lost calls\n3) Victims",
        "(1) Waiting\n(2) Lost calls\n(3) Victims",
        "a) Waiting\nb) Lost calls\nc) Victims",
        "i. Waiting\nii. Lost calls\niii. Victims",
        "• Waiting\n• Lost calls\n• Victims",
        "- Waiting\n- Lost calls\n- Victims",
        "Point 1: Waiting\nPoint 2: Lost calls\nPoint 3: Victims",
        "1.1 Waiting\n1.2 Lost calls\n1.3 Victims",
        "1\tWaiting\n2\tLost calls\n3\tVictims",
        "1.\tWaiting\r\n\r\n2.\tLost calls\r\n\r\n3.\tVictims\r\n",
        "Waiting\nLost calls\nVictims",
        "\n\n  Waiting\n\n\nLost calls\n Victims  \n",
        "1.\u00a0Waiting\n2.\u00a0Lost calls\n3.\u00a0Victims",
    ],
)
def test_each_way_to_write_a_list_gives_its_points(text: str) -> None:
    assert points_in(text).points == ["Waiting", "Lost calls", "Victims"]


def test_a_point_goes_on_over_lines() -> None:
    found = points_in("1. How long do callers wait,\n   by day and hour?\n2. How many are lost?")
    assert found.points == ["How long do callers wait, by day and hour?", "How many are lost?"]


def test_what_stands_before_the_first_number_is_the_introduction() -> None:
    found = points_in("Please cover the following.\nKeep it short.\n\n1. Waiting\n2. Lost calls")
    assert found.introduction == "Please cover the following. Keep it short."
    assert found.points == ["Waiting", "Lost calls"]


def test_a_paragraph_after_a_point_is_not_lost() -> None:
    assert points_in("1. Waiting\n\nAnd the cost.\n\n2. Victims").points == [
        "Waiting",
        "And the cost.",
        "Victims",
    ]


@pytest.mark.parametrize(
    "line", ["101 waiting times", "2019 to 2021", "9 in 10 callers", "A new model", "I ask"]
)
def test_words_that_only_look_like_markers_stay(line: str) -> None:
    assert points_in(line).points == [line]
    assert without_marker(line) == line


@pytest.mark.parametrize("text", ["", "\n\n", " \t ", "\x00\x07"])
def test_nothing_gives_no_points(text: str) -> None:
    assert points_in(text).points == []


@given(st.text())
def test_any_text_gives_points_that_are_one_line_each(text: str) -> None:
    found = points_in(text)
    assert all(one == one.strip() and one.isprintable() for one in found.points)


WORDS = st.text("abcdefghij ", min_size=3, max_size=40).map(lambda text: " ".join(("Word " + text).split()))


@given(st.lists(WORDS, min_size=1, max_size=20))
def test_a_numbered_list_comes_back_as_it_was(points: list[str]) -> None:
    text = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    assert points_in(text).points == points
