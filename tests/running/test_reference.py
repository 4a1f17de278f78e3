"""The reference names every figure, every key of a line and every state."""

from __future__ import annotations

from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from answerable.intake.models import UploadedFile
from answerable.upkeep import counting
from answerable.upkeep.logs import KEYS
from answerable.upkeep.metrics import FromDatabase
from answerable.workspace.imports import queries

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.django_db
def test_every_figure_is_explained(tmp_path: Path, settings: object) -> None:
    settings.BACKUPS = str(tmp_path)  # type: ignore[attr-defined]
    (tmp_path / "backup").mkdir()
    said = (REFERENCE / "metrics.md").read_text()
    own = {counting.REQUESTS, counting.DURATIONS}
    names = [one.name for collector in own for one in collector.collect()]
    names += [one.name for one in FromDatabase().collect()]
    assert len(names) == 7
    assert [name for name in names if f"`{name}" not in said] == []
    assert {one.name for one in REGISTRY.collect() if one.name.startswith("answerable")} <= set(names)


def test_every_key_of_a_line_is_explained() -> None:
    said = (REFERENCE / "logs.md").read_text()
    assert [key for key in KEYS if f"`{key}`" not in said] == []


def test_every_state_is_explained() -> None:
    said = (REFERENCE / "jobs.md").read_text()
    states = [*UploadedFile.State.labels, queries.READING, queries.TROUBLE]
    assert [state for state in states if f"| {state} |" not in said] == []
