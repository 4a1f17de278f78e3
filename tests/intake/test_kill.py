"""Killed at any moment, an import leaves whole meetings only, and the next run finishes the job."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.records import action, item, note, record, update

KILLS = 24
MONTHS = range(1, 13)


RECORD = record(
    "2024-01-09", item("1", "Matters arising"), note("Patrols were doubled."),
    update("Reported.", "CC to report on patrols of month 12", "2023-12", "2"),
    action("CC to publish the rota of patrols", "CC"),
)  # fmt: skip


def minutes(month: int) -> str:
    """What was minuted in a month: the action of the month before comes back."""
    before, said = date(2023, month - 1 or 12, 14), date(2023, month, 14)
    return f"""Assurance Meeting
{said:%d %B %Y}

Present: Asha Dunmore, Chief Constable (CC)

1. Matters arising
Actions arising from the {before:%B} meeting
CC to report on patrols of month {before.month}
Update: Ongoing.

2. Patrols
Patrols of month {month} went out every night.
ACTION: CC to report on patrols of month {month}
"""


def test_killed_twenty_four_times_the_import_comes_to_the_same(data_folder: Path, tmp_path: Path) -> None:
    files = tmp_path / "in"
    files.mkdir()
    for month in MONTHS:
        (files / f"{month:02}.txt").write_text(minutes(month))
    (files / "13.json").write_text(json.dumps(RECORD))
    environment = {
        **os.environ,
        "ANSWERABLE_DATA": str(data_folder),
        "DATABASE_URL": f"sqlite:///{data_folder}/answerable.sqlite3",
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
    }
    command = [sys.executable, "-m", "tests.intake.killing", tmp_path, "7", str(KILLS)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found = json.loads(done.stdout)

    assert found["killed"] == KILLS
    whole = found["whole"]
    assert len(whole["records"]) == len(whole["files"]) == len(MONTHS) + 1
    for held in found["after_kill"]:
        assert len(held["records"]) == len(held["files"]), "a file and its meeting come together"
        assert all(one == whole["records"][day] for day, one in held["records"].items())
        assert held["originals"]
    counts = {len(held["records"]) for held in found["after_kill"]}
    assert len(counts) > 4, "the kills came at different moments"
    assert "linked" in whole["state"], "what is worked out afterwards is compared, too"
    assert all(one == whole for one in found["finished"])
