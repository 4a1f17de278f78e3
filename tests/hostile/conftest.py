"""The process that hostile files are imported in, so that what they cost a parent can be measured."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
Measured = Callable[[Path], dict[str, Any]]


@pytest.fixture(scope="module")
def measured() -> Iterator[Measured]:
    """Import a file as a worker does: what came of it, and what it cost in MB."""
    if not Path("/proc/self/clear_refs").exists():
        pytest.skip("memory is measured as Linux counts it")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.measured"],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    asked, answered = process.stdin, process.stdout

    def measure(path: Path) -> dict[str, Any]:
        asked.write(json.dumps(str(path)) + "\n")
        asked.flush()
        answer: dict[str, Any] = json.loads(answered.readline())
        return answer

    yield measure
    asked.close()
    process.wait(30)
    answered.close()
