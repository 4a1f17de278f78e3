"""What an action's life says in words, step by step."""

from __future__ import annotations

from typing import Any

import pytest

from answerable.components.lives import WORDS
from answerable.public.actions.saying import steps


def step(kind: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": kind, "on": "2024-02-01", "late": False, "dues": [], "words": "", "cause": "",
        "meeting": None, "entry": None, "due": None, "basis": "", "to": "", **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (step("moved", dues=["2024-02-29"]), "Moved to 29 February 2024"),
        (step("moved"), "Moved to when an event has happened"),
        (step("met", due="2024-01-31"), "What was due 31 January 2024 is done"),
        (step("happened", dues=["2024-02-29"]), "What it waited for happened: due 29 February 2024"),
        (step("closed", basis="tested"), "Closed: the office tested that it is done"),
        (step("joined", to="A-0007"), "Another was merged into it: A-0007"),
        (step("referred", to="Youth Custody Group"), "Referred to Youth Custody Group"),
        (step("due", late=True), "Overdue"),
    ],
)
def test_a_step_says_what_came_of_it(told: dict[str, Any], said: str) -> None:
    assert steps([told])[0].said == said


@pytest.mark.parametrize("kind", WORDS)
def test_every_kind_of_step_can_be_said(kind: str) -> None:
    assert steps([step(kind)])[0].said


def test_silent_meetings_one_after_another_are_one_step() -> None:
    found = steps([step("given"), step("silent"), step("silent", on="2024-03-01"), step("closed")])
    assert [(one.kind, one.count) for one in found] == [("given", 1), ("silent", 2), ("closed", 1)]


WAITS = "somebody else who owes it has not reported yet"


@pytest.mark.parametrize(
    ("kinds", "still_open", "told"),
    [
        (["given", "reported"], True, ["", WAITS]),
        (["given", "reported", "silent", "due"], True, ["", WAITS, "", ""]),
        (["given", "reported"], False, ["", ""]),
        (["given", "reported", "refused"], True, ["", "", ""]),
        ([], True, []),
    ],
)
def test_a_report_after_which_it_is_open_waits_for_another(
    kinds: list[str], still_open: bool, told: list[str]
) -> None:
    assert [one.why for one in steps(map(step, kinds), still_open)] == told
