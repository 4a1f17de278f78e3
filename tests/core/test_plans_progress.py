"""How far a plan is, in counts and words; what a newer version changes; what each objective got."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.plans.changes import Kept, changes, counts
from answerable.core.plans.parts import Part
from answerable.core.plans.progress import Counted, Standing, in_words, mean_progress, standing, under
from answerable.core.plans.shares import none_yet, parts_below, shares

TODAY = dt.date(2026, 11, 21)
PAST, AHEAD = dt.date(2026, 10, 31), dt.date(2027, 3, 31)


def actions(*states: str, due: dt.date | None = None, parent: int | None = None) -> list[Counted]:
    return [Counted(at, parent, "action", state, due) for at, state in enumerate(states, 1)]


def words(*states: str, due: dt.date | None = None) -> str:
    return in_words(standing(actions(*states, due=due), TODAY))


def test_a_plan_of_forty_actions() -> None:
    parts = actions(*["done"] * 30, *["under-way"] * 6, *["not-started"] * 4)
    late = [
        Counted(one.key, None, "action", one.state, PAST if one.key in (31, 32, 37) else AHEAD)
        for one in parts
    ]
    said = "75% delivered: 30 of 40 actions done, 6 under way, 4 not started"
    assert in_words(standing(parts, TODAY)) == f"{said}."
    assert in_words(standing(late, TODAY)) == f"{said}; 3 are late."


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (["done"], "1 of 1 action done."),
        (["done", "not-started"], "1 of 2 actions done, 1 not started."),
        (["done"] * 8 + ["under-way"] * 3, "Around 73% delivered: 8 of 11 actions done, 3 under way."),
        (["done", "dropped"], "1 of 1 action done; 1 dropped and not counted."),
        (["dropped"], "All of it was dropped."),
        ([], "Nothing to count yet."),
    ],
)
def test_words(states: list[str], said: str) -> None:
    assert words(*states) == said


def test_what_is_done_is_not_late() -> None:
    assert words("done", "dropped", due=PAST) == "1 of 1 action done; 1 dropped and not counted."
    assert words("under-way", due=TODAY) == "0 of 1 action done, 1 under way."
    assert words("under-way", due=PAST).endswith("; 1 is late.")


def test_objectives_count_where_there_are_no_actions() -> None:
    parts = [Counted(1, None, "objective", "done"), Counted(2, None, "objective", "under-way")]
    assert in_words(standing(parts, TODAY)) == "1 of 2 objectives done, 1 under way."
    with_action = [*parts, Counted(3, 2, "action", "done")]
    assert in_words(standing(with_action, TODAY)) == "1 of 1 action done."


def test_objectives_of_which_nothing_was_said_are_not_called_late_or_not_started() -> None:
    parts = [Counted(1, None, "objective", "not-started"), Counted(2, None, "objective", "not-started")]
    assert in_words(standing(parts, TODAY)) == "2 objectives; nothing was said yet of how far they are."
    assert in_words(standing(parts[:1], TODAY)) == "1 objective; nothing was said yet of how far it is."


def test_each_part_counts_all_that_stands_under_it() -> None:
    parts = [
        Counted(1, None, "objective", "not-started"), Counted(2, 1, "objective", "not-started"),
        Counted(3, 2, "action", "done"), Counted(4, 1, "action", "under-way"),
        Counted(5, None, "action", "done"),
    ]  # fmt: skip
    below = under(parts, TODAY)
    assert below == {1: Standing(done=1, under_way=1), 2: Standing(done=1)}


STATES = st.sampled_from(["done", "under-way", "not-started", "dropped"])


@given(st.lists(STATES, max_size=60))
def test_every_part_is_counted_once(states: list[str]) -> None:
    found = standing(actions(*states), TODAY)
    assert found.total + found.dropped == len(states)
    assert found.share is None or 0 <= found.share <= 100


def test_the_mean_of_how_far_parts_are() -> None:
    assert mean_progress([("done", None), ("under-way", 50), ("not-started", None), ("dropped", 90)]) == 50
    assert mean_progress([("done", 100), ("under-way", None), ("under-way", 20)]) is None
    assert mean_progress([("done", 100), ("not-started", None)]) is None


HELD = [
    Kept("1", "Do a", "action", owner="DCC", due=AHEAD, state="under-way", progress=40, note="It goes on."),
    Kept("2", "Do b", "action"),
]
COLUMNS = {"number", "text", "owner", "due", "state", "progress", "note"}


def row(number: str, text: str, **fields: object) -> Part:
    return Part(number, text, row=int(number) + 1, kind="action", **fields)  # type: ignore[arg-type]


def test_the_same_again_changes_nothing() -> None:
    same = row("1", "Do a", owner="DCC", due=AHEAD, state="under-way", progress=40, note="It goes on.")
    found = changes(HELD, [same, row("2", "Do b")], COLUMNS)
    assert counts(found) == {"new": 0, "changed": 0, "dropped": 0, "same": 2}
    assert not any(one.moved_on or one.differences for one in found)


def test_a_newer_version_changes_adds_and_drops() -> None:
    first = row("1", "Do a well", owner="DCC", due=dt.date(2027, 4, 30), state="done")
    found = changes(HELD, [first, row("3", "Do c")], COLUMNS)
    assert [(one.now.number, one.what) for one in found] == [("1", "changed"), ("3", "new"), ("2", "dropped")]
    assert found[0].differences == [
        ("Text", "Do a", "Do a well"), ("Due", "31 March 2027", "30 April 2027"),
        ("State", "under way", "done"), ("Per cent done", "40%", "100%"),
    ]  # fmt: skip
    assert found[0].now.note == "It goes on."
    assert found[2].now.state == "dropped"
    assert [one.moved_on for one in found] == [True, False, True]


def test_what_the_file_has_no_column_for_stays() -> None:
    found = changes(HELD, [row("1", "Do a"), row("2", "Do b")], {"number", "text"})
    assert counts(found)["same"] == 2


def test_a_column_that_is_empty_now_empties_the_value() -> None:
    found = changes(HELD, [row("1", "Do a", state="under-way", progress=40), row("2", "Do b")], COLUMNS)
    assert [label for label, _, _ in found[0].differences] == ["Owner", "Due"]


def test_a_dropped_part_comes_back() -> None:
    held = [Kept("1", "Do a", "action", state="dropped")]
    assert counts(changes(held, [], COLUMNS))["dropped"] == 0
    back = changes(held, [row("1", "Do a")], COLUMNS)[0]
    assert (back.what, back.now.state) == ("changed", "not-started")


def test_parts_below_an_objective_reach_over_plans() -> None:
    links = [(1, None, None), (2, 1, None), (10, None, 2), (11, 10, None), (20, None, None), (30, 30, None)]
    assert parts_below(1, links) == {1, 2, 10, 11}
    assert parts_below(30, links) == {30}


def test_shares_have_their_denominators() -> None:
    every = none_yet() | {"items": {1, 2, 3, 4}, "actions": {7}}
    one = none_yet() | {"items": {1, 2, 99}}
    other = none_yet() | {"items": {2}, "actions": {7}}
    found = shares({10: one, 20: other, 30: none_yet()}, every)
    assert [found.rows[key]["items"] for key in (10, 20, 30)] == [2, 1, 0]
    assert (found.some["items"], found.none["items"], found.totals["items"]) == (2, 2, 4)
    assert (found.some["actions"], found.none["actions"]) == (1, 0)


KEYS = st.sets(st.integers(0, 12))


@given(st.dictionaries(st.integers(0, 4), KEYS), KEYS)
def test_what_some_and_none_got_is_all_there_was(reached: dict[int, set[int]], every: set[int]) -> None:
    found = shares(
        {key: none_yet() | {"items": rows} for key, rows in reached.items()}, none_yet() | {"items": every}
    )
    assert found.some["items"] + found.none["items"] == found.totals["items"] == len(every)
    assert all(row["items"] <= found.some["items"] for row in found.rows.values())
