"""Killed at any moment: nothing is public without its decision, and what is left is handed over next time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

KILLS = int(os.environ.get("PUBLICATION_KILLS", "4"))
"""`make kills` takes fifty."""


def test_killed_neither_store_is_left_alone(data_folder: Path) -> None:
    environment = {
        **os.environ,
        "ANSWERABLE_DATA": str(data_folder),
        "DATABASE_URL": f"sqlite:///{data_folder}/answerable.sqlite3",
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
    }
    command = [sys.executable, "-m", "tests.publishing.killing", "7", str(KILLS)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found = json.loads(done.stdout)

    assert found["killed"] == KILLS
    for held in found["after"]:
        assert held["taken"] == held["decided"][: len(held["taken"])], (
            "the store has what was decided, in order"
        )
        assert held["whole"], "a decision and its bytes come together"
        assert held["events"] == len(held["decided"])
        assert held["current"] == held["taken"][-1:]
        assert held["said"] == held["line"], "a part and its lines come together"
    for held in found["finished"]:
        assert held["taken"] == held["decided"]
    assert len(found["finished"][-1]["decided"]) > 2, "there were publications all the time"
