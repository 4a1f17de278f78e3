"""The figures of the sample archive beside what became of each action, worked out by reading.

``sample/labels/life.json`` was written by people who read the minutes: for every action what later meetings
said of it, and what became of it in the end. Nothing of the program made it. People took a report at a
meeting as the end of the matter; the program waits until somebody accepts it, and counts it as reported.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from answerable.actions.models import Action
from answerable.core.minutes.grammar import read_minutes
from answerable.readers import read
from answerable.workspace.figures import queries
from answerable.workspace.figures.queries import Span
from answerable.workspace.here import Here
from answerable.workspace.standing import outcome_on
from tests.intake.bringing import bring, office

TOLD_AS = {
    "kept": {"kept", "undated"},
    "kept late": {"late"},
    "open": {"open", "slipped"},
    "lapsed": {"lapsed"},
    "withdrawn": {"withdrawn"},
}
"""What people called it, and the classes of the page that say the same."""


@pytest.fixture
def by_hand(archive: Path) -> dict[str, Any]:
    return dict(json.loads((archive / "labels" / "life.json").read_text("utf-8")))


@pytest.fixture
def told(archive: Path, by_hand: dict[str, Any], db: object) -> list[tuple[dict[str, Any], Any]]:
    """Each action as people told it, with its row."""
    files = sorted((archive / "minutes").iterdir())
    bring(*(read_minutes(read(file.read_bytes(), file.name)) for file in files))
    today = dt.date.fromisoformat(by_hand["as_at"])
    rows = list(Action.objects.annotate(outcome=outcome_on(today)))
    return [(one, _row_of(one, rows)) for one in by_hand["actions"]]


def _row_of(one: dict[str, Any], rows: list[Any]) -> Any:
    same_day = [row for row in rows if str(row.given) == one["date"]]
    return max(same_day, key=lambda row: fuzz.ratio(row.text, one["text"]))


def _class_of(row: Any) -> str:
    """The row's class; of what is only reported, the one that its report says."""
    if row.outcome != "reported":
        return str(row.outcome)
    return "late" if row.kept == "kept late" else "kept"


WAIT_FOR_A_PERSON = {"estate-list", "estate-consult", "nb-pages"}
"""Closed under a number that names several actions: people knew which, the program asks."""

IN_TIME = {"pack-early"}
"""It came "in time", and no day is named: the program takes the day of the meeting that said so."""


def test_every_action_became_what_people_read(told: list[tuple[dict[str, Any], Any]]) -> None:
    assert len({row.pk for _, row in told}) == len(told) == 116
    differ = {
        one["name"]: (one["outcome"], _class_of(row))
        for one, row in told
        if _class_of(row) not in TOLD_AS[one["outcome"]]
    }
    assert differ.keys() == WAIT_FOR_A_PERSON | IN_TIME, differ
    assert {differ[name] for name in WAIT_FOR_A_PERSON} == {("kept", "lapsed")}


def test_the_page_counts_what_people_counted(
    told: list[tuple[dict[str, Any], Any]], by_hand: dict[str, Any]
) -> None:
    at = Here(office(), dt.date.fromisoformat(by_hand["as_at"]))
    whole, said = queries.total(at, Span()), queries.reported(at, Span())
    counted = Counter(one["outcome"] for one in by_hand["actions"])
    waiting = len(WAIT_FOR_A_PERSON)
    assert whole.given == 116
    assert whole.counts["withdrawn"] == counted["withdrawn"] == 1
    assert whole.counts["late"] + said.dated - said.kept == counted["kept late"] + len(IN_TIME)
    assert whole.counts["lapsed"] == counted["lapsed"] + waiting
    assert whole.counts["open"] + whole.counts["slipped"] == counted["open"]
    assert whole.done + whole.counts["reported"] == counted["kept"] + counted["kept late"] - waiting
