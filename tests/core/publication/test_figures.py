"""The figures over the register: each of what it is counted of."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.actions.outcomes import Facts, Outcome
from answerable.core.publication.figures import figures

TODAY = dt.date(2019, 5, 2)
DAYS = st.none() | st.dates(dt.date(2018, 1, 1), dt.date(2020, 12, 31))
FACTS = st.builds(
    Facts, st.sampled_from(["open", "reported", "closed", "withdrawn"]),
    st.sampled_from(["", "kept", "kept late"]), DAYS, DAYS, DAYS,
)  # fmt: skip


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_counts_what_can_be_so() -> None:
    due, past = day("2018-06-30"), day("2018-07-01")
    rows = [
        (Facts("closed", "kept", due), past),
        (Facts("closed", "kept late", due), past),
        (Facts("closed", "kept"), None),
        (Facts("open", "", due, past, past), past),
        (Facts("open", "", day("2019-06-30")), day("2019-07-01")),
        (Facts("open"), None),
    ]
    found = figures(rows, TODAY)
    assert (found.all, found.dated_done, found.counts[Outcome.KEPT]) == (6, 2, 1)
    assert (found.open, found.dated_open, found.overdue, found.counts[Outcome.LAPSED]) == (3, 2, 1, 1)


def test_of_nothing_nothing_is_counted() -> None:
    assert figures([], TODAY).all == 0


@given(st.lists(st.tuples(FACTS, DAYS)))
def test_every_action_is_in_one_class(rows: list[tuple[Facts, dt.date | None]]) -> None:
    found = figures(rows, TODAY)
    assert found.all == len(rows)
    assert 0 <= found.overdue <= found.dated_open <= found.open
    assert found.counts[Outcome.LAPSED] <= found.open
