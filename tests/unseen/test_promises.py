"""Promises as other offices write them: each with its day, and nothing else taken for one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.record import Commitment
from tests.core.documents import bold, document

PARAGRAPHS = Path(__file__).with_name("promises.txt")
_LABEL = re.compile(r"(?P<kind>promise|missed|also): (?:(?P<due>[\d-]+) \| )?…(?P<words>.*)")


class Case(NamedTuple):
    """``labels`` are of a kind, with a day where they have one, and some words of the sentence."""

    name: str
    day: date
    said: list[str]
    labels: list[tuple[str, str | None, str]]


def _cases() -> list[Case]:
    found = []
    for chunk in PARAGRAPHS.read_text("utf-8").split("@@ ")[1:]:
        name, day, *lines = chunk.strip().splitlines()
        labels = [match.group("kind", "due", "words") for line in lines if (match := _LABEL.match(line))]
        said = [line for line in lines if not _LABEL.match(line)]
        found.append(Case(name, date.fromisoformat(day.removeprefix("date: ")), said, labels))
    return found


CASES = _cases()


def _read(case: Case) -> list[Commitment]:
    head = f"Minutes of the meeting held on {case.day.day} {case.day:%B %Y}"
    made = document(bold("Accountability Meeting"), head, bold("1. Performance"), *case.said)
    return read_minutes(made)["commitments"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_finds_what_is_promised_and_no_more(case: Case) -> None:
    left = _read(case)
    for kind, due, words in case.labels:
        found = next((one for one in left if words in one["text"]), None)
        if kind == "promise":
            assert found is not None, words
            assert due in [one["date"] for one in found["due"]]
        if found is not None:
            left.remove(found)
    assert [one["text"] for one in left] == []


def test_what_is_missed_is_still_missed() -> None:
    """Else it is no longer to be said of it."""
    for case in CASES:
        given = _read(case)
        for kind, _, words in case.labels:
            assert kind != "missed" or not any(words in one["text"] for one in given), words
