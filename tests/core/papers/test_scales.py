"""The words of a judgement."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.papers.scales import POINTS, SCALES, VERDICTS, points_value, reference_page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "judging-briefing-notes.md"


def test_the_manual_says_what_the_code_says() -> None:
    """Printed anew with PRINT_PAGES=1 in the environment."""
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(reference_page(), "utf-8")
    assert PAGE.read_text("utf-8") == reference_page()


def test_each_scale_has_a_name_of_its_own_and_short_values() -> None:
    assert len({one.name for one in SCALES}) == len(SCALES)
    assert all(len(value) <= 20 for one in SCALES for value in one.words)


@pytest.mark.parametrize(
    ("covered", "partly", "missing", "said"),
    [
        (4, 0, 0, "Every point"),
        (3, 1, 0, "Most points"),
        (2, 0, 2, "Most points"),
        (1, 1, 2, "Some points"),
        (0, 1, 3, "Some points"),
        (0, 0, 4, "No point"),
        (3, 0, 0, ""),
    ],
)
def test_verdicts_come_to_words(covered: int, partly: int, missing: int, said: str) -> None:
    verdicts = {"covered": covered, "partly": partly, "missing": missing}
    assert POINTS.said(points_value(verdicts, 4)) == said


def test_no_points_come_to_nothing() -> None:
    assert points_value({}, 0) == ""


@given(st.lists(st.sampled_from([*VERDICTS, ""]), min_size=1))
def test_one_more_covered_point_is_never_worse(verdicts: list[str]) -> None:
    def rank(some: list[str]) -> int:
        said = points_value({one: some.count(one) for one in VERDICTS}, len(some))
        return list(POINTS.words).index(said) if said else -1

    better = ["covered" if at == 0 and one else one for at, one in enumerate(verdicts)]
    assert rank(better) <= rank(verdicts) or rank(better) == -1
