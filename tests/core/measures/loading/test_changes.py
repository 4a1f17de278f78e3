"""What loading would change: new, revised, the same; overlaps, gaps, and who did not report."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.measures.facts import Frequency
from answerable.core.measures.loading.changes import Change, Kept, Key, changes, clashes, counts, key_of
from answerable.core.measures.loading.coverage import (
    Span,
    last_of,
    missing,
    missing_said,
    next_start,
    with_reported,
)
from answerable.core.measures.loading.given import Given
from answerable.core.measures.loading.periods import Period

NAMES = {"force": "Wyvern Valley Police", "area:1": "North", "area:2": "South"}
TODAY = dt.date(2024, 12, 31)


def month(text: str) -> Period:
    start = dt.date.fromisoformat(f"{text}-01")
    return Period(start, last_of(start, Frequency.MONTH))


def value(text: str, number: float | None = 1.0, place: str = "area:1", row: int = 2, **more: Any) -> Given:
    return Given(1, place, month(text), number, row=row, column=3, **more)


def kept(text: str, number: float | None = 1.0, place: str = "area:1", **more: Any) -> dict[Key, Kept]:
    when = month(text)
    return {Key(1, place, when.start): Kept(when.start, when.last, number, **more)}


def one(given_: Given, held: dict[Key, Kept], *has: str) -> Change:
    return changes([given_], held, set(has))[0]


def test_new_revised_and_the_same() -> None:
    held = kept("2024-05", 12)
    assert one(value("2024-06", 12), held).what == "new"
    assert one(value("2024-05", 12), held).what == "same"
    change = one(value("2024-05", 14), held)
    assert (change.what, change.words) == ("revised", "12 → 14")


def test_binary_fractions_are_no_revision() -> None:
    assert one(value("2024-05", 0.1 + 0.2), kept("2024-05", 0.3)).what == "same"


def test_a_value_that_is_taken_back_is_a_revision() -> None:
    change = one(value("2024-05", None, note="[x]"), kept("2024-05", 12))
    assert (change.what, change.words) == ("revised", "12 → [x]")


def test_becoming_final_is_a_revision_that_says_so() -> None:
    change = one(value("2024-05", 12), kept("2024-05", 12, provisional=True))
    assert (change.what, change.words) == ("revised", "12 (final now)")


def test_what_the_file_does_not_tell_stays() -> None:
    held = kept("2024-05", 12, sample=300, numerator=36)
    assert one(value("2024-05", 12), held).what == "same"
    assert one(value("2024-05", 14), held).now.sample == 300
    change = one(value("2024-05", 12), held, "sample")
    assert (change.what, change.words) == ("revised", "12 (sample 300 → none)")


def test_counts() -> None:
    found = changes([value("2024-05", 12), value("2024-06"), value("2024-07")], kept("2024-05", 12), set())
    assert counts(found) == {"new": 2, "revised": 0, "same": 1}


def sentences(*given_: Given, held: dict[Key, Kept] | None = None, rolling: bool = False) -> list[str]:
    found = clashes(given_, held or {}, NAMES, TODAY, {1} if rolling else set())
    return [fault.sentence for fault in found]


def test_two_values_for_one_period() -> None:
    assert sentences(value("2024-05", 12), value("2024-05", 14, row=9)) == [
        "C9: There are two values of North for May 2024: 12 in C2 and 14 here. Leave one of them."
    ]
    assert not sentences(value("2024-05", 12), value("2024-05", 14, place="area:2"))


def test_a_period_that_has_not_begun() -> None:
    assert sentences(value("2025-01")) == ["C2: January 2025 has not begun. Check the year, or leave it out."]


def week(start: str, row: int = 2) -> Given:
    first = dt.date.fromisoformat(start)
    return Given(1, "area:1", Period(first, first + dt.timedelta(days=6)), 1.0, row=row, column=3)


def test_periods_that_share_days() -> None:
    assert sentences(week("2024-05-06"), week("2024-05-10", 3)) == [
        "C3: week to 16 May 2024 of North shares days with week to 12 May 2024 in C2. Every day may be in one"
        " period only."
    ]


def test_periods_that_share_days_with_kept_ones() -> None:
    before = {Key(1, "area:1", dt.date(2024, 5, 4)): Kept(dt.date(2024, 5, 4), dt.date(2024, 5, 10), 1.0)}
    after = {Key(1, "area:1", dt.date(2024, 5, 8)): Kept(dt.date(2024, 5, 8), dt.date(2024, 5, 14), 1.0)}
    for held in (before, after):
        (said,) = sentences(week("2024-05-06"), held=held)
        assert "C2: week to 12 May 2024 of North shares days with" in said
        assert "that is kept already" in said
    elsewhere = {Key(1, "area:2", key.start): row for key, row in before.items()}
    assert not sentences(week("2024-05-06"), held=elsewhere)


def test_rolling_periods_overlap_by_nature() -> None:
    rows = [
        Given(1, "force", Period(dt.date(2023, at, 1), dt.date(2024, at - 1, 28)), 1.0, row=at)
        for at in (3, 4, 5)
    ]
    assert sentences(*rows)
    assert not sentences(*rows, rolling=True)


def test_missing_periods_are_listed_with_those_that_are_kept() -> None:
    said = missing_said(
        [value("2024-01"), value("2024-05")],
        kept("2024-02"),
        {1: Frequency.MONTH},
        {1: "Satisfaction"},
        NAMES,
    )
    assert list(said) == ["Satisfaction, North: no value for March 2024 and April 2024."]


def test_nothing_is_missing_in_a_row_without_gaps() -> None:
    rows = [value(f"2024-{at:02}") for at in range(1, 13)]
    assert not list(missing_said(rows, {}, {1: Frequency.MONTH}, {1: "Satisfaction"}, NAMES))


FIVE = {f"area:{at}": Span(name) for at, name in enumerate(("North", "South", "East", "West", "Centre"), 1)}


def test_four_of_five_areas_reported() -> None:
    rows = [value("2024-05", place=f"area:{at}") for at in (1, 2, 3, 4)] + [value("2024-05", place="force")]
    made, said = with_reported(rows, FIVE)
    assert said == ["May 2024: 4 of 5 areas reported; not Centre."]
    assert [(one.reported, one.expected) for one in made if one.place == "force"] == [(4, 5)]


def test_a_mark_is_no_report() -> None:
    rows = [value("2024-05", place=f"area:{at}") for at in (1, 2, 3, 4)]
    rows.append(value("2024-05", None, place="area:5", note="[x]"))
    assert with_reported(rows, FIVE)[1] == ["May 2024: 4 of 5 areas reported; not Centre."]


def test_an_area_counts_only_while_it_was_one() -> None:
    areas = {**FIVE, "area:5": Span("Centre", end=dt.date(2024, 3, 31))}
    rows = [value("2024-05", place=f"area:{at}") for at in (1, 2, 3, 4)]
    assert with_reported(rows, areas)[1] == []


def test_a_file_of_one_area_says_nothing_of_the_others() -> None:
    assert with_reported([value("2024-05"), value("2024-05", place="force")], FIVE)[1] == []


def test_a_column_that_says_who_reported_counts_more() -> None:
    rows = [value("2024-05", place=f"area:{at}") for at in (1, 2)]
    rows.append(value("2024-05", place="force", reported=3, expected=3))
    made, _ = with_reported(rows, FIVE)
    assert (made[-1].reported, made[-1].expected) == (3, 3)


SERIES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 100)), unique_by=lambda pair: pair[0], max_size=30
)


@given(SERIES)
def test_the_same_file_twice_changes_nothing(rows: list[tuple[int, int]]) -> None:
    values = [value(f"{2019 + at // 12}-{at % 12 + 1:02}", float(number)) for at, number in rows]
    held = {key_of(change.given): change.now for change in changes(values, {}, set())}
    assert all(change.what == "same" for change in changes(values, held, set()))


@given(
    st.sampled_from(list(Frequency)), st.dates(dt.date(1991, 1, 1), dt.date(2090, 1, 1)), st.integers(2, 40)
)
def test_what_is_left_out_is_what_is_missing(frequency: Frequency, day: dt.date, count: int) -> None:
    starts = [day.replace(day=1)]
    while len(starts) < count:
        starts.append(next_start(starts[-1], frequency))
    assert missing([starts[0], starts[-1]], frequency) == starts[1:-1]
    assert not missing(starts, frequency)
