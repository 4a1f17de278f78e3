"""Four processes write at once, some writes are undone, checks run meanwhile: no gap and no false alarm."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

EVENTS = 2_000
"""``tools/soaking/audit.py`` does the same with 100,000 (``make soak``)."""

TOOL = Path(__file__).resolve().parents[2] / "tools" / "soaking" / "audit.py"


@pytest.mark.django_db
def test_no_false_alarm_with_four_writers(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if connection.vendor == "postgresql":
        environment["DATABASE_URL"] = os.environ["DATABASE_URL"]
    command = [sys.executable, TOOL, "--events", str(EVENTS), "--writers", "4"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["database"] == connection.vendor
    assert found["alarms"] == []
    assert found["events"] == EVENTS + 1, "all of them, and the event of the key"
    assert found["checks while writing"] > 0
