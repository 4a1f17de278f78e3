"""Small numbers are left out, and nobody can work them out from what is shown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.core.measures.facts import Kind, Observed
from answerable.core.publication.small_numbers import THRESHOLD, WHOLE, counts_of, is_small, left_out

DAY = dt.date(2024, 1, 1)
SMALL_ONES = set(range(1, THRESHOLD))


def row(value: float | None, **more: float) -> Observed:
    return Observed(DAY, DAY, value, **more)  # type: ignore[arg-type]


def parts(*counts: int) -> dict[str, tuple[int, ...]]:
    return {f"area {at}": (one,) for at, one in enumerate(counts)}


def gone(*counts: int, whole: bool = True) -> set[str]:
    return left_out(parts(*counts), (sum(counts),) if whole else None)


def test_what_counts_fewer_than_five_is_left_out() -> None:
    assert gone(4, 20, 30, whole=False) == {"area 0"}
    assert gone(5, 20, 30) == set()


def test_a_nought_tells_of_nobody() -> None:
    assert gone(0, 20, 30) == set()


def test_one_alone_could_be_worked_out_so_another_goes() -> None:
    assert gone(3, 20, 30) == {"area 0", "area 1"}


def test_those_that_are_equal_go_together() -> None:
    assert gone(3, 30, 20, 20) == {"area 0", "area 2", "area 3"}


def test_ones_that_add_up_to_their_number_are_not_enough() -> None:
    assert gone(1, 1, 20, 30) == {"area 0", "area 1", "area 2"}


def test_a_figure_of_which_less_is_known_hides_no_more_than_that() -> None:
    table = {"did, of nobody knows how many": (3,), "two who did not": (40, 2), "large": (50, 60)}
    assert left_out(table, (93, 62)) == set(table)


def test_the_whole_goes_where_no_part_is_left_to_go() -> None:
    assert gone(3, 0) == {"area 0", WHOLE}


def test_a_small_whole_is_left_out_itself() -> None:
    assert gone(2, 0) == {"area 0", WHOLE}


@pytest.mark.parametrize(
    ("kind", "observed", "counts"),
    [
        (Kind.COUNT, row(7), (7,)),
        (Kind.COUNT, row(None), ()),
        (Kind.PROPORTION, row(75, numerator=3, denominator=4), (3, 1)),
        (Kind.PROPORTION, row(75, denominator=4), (3, 1)),
        (Kind.SURVEY, row(50, sample=600), (300, 300)),
        (Kind.RATE, row(1.2, numerator=4, denominator=3000), (4,)),
        (Kind.PROPORTION, row(97, numerator=97), (97, 3)),
        (Kind.PROPORTION, row(0, numerator=0), (0,)),
        (Kind.PROPORTION, row(0.1, denominator=100), (1, 99)),
        (Kind.SURVEY, row(50, denominator=600), (300, 300)),
        (Kind.SURVEY, row(50, sample=6, denominator=600), (3, 3)),
        (Kind.RATE, row(1.2, denominator=3000), ()),
        (Kind.DURATION, row(12.5, denominator=3), (3,)),
        (Kind.DURATION, row(12.5, sample=3), (3,)),
        (Kind.INDEX, row(101.2), ()),
    ],
)
def test_what_a_figure_lets_a_reader_count(kind: Kind, observed: Observed, counts: tuple[float, ...]) -> None:
    assert counts_of(kind, observed) == counts


def test_the_events_of_a_rate_follow_from_it_where_they_are_not_said() -> None:
    assert counts_of(Kind.RATE, row(1.2, denominator=3000), per=1000) == (4,)
    assert counts_of(Kind.RATE, row(0, denominator=3000), per=1000) == (0,)
    assert counts_of(Kind.RATE, row(1.2), per=1000) == ()


def test_those_who_did_not_are_counted_as_those_who_did() -> None:
    assert is_small(counts_of(Kind.PROPORTION, row(97, numerator=97, denominator=100)))


def test_the_largest_small_numbers_alone_are_not_enough() -> None:
    assert gone(5, 4, 4) == {"area 0", "area 1", "area 2"}


Table = tuple[tuple[int, ...], ...]


@cache
def shown(table: Table) -> tuple[tuple[tuple[int, ...] | None, ...], tuple[int, ...] | None]:
    """What the public reads of a table, area by area, and of its whole."""
    whole = tuple(map(sum, zip(*table, strict=True)))
    hidden = left_out({str(at): one for at, one in enumerate(table)}, whole)
    told = tuple(None if str(at) in hidden else one for at, one in enumerate(table))
    return told, None if WHOLE in hidden else whole


@pytest.mark.parametrize(
    ("areas", "columns", "most"), [(2, 1, 16), (3, 1, 13), (2, 2, 8)], ids=["two", "three", "two of a share"]
)
def test_no_figure_that_is_left_out_can_be_worked_out(areas: int, columns: int, most: int) -> None:
    """Every small table: who knows the rule finds at least two values for each small figure left out.

    Tables that are shown alike are all that a reader has to choose from. Those whose hidden sum is larger
    than any area's here would be alike with tables that are not here, so they are passed over.
    """
    alike: dict[object, list[Table]] = defaultdict(list)
    for table in product(list(product(range(most + 1), repeat=columns)), repeat=areas):
        alike[shown(table)].append(table)
    for tables in alike.values():
        told, whole = shown(tables[0])
        for at, column in product([at for at in range(areas) if told[at] is None], range(columns)):
            hidden = sum(one[column] for one, seen in zip(tables[0], told, strict=True) if seen is None)
            values = {table[at][column] for table in tables}
            if values & SMALL_ONES and (whole is None or hidden <= most):
                assert len(values) > 1, tables[0]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=8))
def test_what_is_left_out_is_never_one_alone_beside_its_whole(counts: list[tuple[int, int]]) -> None:
    table = {str(at): one for at, one in enumerate(counts)}
    whole = (sum(one[0] for one in counts), sum(one[1] for one in counts))
    hidden = left_out(table, whole)
    assert {name for name, one in table.items() if is_small(one)} <= hidden
    if WHOLE not in hidden:
        assert len(hidden) != 1
        for column in (0, 1):
            sums = [table[name][column] for name in hidden if table[name][column]]
            assert len(sums) != 1
            assert not sums or sum(sums) > len(sums)
