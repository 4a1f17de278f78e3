"""The same before and after where nothing was done: side by side, and the difference of the differences."""

from __future__ import annotations

import datetime as dt
from math import exp, sqrt

import pytest

from answerable.core.measures.facts import Better, Event, EventKind, Facts, Frequency, Kind
from answerable.core.measures.was_it_us import Answer, was_it_us
from answerable.core.measures.was_it_us.counting import counted, elsewhere
from tests.core.measures.series import facts, noise, raised

ON = dt.date(2024, 1, 1)
TODAY = dt.date(2026, 5, 20)
FELL = raised(noise(7, 36), 24, -10)
SOUTH = facts(noise(8, 36), whose="South")
EAST = facts(noise(9, 36, 30), whose="East")


def beside(*others: Facts, ours: Facts | None = None) -> Answer:
    return was_it_us(ours or facts(FELL), ON, others, TODAY)


def test_only_ours_fell() -> None:
    answer = beside(SOUTH, EAST)
    assert answer.headline == (
        "Better after it, and by more than where nothing was done: 8.7 calls lower than before it."
    )
    assert [row.whose for row in answer.compared] == ["North", "South", "East"]
    assert answer.beyond is not None and answer.beyond.stands_out
    assert answer.beyond.estimate == pytest.approx(-10, abs=3)
    said = [
        one for one in answer.sentences if one.startswith("Beside South and East, where nothing was done")
    ]
    assert len(said) == 1


def test_all_fell_alike() -> None:
    fell = [facts(raised(one_seed, 24, -10), whose=who) for one_seed, who in _both()]
    answer = beside(*fell)
    assert answer.moved == "better"
    assert answer.headline.endswith("but where nothing was done much the same is seen.")
    assert answer.beyond is not None and not answer.beyond.stands_out


def test_all_fell_and_ours_by_less() -> None:
    fell = [facts(raised(one_seed, 24, -25), whose=who) for one_seed, who in _both()]
    assert beside(*fell).headline.endswith("but by less than where nothing was done.")


def test_ours_stayed_while_the_others_fell() -> None:
    fell = [facts(raised(one_seed, 24, -12), whose=who) for one_seed, who in _both()]
    answer = beside(*fell, ours=facts(noise(11, 36)))
    assert answer.moved == "no"
    assert answer.headline.endswith("Beside the others, which moved, it came out worse.")


def test_nothing_moved_anywhere() -> None:
    answer = beside(SOUTH, EAST, ours=facts(noise(11, 36)))
    assert answer.headline == (
        "Nothing says that it changed: the difference after it is within ordinary variation."
    )


def test_what_happened_everywhere_cancels_out() -> None:
    """A wave over all areas hides a step of 3 from one series alone, and not from the comparison."""
    wave = noise(20, 36, 0, 6)
    ours = facts(raised([w + e for w, e in zip(wave, noise(1, 36, 40, 0.8), strict=True)], 24, -3))
    others = [
        facts([w + e for w, e in zip(wave, noise(seed, 36, 40, 0.8), strict=True)], whose=who)
        for seed, who in ((2, "South"), (3, "East"))
    ]
    assert beside(ours=ours).moved == "no"
    answer = beside(*others, ours=ours)
    assert answer.beyond is not None and answer.beyond.stands_out
    assert answer.beyond.estimate == pytest.approx(-3, abs=1)


def test_counts_are_brought_to_the_same_level() -> None:
    """Twice the size, the same fall of a quarter: no difference of the differences."""
    fell = [40.0 + (k % 3) - 10 * (k >= 24) for k in range(36)]
    ours = facts(fell, kind=Kind.COUNT)
    other = facts([2.0 * value for value in fell], kind=Kind.COUNT, whose="South")
    answer = beside(other, ours=ours)
    assert answer.beyond is not None
    assert answer.beyond.estimate == pytest.approx(0, abs=1e-9)
    assert any("brought to the same level" in one for one in answer.sentences)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (facts(noise(8, 36), whose="South", unit="%"), "its figures are of another kind"),
        (
            facts(noise(8, 36), whose="South", frequency=Frequency.QUARTER),
            "its figures are for other periods",
        ),
        (
            facts(noise(8, 36), whose="South", frequency=Frequency.ROLLING),
            "its figures are for other periods",
        ),
        (facts(noise(8, 28), whose="South"), "too few of its figures are known"),
        (facts([], whose="South"), "too few of its figures are known"),
        (facts([*noise(8, 35), 1e17], whose="South"), "figures this large are a mistake"),
        (
            facts(
                noise(8, 36),
                whose="South",
                events=[Event(dt.date(2024, 2, 1), EventKind.RECORDING, "new system")],
            ),
            "in February 2024 what is recorded, or how, changed there",
        ),
    ],
)
def test_who_is_not_compared_and_why(other: Facts, reason: str) -> None:
    answer = beside(other)
    assert f"South is left out: {reason}." in answer.cautions
    assert (answer.compared, answer.beyond) == ([], None)
    assert answer.headline.startswith("Better after it, and a real change")


def test_the_others_that_can_be_compared_are() -> None:
    answer = beside(SOUTH, facts([], whose="East"))
    assert [row.whose for row in answer.compared] == ["North", "South"]
    assert "East is left out: too few of its figures are known." in answer.cautions


def test_two_of_one_name_are_two_rows() -> None:
    answer = beside(SOUTH, facts(noise(9, 36), whose="South"), facts(noise(5, 36), whose="North"))
    assert [row.whose for row in answer.compared] == ["North", "South", "South", "North"]


def test_periods_that_somebody_lacks_are_left_out_for_all() -> None:
    even = facts([None if k % 2 else v for k, v in enumerate(noise(8, 48))], whose="South")
    odd = facts([v if k % 2 else None for k, v in enumerate(noise(9, 48))], whose="East")
    ours = facts(raised(noise(7, 48), 24, -10))
    assert was_it_us(ours, ON, [even], TODAY).beyond is not None
    answer = was_it_us(ours, ON, [even, odd], TODAY)
    assert answer.beyond is None
    assert "The others' figures are for too few of the same periods to be compared." in answer.cautions


class TestSmallCounts:
    RARE = facts([2.0, 3.0] * 12 + [0.0, 1.0] * 6, kind=Kind.COUNT)

    def others(self, before: float, after: float) -> list[Facts]:
        return [facts([before] * 24 + [after] * 12, kind=Kind.COUNT, whose=who) for who in ("South", "East")]

    def test_only_ours_fell(self) -> None:
        """6 after 60, beside 72 after 144: ours is (6.5/60.5) / (72.5/144.5) of what it would have been."""
        answer = beside(*self.others(3, 3), ours=self.RARE)
        assert answer.is_ratio and not answer.compared
        assert answer.headline.startswith("Better after it, and a real change: 6 after it, where 30.0")
        assert (
            "Where nothing was done there were 144 before it and 72 after it in the same time."
            in " ".join(answer.sentences)
        )

    def test_all_fell_alike(self) -> None:
        answer = beside(*self.others(5, 1), ours=self.RARE)
        assert answer.moved == "better"
        assert answer.headline.endswith("but chance may have set it apart from where nothing was done.")

    def test_all_fell_and_ours_by_less(self) -> None:
        """60 and 6 here, 144 and none there: "a real change" alone would hide that the others did better."""
        answer = beside(*self.others(3, 0), ours=self.RARE)
        assert answer.headline == (
            "Better after it (6 after it, where 30.0 would have come at the rate before), but by less than "
            "where nothing was done."
        )

    def test_the_ratio_of_the_ratios_by_hand(self) -> None:
        ours = counted(self.RARE, self.RARE.observed[:24], self.RARE.observed[24:])
        assert ours is not None
        rows = self.others(3, 3)[0].observed
        found = elsewhere(self.RARE, ours, [(rows[:24], rows[24:])] * 2)
        assert found is not None
        counts = (6.5, 60.5, 72.5, 144.5)
        ratio = (6.5 / 60.5) / (72.5 / 144.5)
        reach = 1.959963984540054 * sqrt(sum(1 / one for one in counts))
        assert (found.ratio, found.lower) == pytest.approx((ratio, ratio * exp(-reach)))

    def test_others_that_cannot_be_compared(self) -> None:
        answer = beside(SOUTH, ours=self.RARE)
        assert "South is left out: its figures are of another kind." in answer.cautions
        assert not any("nothing was done" in one for one in answer.sentences)


def test_without_others_nothing_is_said_of_them() -> None:
    answer = beside()
    assert (answer.compared, answer.beyond) == ([], None)
    assert not any("nothing was done" in one for one in [answer.headline, *answer.sentences])


def test_where_neither_way_is_better() -> None:
    fell = [facts(raised(one, 24, -12), whose=who, better=Better.NEITHER) for one, who in _both()]
    answer = beside(*fell, ours=facts(noise(11, 36), better=Better.NEITHER))
    assert answer.headline.endswith("it came out higher.")


def _both() -> list[tuple[list[float], str]]:
    return [(noise(8, 36), "South"), (noise(9, 36, 30), "East")]
