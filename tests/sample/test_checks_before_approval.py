"""How often the checks before approval find something in good minutes; the manual says it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from answerable.core.approval.checks.given import Given
from answerable.core.approval.checks.printing import table
from answerable.core.approval.checks.table import run
from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.record import MeetingRecord
from answerable.readers import read

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "reference" / "checks-before-approval.md"


def test_the_manual_counts_what_they_find(archive: Path) -> None:
    records = [
        read_minutes(read(file.read_bytes(), file.name)) for file in sorted((archive / "minutes").iterdir())
    ]
    counted = Counter(key for record in records for key in _found(record))
    text = MANUAL.read_text()
    assert table(counted) in text, table(counted)
    actions = sum(len(one["actions"]) for one in records)
    assert f"with {actions} actions" in " ".join(text.split())


def _found(record: MeetingRecord) -> list[str]:
    day = dt.date.fromisoformat(str(record["meeting"]["date"]))
    return [one.check.key for one in run(Given(record, day, record["attendance"]))]
