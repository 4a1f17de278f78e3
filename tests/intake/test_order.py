"""In which order files come in makes no difference to what is held in the end."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.bringing import bring_file, finish, state
from tests.records import action, item, note, record, update

pytestmark = pytest.mark.django_db

OLD = [("Edith Marrow", "Chief Constable", "CC"), ("Tom Carrow", "Assistant Chief Constable", "ACC")]
NEW = [("Asha Dunmore", "Chief Constable", "CC"), ("Tom Carrow", "Assistant Chief Constable", "ACC")]

ARCHIVE: list[dict[str, Any]] = [
    record("2023-01-10", item("1", "Rural crime"), action("CC to map rural thefts", "CC"), people=OLD),
    record(
        "2023-02-14", item("1", "Rural crime"),
        action("ACC to visit the Fen stations", "ACC", due="2023-03-31"),
        update("Maps are drawn.", "CC to map rural thefts", "2023-01", "1", "reported"), people=OLD,
    ),
    record("2023-03-14", item("1", "Rural crime"), note("Nothing new."), people=OLD),
    record(
        "2023-04-11", item("1", "Knife crime"), action("CC to map rural thefts again", "CC"),
        update("Done.", "CC to map rural thefts", "2023-01", "1", "complete"), people=NEW,
    ),
    record("2023-05-09", item("1", "Rural crime"), note("This meeting was cancelled."), people=[]),
    record("2023-06-13", item("1", "Rural crime"), note("Thefts fell."), people=NEW),
    record(
        "2023-09-12", item("1", "Rural crime"), note("Actions 1 and 2 from July 2023 can be closed."),
        update("All were visited.", "ACC to visit the Fen stations", "2023-02", "1", "complete"),
        update("Again.", "CC to map rural thefts again", "2023-04", "1", "open"),
        people=NEW, forum="Accountability Board",
    ),
    record("2023-10-10", item("1", "Rural crime"), people=NEW, forum="Accountability Board"),
]  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(len(ARCHIVE))), st.integers(1, len(ARCHIVE)))
def test_any_order_in_any_number_of_runs_comes_to_the_same(order: list[int], runs: int) -> None:
    expected = brought([list(range(len(ARCHIVE)))])
    parts = [order[start::runs] for start in range(runs)]
    assert brought([part for part in parts if part]) == expected


def brought(runs: list[list[int]]) -> dict[str, Any]:
    """What is held after these runs, each of some files; undone again."""
    with transaction.atomic():
        for run in runs:
            for index in run:
                bring_file(ARCHIVE[index], name=f"{index}.json")
            finish()
        held = without_numbers(state())
        transaction.set_rollback(True)
    return held


def without_numbers(held: dict[str, Any]) -> dict[str, Any]:
    """Numbers are permanent: an action that came in a later run has a later number, whatever its day."""
    texts = {one[0]: one[3] for one in held["actions"]}
    for part, at in (("actions", 0), ("owners", 0), ("updates", 5)):
        held[part] = sorted(
            ((*one[:at], texts.get(one[at], one[at]), *one[at + 1 :]) for one in held[part]), key=str
        )
    return held


def test_in_one_run_the_numbers_are_the_same_too() -> None:
    held = []
    for order in itertools.islice(itertools.permutations(range(len(ARCHIVE))), 0, 40000, 13331):
        with transaction.atomic():
            for index in order:
                bring_file(ARCHIVE[index], name=f"{index}.json")
            finish()
            held.append(state())
            transaction.set_rollback(True)
    assert all(one == held[0] for one in held)
