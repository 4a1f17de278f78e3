"""Read every labelled file and score what came of it."""

from __future__ import annotations

import importlib
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scoring.actions import score_actions, score_updates
from scoring.cases import Case
from scoring.coverage import violations
from scoring.exchanges import (
    score_commitments,
    score_dated_promises,
    score_exchanges,
    score_figures,
)
from scoring.header import score_attendance, score_header, score_items, score_next_meeting, score_warnings
from scoring.tally import Tallies

Record = Mapping[str, Any]
Scorer = Callable[[Case, Record], Tallies]

SCORERS: tuple[Scorer, ...] = (
    score_header,
    score_attendance,
    score_items,
    score_actions,
    score_updates,
    score_exchanges,
    score_commitments,
    score_dated_promises,
    score_figures,
    score_next_meeting,
    score_warnings,
)


@dataclass
class Result:
    """What became of one file: its scores, or in ``failed`` why it was not read."""

    case: Case
    tallies: Tallies = field(default_factory=dict)
    breaches: list[str] = field(default_factory=list)
    failed: str = ""
    seconds: float = 0.0
    record: Record | None = None


def read(case: Case) -> tuple[Record, str]:
    """The record of a file and the text that its places count in."""
    readers = importlib.import_module("answerable.readers")
    grammar = importlib.import_module("answerable.core.minutes.grammar")
    document = readers.read(case.path.read_bytes(), case.name)
    return grammar.read_minutes(document), document.text


def run(case: Case, *, trace: bool = False) -> Result:
    """One file read and scored; a failure is a result too."""
    result = Result(case)
    before = time.process_time()
    try:
        result.record, text = read(case)
    except Exception as error:
        result.failed = f"{type(error).__name__}: {error}".splitlines()[0][:160]
        if trace:
            traceback.print_exc()
        return result
    result.seconds = time.process_time() - before
    result.tallies = score(case, result.record)
    result.breaches = violations(result.record, text)
    return result


def score(case: Case, record: Record) -> Tallies:
    """Every field's tally for one record."""
    tallies: Tallies = {}
    for scorer in SCORERS:
        tallies.update(scorer(case, record))
    return tallies


def groups(results: Sequence[Result]) -> dict[str, list[Result]]:
    """Results that were read, by what the bars speak of: text and scans of the corpus, the sample."""
    found: dict[str, list[Result]] = {}
    for result in results:
        if result.failed:
            continue
        name = "sample" if result.case.group == "sample" else "corpus"
        if result.case.scan:
            name += " scans"
        found.setdefault(name, []).append(result)
    return found
