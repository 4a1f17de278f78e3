"""Imports that are killed at random moments, in processes of their own; run by test_kill.py.

    python -m tests.intake.killing FOLDER SEED KILLS

FOLDER/in holds the files. Each round imports them into an empty database, is killed on the way until a kill
finds the work done, and is then left to finish; there are rounds until KILLS have hit. Prints one JSON
object: what was held after each kill, and in the end.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

LONGEST_WAIT = 0.03
"""Seconds after a line of output within which the kill comes: a file takes about so long."""

MOST_FILES = 2
"""Files that come in between two kills of a round: few, so that a round has many."""

MOST_ROUNDS = 20
"""A machine on which so many rounds do not suffice finishes every import before it can be killed."""


def main(folder: Path, seed: int, kills: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    chance = random.Random(seed)
    data = folder / "data"
    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0, database="published")
    connection.close()
    shutil.copytree(data, folder / "empty")
    whole = _finish(folder)
    found: dict[str, Any] = {"whole": whole, "after_kill": [], "finished": [], "killed": 0}
    while found["killed"] < kills and len(found["finished"]) < MOST_ROUNDS:
        shutil.rmtree(data)
        shutil.copytree(folder / "empty", data)
        hit = True
        while hit and found["killed"] < kills:
            files, wait = chance.randint(1, MOST_FILES), chance.uniform(0, LONGEST_WAIT)
            hit = _kill_one(folder, files, wait)
            found["killed"] += hit
            found["after_kill"].append(_in_child(_held))
        found["finished"].append(_finish(folder))
    print(json.dumps(found))


def _kill_one(folder: Path, files: int, wait: float) -> bool:
    """Start an import, kill it after so many new files and seconds; whether it was still at work."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.dup2(writer, sys.stdout.fileno())
        _import(folder)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as output:
        while files and (line := output.readline()):
            files -= ": imported" in line
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _finish(folder: Path) -> dict[str, Any]:
    def work() -> dict[str, Any]:
        with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):
            _import(folder)
        return {**_held(), "state": _state()}

    return _in_child(work)


def _in_child(work: Any) -> Any:
    """What ``work`` returns, from a process that goes with its connections to the database."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as answer:
            try:
                json.dump(work(), answer, default=str)
            except BaseException as error:
                json.dump({"error": repr(error)}, answer)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        found = json.load(answer)
    os.waitpid(child, 0)
    assert "error" not in found, found
    return found


def _import(folder: Path) -> None:
    from django.core.management import call_command

    call_command("import", str(folder / "in"), forum="Assurance Meeting")


def _held() -> dict[str, Any]:
    """What is there: the files, the meetings as records, and whether each original is on disk."""
    from answerable.documents.models import Document
    from answerable.intake.models import ImportedFile
    from answerable.intake.queries import record_of
    from answerable.meetings.models import Meeting

    records = {f"{one.date}": {**record_of(one), "source": None} for one in Meeting.objects.all()}
    return {
        "files": sorted(ImportedFile.objects.values_list("name", flat=True)),
        "records": records,
        "originals": all(Path(one.content.path).is_file() for one in Document.objects.all()),
    }


def _state() -> str:
    from tests.intake.bringing import state

    return json.dumps(state(), default=str, sort_keys=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
