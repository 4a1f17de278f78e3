"""Whatever comes in: a chart of as many rows, or one clear sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.shewhart import Options, c_chart, chart, g_chart, p_chart, t_chart, u_chart
from answerable.core.spc.shewhart_kinds import LIMITS, OF_SOMETHING
from answerable.core.spc.shewhart_parts import Screening

NUMBERS = st.one_of(
    st.none(),
    st.integers(-3, 50),
    st.floats(),
    st.floats(-1e6, 1e6),
    st.sampled_from([0, 0.0, -0.0, 1e300, 5e-324]),
)
COUNTS = st.one_of(st.none(), st.integers(0, 40))


def options() -> st.SearchStrategy[Options]:
    return st.builds(
        Options,
        freeze=st.one_of(st.none(), st.integers(-2, 40)),
        parts=st.lists(st.integers(-2, 40), max_size=4),
        exclude=st.lists(st.integers(-2, 40), max_size=4),
        screening=st.sampled_from(Screening),
        floored=st.booleans(),
    )


@settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # much is drawn, and a busy machine is no fault
@given(st.sampled_from(sorted(LIMITS)), st.lists(st.tuples(NUMBERS, NUMBERS), max_size=15), options())
def test_anything_is_drawn_or_refused(
    kind: str, rows: list[tuple[float | None, float | None]], chosen: Options
) -> None:
    y, n = [a for a, _ in rows], [b for _, b in rows]
    try:
        drawn = chart(kind, y, n if kind in OF_SOMETHING else None, chosen)
    except Impossible:
        return
    lines = (drawn.values, drawn.centre, drawn.lower, drawn.upper, drawn.outside, drawn.part, drawn.include)
    assert {len(line) for line in lines} == {len(rows)}
    assert len(drawn.runs) == len(drawn.times) == len(set(drawn.part)) or not rows


@settings(deadline=None)
@given(st.lists(st.tuples(COUNTS, st.one_of(st.none(), st.integers(40, 90))), max_size=40), options())
def test_shares_lie_between_limits_between_nought_and_one(
    rows: list[tuple[int | None, int | None]], chosen: Options
) -> None:
    drawn = p_chart([a for a, _ in rows], [b for _, b in rows], chosen)
    for lower, centre, upper in zip(drawn.lower, drawn.centre, drawn.upper, strict=True):
        if lower is not None and centre is not None and upper is not None:
            assert 0 <= lower <= centre <= upper <= 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=40), st.integers(1, 1000))
def test_the_multiplier_scales_lines_and_moves_no_signal(counts: list[int], by: int) -> None:
    plain, scaled = c_chart(counts), c_chart(counts, Options(multiply=by))
    assert scaled.upper == [None if one is None else one * by for one in plain.upper]
    assert (scaled.outside, scaled.runs) == (plain.outside, plain.runs)


@settings(deadline=None)
@given(st.lists(st.integers(0, 60), min_size=2, max_size=40), st.data())
def test_a_part_is_as_if_drawn_alone(counts: list[int], data: st.DataObject) -> None:
    edge = data.draw(st.integers(1, len(counts) - 1))
    whole = chart("i", counts, options=Options(parts=[edge]))
    assert whole.upper == chart("i", counts[:edge]).upper + chart("i", counts[edge:]).upper


@settings(deadline=None)
@given(st.sampled_from(["run", "i", "c", "g", "t"]), st.floats(0, 1e6), st.integers(1, 40))
def test_a_series_that_never_changes_never_signals(kind: str, value: float, rows: int) -> None:
    drawn = chart(kind, [value] * rows)
    assert drawn.outside == [0] * rows
    assert not drawn.runs[0].signal


@settings(deadline=None)
@given(st.integers(0, 9), st.integers(9, 30), st.integers(1, 40))
def test_a_share_that_never_changes_never_signals(hits: int, size: int, rows: int) -> None:
    for drawn in (p_chart([hits] * rows, [size] * rows), u_chart([hits] * rows, [size] * rows)):
        assert drawn.outside == [0] * rows
        assert not drawn.runs[0].signal


def test_nothing_in_is_nothing_out() -> None:
    assert p_chart([], []).values == []


def test_nothing_counted_of_nothing_is_missing() -> None:
    assert p_chart([3, 0, 4], [10, 0, 12]).values[1] is None


@pytest.mark.parametrize(
    ("y", "n", "said"),
    [
        ([3, 11], [10, 10], "The numerator of row 2 (11) is above its denominator (10)."),
        ([3, 1], [10, 0], "Row 2 counts 1 of a denominator of 0."),
        ([3, 1], [10, -4], "The denominator of row 2 is -4: it must be a number above 0."),
        ([3, 1], [10, float("nan")], "The denominator of row 2 is nan: it must be a number above 0."),
        ([-3, 1], [10, 10], "The value of row 1 is -3: a count or a time between events is never below 0."),
        ([float("inf"), 1], [10, 10], "The value of row 1 is not a number that can be charted."),
        ([3], [10, 10], "There are 1 numerators and 2 denominators: give one for each."),
    ],
)
def test_impossible_shares_are_refused_in_a_sentence(y: list[float], n: list[float], said: str) -> None:
    with pytest.raises(Impossible) as why:
        p_chart(y, n)
    assert str(why.value) == said


def test_a_rate_may_be_above_one() -> None:
    assert u_chart([30, 20], [10, 10]).values == [3, 2]


@pytest.mark.parametrize("draw", [c_chart, g_chart, t_chart])
def test_nothing_is_counted_below_nought(draw) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Impossible, match="never below 0"):
        draw([1, -1])


def test_a_chart_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Impossible, match="There is no chart called “xbar”"):
        chart("xbar", [1, 2])


def test_a_share_wants_its_denominators() -> None:
    with pytest.raises(Impossible, match="needs a denominator"):
        chart("p", [1, 2])
