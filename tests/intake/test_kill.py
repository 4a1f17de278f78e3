"""Killed at any moment, an import leaves whole meetings only, and the next run finishes the job."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.records import action, item, note, record, update

ROUNDS, KILLS = 6, 4
MONTHS = range(1, 9)


def meeting(month: int) -> dict[str, object]:
    before = f"2023-{month - 1:02}" if month > 1 else None
    said = [note(f"Patrols of month {month}, night {night}.") for night in range(40)]
    return record(
        f"2023-{month:02}-14", item("1", "Patrols"), *said,
        update("Ongoing.", f"CC to report on patrols of month {month - 1}", before, "1"),
        action(f"CC to report on patrols of month {month}", "CC", due=f"2023-{month + 2:02}-01"),
    )  # fmt: skip


MINUTES = """Assurance Meeting
14 December 2023

1. Patrols
The board met at Harrow Hall.
ACTION: CC to publish the rota of patrols
"""


def test_killed_twenty_four_times_the_import_comes_to_the_same(tmp_path: Path) -> None:
    files = tmp_path / "in"
    files.mkdir()
    for month in MONTHS:
        (files / f"{month:02}.json").write_text(json.dumps(meeting(month)))
    (files / "2023-12.txt").write_text(MINUTES)
    data = tmp_path / "data"
    environment = {
        **os.environ,
        "ANSWERABLE_DATA": str(data),
        "DATABASE_URL": f"sqlite:///{data}/answerable.sqlite3",
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
    }
    command = [sys.executable, "-m", "tests.intake.killing", tmp_path, "7", str(ROUNDS), str(KILLS)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found = json.loads(done.stdout)

    assert found["killed"] >= 20
    whole = found["whole"]
    assert len(whole["records"]) == len(whole["files"]) == len(MONTHS) + 1
    for held in found["after_kill"]:
        assert len(held["records"]) == len(held["files"]), "a file and its meeting come together"
        assert all(one == whole["records"][day] for day, one in held["records"].items())
        assert held["originals"]
    counts = {len(held["records"]) for held in found["after_kill"]}
    assert len(counts) > 2, "the kills came at different moments"
    assert all(one == whole for one in found["finished"])
