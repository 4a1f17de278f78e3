"""What samples can tell: a share, a gap between areas, whether areas differ at all."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.measures.facts import Observed
from answerable.core.measures.surveys import (
    Asked,
    asked,
    gap,
    often,
    points,
    rounded_up,
    share,
)

NORTH, SOUTH = Asked("North", 83, 200), Asked("South", 79, 210)
DAY = dt.date(2026, 5, 1)
answers = st.builds(
    Asked,
    st.sampled_from(["North", "South"]),
    st.floats(0, 100),
    st.integers(1, 10**6).map(float),
)


class TestGap:
    def test_the_gap_of_four_points_that_is_noise(self) -> None:
        """1.96^2 x (0.83 x 0.17 + 0.79 x 0.21) / 0.04^2 is 737: about 740."""
        found = gap(NORTH, SOUTH)
        assert found.by_chance
        assert found.sentence == (
            "The gap of 4 points is within what samples of this size give by chance; about 740 people "
            "an area would settle it."
        )

    def test_what_740_mean_stands_behind_it(self) -> None:
        assert gap(NORTH, SOUTH).detail == (
            "The gap is likely between −4 and 12 points. With about 740 answers an area, the range of a gap "
            "as large as this one would leave out nought; to find a true gap of this size 4 times in 5 takes "
            "about 1,600."
        )

    def test_with_enough_answers_it_is_told(self) -> None:
        found = gap(Asked("North", 83, 2000), Asked("South", 79, 2100))
        assert not found.by_chance and found.enough is None
        assert found.sentence == (
            "North is 4 points above South, more than samples of this size give by chance: the gap is likely "
            "between 2 and 6 points."
        )

    def test_the_higher_one_is_named_first_whichever_way_round(self) -> None:
        one, two = Asked("North", 60, 3000), Asked("South", 79, 2100)
        assert gap(one, two).sentence == gap(two, one).sentence
        assert gap(one, two).sentence.startswith("South is 19 points above North")

    def test_about_740_would_have_settled_it(self) -> None:
        assert not gap(Asked("North", 83, 760), Asked("South", 79, 760)).by_chance
        assert gap(Asked("North", 83, 700), Asked("South", 79, 700)).by_chance

    def test_no_gap_to_speak_of(self) -> None:
        found = gap(Asked("North", 80.2, 300), Asked("South", 80.4, 300))
        assert found.sentence == "There is no gap to speak of between North and South."
        assert found.enough is None

    def test_two_people_that_disagree_do_not_settle_it(self) -> None:
        found = gap(Asked("North", 100, 1), Asked("South", 0, 1))
        assert found.by_chance and found.enough == 2

    def test_few_answers_are_said(self) -> None:
        found = gap(Asked("North", 83, 49), Asked("South", 79, 50))
        assert found.cautions == ["Only 49 people were asked in North: too few to say much."]

    def test_the_widest_of_five_areas_wants_more_than_a_pair_does(self) -> None:
        """Of five areas there are ten pairs, and one of them is the widest by chance alone."""
        high, low = Asked("North", 83, 900), Asked("South", 79, 900)
        assert not gap(high, low).by_chance
        found = gap(high, low, among=5)
        assert found.by_chance and found.enough == 1600
        assert found.detail.endswith("It is the widest of 10 pairs, and one of them is wide by chance.")

    @given(answers, answers, st.integers(2, 12))
    def test_any_two(self, one: Asked, two: Asked, among: int) -> None:
        found, turned = gap(one, two, among=among), gap(two, one, among=among)
        assert found.lower <= found.difference + 1e-9 and found.difference - 1e-9 <= found.upper
        assert turned.difference == pytest.approx(-found.difference)
        assert (turned.lower, turned.upper) == pytest.approx((-found.upper, -found.lower), abs=1e-9)
        assert turned.by_chance == found.by_chance
        assert found.enough is None or found.enough > min(one.sample, two.sample)


class TestShare:
    def test_with_its_range(self) -> None:
        assert share(Asked("North", 83, 400)).sentence == (
            "83% of 400 people asked in North: among everybody likely between 79% and 86%."
        )

    def test_few_are_said(self) -> None:
        assert share(Asked("North", 50, 12)).cautions

    @given(answers)
    def test_any(self, one: Asked) -> None:
        found = share(one)
        assert 0 <= found.lower <= one.share + 1e-9 and one.share - 1e-9 <= found.upper <= 100


class TestObserved:
    def test_a_share_with_its_sample(self) -> None:
        assert asked("North", Observed(DAY, DAY, 83.0, sample=400)) == Asked("North", 83, 400)

    def test_counts_before_a_rounded_share(self) -> None:
        found = asked("North", Observed(DAY, DAY, 83.0, numerator=331, denominator=400))
        assert found == Asked("North", 82.75, 400)

    @pytest.mark.parametrize(
        "one",
        [
            Observed(DAY, DAY, None, sample=400),
            Observed(DAY, DAY, 83.0),
            Observed(DAY, DAY, 103.0, sample=400),
            Observed(DAY, DAY, -1.0, sample=400),
            Observed(DAY, DAY, 83.0, sample=0),
            Observed(DAY, DAY, 83.0, sample=1e12),
        ],
    )
    def test_what_is_unknown_or_cannot_be(self, one: Observed) -> None:
        assert asked("North", one) is None


def test_numbers_of_people_have_two_figures() -> None:
    assert [rounded_up(n) for n in (1.2, 9, 99.1, 737, 1506, 14_001, float("inf"), 0)] == [
        2, 9, 100, 740, 1600, 15_000, 0, 0,
    ]  # fmt: skip


def test_points() -> None:
    assert (points(1), points(-4.26, 1), points(1.04, 1)) == ("1 point", "4.3 points", "1.0 point")


def test_chances_in_words() -> None:
    assert [often(p) for p in (0.7, 0.2, 0.049, 0.0009)] == [
        "more often than not",
        "about 1 time in 5",
        "about 1 time in 20",
        "less than 1 time in 1,000",
    ]
