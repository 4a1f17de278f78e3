"""A subject's thread: what belongs to it, what led to what, who asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.subjects.thread import (
    Asker,
    Event,
    Row,
    Spot,
    Spots,
    askers,
    counted,
    in_order,
    joins,
    measures,
)

DAY = dt.date(2019, 3, 12)


def event(
    kind: Any, key: int, line: int = 0, item: int | None = 1, of: int | None = None, day: int = 0
) -> Event:
    return Event(kind, key, DAY + dt.timedelta(days=day), "Board", (1, 1, line), item, of)


@pytest.mark.parametrize(
    ("spot", "row", "belongs"),
    [
        (Spot(1, "other"), Row(1, "Lamps", (4,)), True),  # all of the item
        (Spot(1, "other"), Row(2, None, (4,)), False),
        (Spot(1, "other", "Lamps", 3), Row(1, "Lamps", (9,)), True),  # the same heading
        (Spot(1, "other", "Lamps", 3), Row(1, "Boats", (9,)), False),
        (Spot(1, "other", None, 3), Row(1, None, (9,)), True),
        (Spot(1, "matters_arising", None, 3), Row(1, None, (9,)), False),  # it speaks of everything
        (Spot(1, "matters_arising", "Lamps", 3), Row(1, "Lamps", (9,)), False),
        (
            Spot(1, "matters_arising", "Lamps", 3, True),
            Row(1, "Lamps", (9,)),
            True,
        ),  # but this is the heading
        (Spot(1, "matters_arising", "Lamps", 3, True), Row(1, "Boats", (9,)), False),
        (Spot(1, "matters_arising", None, 3), Row(1, None, (2, 3)), True),  # its very line
        (Spot(1, "matters_arising"), Row(1, None, (9,)), True),  # tied as a whole, by hand
        (Spot(1, "other"), Row(None), False),
    ],
)
def test_what_belongs_to_a_subject(spot: Spot, row: Row, belongs: bool) -> None:
    assert Spots([spot]).have(row) is belongs


@pytest.mark.parametrize(
    ("name", "measure", "about"),
    [
        ("Ferry passengers", "passengers waiting for the ferry", True),
        ("Ferry passengers", "ferries in dock", True),
        ("Ferry passengers on the evening boat", "boats", False),
        ("Lamps", "otters counted", False),
        ("The", "the", False),
    ],
)
def test_which_figures_are_about_it(name: str, measure: str, about: bool) -> None:
    assert measures(name, measure) is about


def test_an_action_comes_from_the_question_before_it_and_goes_on_to_its_end() -> None:
    events = in_order([
        event("closed", 8, item=None, of=5, day=60), event("question", 1, 1), event("question", 2, 3),
        event("action", 5, 4), event("update", 7, item=None, of=5, day=30), event("promise", 6, 2),
        event("action", 9, 9, item=2),
    ])  # fmt: skip
    told = [(one.kind, one.key) for one in events]
    assert [(told[a], told[b]) for a, b in joins(events)] == [
        (("question", 1), ("promise", 6)),
        (("question", 2), ("action", 5)),
        (("action", 5), ("update", 7)),
        (("update", 7), ("closed", 8)),
    ]


EVENTS = st.lists(
    st.builds(
        event, st.sampled_from(["question", "promise", "action", "update", "closed", "said"]),
        st.integers(1, 9), st.integers(0, 5), st.sampled_from([1, 2, None]),
        st.one_of(st.none(), st.integers(1, 9)), st.integers(0, 400),
    ),
    max_size=30,
)  # fmt: skip


@given(EVENTS)
def test_nothing_leads_back_in_time(events: list[Event]) -> None:
    ordered = in_order(events)
    assert sorted(map(str, ordered)) == sorted(map(str, events))
    for one, other in joins(ordered):
        assert one < other
        assert ordered[one].on <= ordered[other].on


def test_who_asked_is_told_once_for_each_post() -> None:
    asked = [("PCC", "A. Fenn"), ("DPCC", "I. Thorne"), ("PCC", "R. Holt"), ("PCC", "A. Fenn"), ("CEx", None)]
    assert askers(asked) == [Asker("PCC", 2), Asker("DPCC", 1), Asker("CEx", 1)]


@given(st.lists(st.sampled_from(["kept", "late", "open"])))
def test_every_class_is_counted_once(classes: list[str]) -> None:
    found = counted(classes, ["kept", "late", "open"])
    assert sum(count for _, count in found) == len(classes)
    assert all(count for _, count in found)
