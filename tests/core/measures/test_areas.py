"""What is said of areas beside each other, in words and as a picture. None is named for being last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.measures.areas import Beside, at, outside_since, side_by_side
from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Observed
from answerable.core.measures.proposing import Outside

NAMES = ("Hartwell", "Brindle", "Ashmoor", "Coldbeck", "Dunmere")


def area(
    name: str,
    pairs: Sequence[tuple[float, float] | None],
    kind: Kind = Kind.SURVEY,
    scale: float = 100,
    unit: str = "%",
) -> Facts:
    observed = [
        Observed(dt.date(2026, month, 1), dt.date(2026, month, 28), scale * pair[0] / pair[1], *pair)
        for month, pair in enumerate(pairs, 1)
        if pair is not None
    ]
    return Facts("Victims satisfied", kind, unit, Better.HIGHER, Frequency.MONTH, observed, whose=name)


def five(*hits: float, of: float = 200) -> list[Facts]:
    return [area(name, [(x, of)]) for name, x in zip(NAMES, hits, strict=True)]


def many(*hits: float, of: float = 100) -> list[Facts]:
    return [area(f"Force {number:02}", [(x, of)]) for number, x in enumerate(hits, 1)]


def told(areas: Sequence[Facts]) -> Beside:
    found = side_by_side(areas)
    assert found is not None
    return found


def test_five_areas_that_chance_explains() -> None:
    found = told(five(150, 158, 149, 160, 152))
    assert found.headline == "Nothing says that the 5 areas differ."
    assert found.sentences == [
        "Chance alone sets areas of these sizes as far apart as this more often than not.",
        "Some area is always last; none is named for that.",
    ]
    assert (found.outside, found.differ, found.funnel) == ([], False, None)
    assert "less than once in 20 times" in found.rule
    assert found.overall == pytest.approx(76.9)


def test_one_of_five_is_outside() -> None:
    found = told(five(110, 158, 149, 160, 152))
    assert found.headline == (
        "Hartwell, at 55%, is below what samples of this size give by chance (99.8%); "
        "the others are not told apart."
    )
    assert (found.outside, found.above, found.differ) == (["Hartwell"], [], True)


def test_two_of_five_on_either_side() -> None:
    found = told(five(1370, 1530, 1490, 1650, 1520, of=2000))
    assert found.headline == (
        "Coldbeck (82%) is above and Hartwell (68%) is below what samples of this size give by chance "
        "(99.8%); the others are not told apart."
    )
    assert (found.outside, found.above) == (["Coldbeck", "Hartwell"], ["Coldbeck"])


def test_areas_that_differ_without_one_standing_out() -> None:
    found = told(five(137, 153, 149, 165, 152))
    assert found.headline == "The 5 areas differ, but none of them stands out from the rest."
    assert found.outside == []


def test_areas_are_in_the_order_of_their_names_with_their_intervals() -> None:
    found = told(five(150, 158, 149, 160, 152))
    assert [place.name for place in found.places] == sorted(NAMES)
    for place in found.places:
        assert place.lower is not None and place.upper is not None
        assert place.lower < place.value < place.upper
        assert place.size == 200


def test_many_areas_have_a_funnel() -> None:
    found = told(many(60, *[80] * 19))
    assert found.headline == (
        "Force 01, at 60%, is below what samples of this size give by chance (99.8%); "
        "the others are not told apart."
    )
    assert found.funnel is not None
    assert found.funnel.title == "Victims satisfied by area, January 2026"
    assert found.funnel.label == (
        "20 areas by size (answers), with limits that narrow as areas grow. All together: 79%. "
        f"{found.headline}"
    )
    assert found.funnel.overall == 79
    assert found.funnel.size_words == "answers"


def test_the_limits_of_a_funnel_close_in_as_areas_grow() -> None:
    sizes = range(50, 650, 50)
    funnel = told([area(f"Force {n}", [(n * 0.8, n)]) for n in sizes]).funnel
    assert funnel is not None
    drawn = [line[0] for line in funnel.limits]
    assert (drawn[0], drawn[-1], len(drawn)) == (25, 627.5, 60)
    assert drawn == sorted(drawn)
    widths = [upper - lower for _, lower, _, _, upper in funnel.limits]
    assert widths[0] > 2 * widths[-1]
    for _, lower998, lower95, upper95, upper998 in funnel.limits:
        assert 0 <= lower998 <= lower95 < 80 < upper95 <= upper998 <= 100


def test_many_areas_of_one_size_have_limits_about_that_size() -> None:
    funnel = told(many(*[80] * 12)).funnel
    assert funnel is not None
    assert (funnel.limits[0][0], funnel.limits[-1][0]) == (50, 150)


def test_many_areas_of_which_none_is_outside() -> None:
    found = told(many(*[80, 79, 81] * 5))
    assert found.headline == "None of the 15 areas is outside what samples of this size give by chance."
    assert found.sentences == []


def test_areas_between_the_limits_are_counted_and_not_named() -> None:
    found = told(many(*[80] * 19, 69))
    assert found.outside == []
    assert found.sentences == [
        "1 lies between the 95% and the 99.8% limits; of 20 areas about 1 would by chance."
    ]


def test_of_many_outside_each_is_named_in_a_list() -> None:
    found = told(many(50, 51, 49, 99, *[80] * 36))
    assert found.headline.startswith("4 of the 40 areas are outside")
    assert found.sentences[:2] == [
        "Force 04 (99%) is above.",
        "Force 01 (50%), Force 02 (51%) and Force 03 (49%) are below.",
    ]


def test_limits_widened_for_what_usually_lies_between_areas_say_so() -> None:
    found = told([*many(*[365, 375, 385, 395] * 5, of=500), area("Force 99", [(150, 500)])])
    assert found.headline.startswith(
        "Force 99, at 30%, is below what chance and the usual differences between areas give (99.8%)"
    )
    assert "limits are widened by what usually lies between them" in " ".join(found.sentences)


def test_rates_of_areas() -> None:
    rates = [
        area(f"Force {n}", [(x, 1000)], Kind.RATE, 1000, "per 1,000")
        for n, x in enumerate([5, 6, 24] + [6] * 9)
    ]
    found = told(rates)
    assert found.headline.startswith("Force 2, at 24 per 1,000, is above what numbers of this size give")
    assert found.funnel is not None and found.funnel.overall == pytest.approx(89 / 12)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.DURATION, Kind.INDEX])
def test_figures_without_what_they_are_of_are_not_compared(kind: Kind) -> None:
    found = told([area(name, [(x, 200)], kind) for name, x in zip(NAMES, (5, 90, 91, 92, 93), strict=True)])
    assert found.headline == "Nothing can be said of how far chance alone sets these areas apart."
    assert (found.outside, found.overall) == ((), None)
    assert "none is named for being last" in found.sentences[0]
    assert [place.lower for place in found.places] == [None] * 5


def test_impossible_figures_are_said() -> None:
    found = told([area("North", [(30, 20)]), area("South", [(10, 20)])])
    assert found.sentences == ("The numerator of an area is above its denominator.",)


def test_areas_without_a_figure_are_named() -> None:
    areas = [*five(150, 158, 149, 160, 152)[:4], area("Dunmere", [None])]
    found = told(areas)
    assert found.cautions == ["Dunmere has no figure for January 2026."]
    assert len(found.places) == 4


def test_a_period_that_only_one_area_has_reported_yet_is_not_the_last() -> None:
    areas = [area("North", [(80, 100), (10, 100)]), area("South", [(80, 100), None])]
    found = told(areas)
    assert [place.value for place in found.places] == [80, 80]


def test_one_area_alone() -> None:
    assert told([area("North", [(80, 100)])]).headline == "One area alone differs from nothing."


def test_no_figure_at_all() -> None:
    assert side_by_side([]) is None
    assert side_by_side([area("North", [None])]) is None
    assert at([area("North", [(1, 2)])], dt.date(1999, 1, 1)) is None


def test_provisional_figures_are_said() -> None:
    areas = five(150, 158, 149, 160, 152)
    one = areas[0].observed[0]
    provisional = Observed(one.start, one.last, one.value, one.numerator, one.denominator, provisional=True)
    first = Facts(
        areas[0].name, Kind.SURVEY, "%", Better.HIGHER, Frequency.MONTH, [provisional], whose="Hartwell"
    )
    assert told([first, *areas[1:]]).cautions == ["Figures for January 2026 are provisional."]


def test_since_when_an_area_has_been_outside() -> None:
    low, level = (110, 200), (155, 200)
    areas = [area("North", [low, level, low, low])] + [area(f"Area {n}", [level] * 4) for n in range(4)]
    assert outside_since(areas) == {"North": Outside(above=False, since=dt.date(2026, 3, 1))}


def test_another_side_is_another_stretch() -> None:
    low, high, level = (110, 200), (195, 200), (155, 200)
    areas = [area("North", [high, low])] + [area(f"Area {n}", [level] * 2) for n in range(4)]
    assert outside_since(areas) == {"North": Outside(above=False, since=dt.date(2026, 2, 1))}


def test_nobody_is_outside_who_was_outside_before() -> None:
    areas = [area("North", [(110, 200), (155, 200)])] + [
        area(f"Area {n}", [(155, 200)] * 2) for n in range(4)
    ]
    assert outside_since(areas) == {}


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(40, 400)), min_size=1, max_size=30),
    st.sampled_from(Kind),
)
def test_it_always_says_something_and_never_ranks(rows: list[tuple[int, int]], kind: Kind) -> None:
    areas = [area(f"Area {number:02}", [pair], kind) for number, pair in enumerate(rows)]
    found = told(areas)
    assert found.headline.endswith(".")
    assert [place.name for place in found.places] == sorted(place.name for place in found.places)
    assert set(found.above) <= set(found.outside)
    words = " ".join((found.headline, *found.sentences)).lower()
    assert not any(word in words for word in ("worst", "best", "lowest", "highest", "bottom", "significant"))


def test_rates_that_were_adjusted_are_not_told_from_their_bare_counts() -> None:
    """The chart says 30 in 1,000, the counts make 24: a test of the counts would speak of another figure."""
    rates = [
        area(name, [(x, 1000)], Kind.RATE, 1000, "per 1,000")
        for name, x in zip(NAMES, (24, 6, 6, 6, 7), strict=True)
    ]
    adjusted = replace(rates[0], observed=[replace(rates[0].observed[0], value=30.0)])
    assert told(rates).outside == ["Hartwell"]
    found = told([adjusted, *rates[1:]])
    assert found.headline == "Nothing can be said of how far chance alone sets these areas apart."
    assert "it may be adjusted" in found.sentences[0]
    assert (found.outside, found.overall) == ((), None)
    assert 30 in [place.value for place in found.places]


def test_shares_that_were_rounded_for_print_are() -> None:
    areas = [
        replace(one, observed=[replace(row, value=float(round(row.value or 0))) for row in one.observed])
        for one in five(109, 157, 149, 161, 153)
    ]
    assert told(areas).outside == ["Hartwell"]
