"""Publications that are killed at random moments, in processes of their own; run by test_kill.py.

    python -m tests.publishing.killing SEED KILLS

Each round corrects the minutes of a meeting again and again (put forward, decided by another person, handed
over) until it is killed. Prints one JSON object: what both stores held after each kill, and after the next
start had handed over what was left.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from typing import Any

LONGEST_WAIT = 0.25
"""Seconds after a publication within which the kill comes: one takes about so long."""
MOST = 2  # publications that come in between two kills
ENOUGH = 1000  # more than any round comes to


def main(seed: int, kills: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from answerable.published.router import STORE

    chance = random.Random(seed)
    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0, database=STORE)
    connections.close_all()
    _in_child(_begin)  # what sets minutes as PDF starts threads, which a process that forks must not have
    found: dict[str, Any] = {"killed": 0, "after": [], "finished": []}
    for _ in range(kills):
        found["killed"] += _kill_one(chance.randint(0, MOST), chance.uniform(0, LONGEST_WAIT))
        found["after"].append(_in_child(_held))
        found["finished"].append(_in_child(_handed_over))
    sys.stdout.write(json.dumps(found))


def _begin() -> None:
    from tests import factories as make
    from tests import publish

    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited 0 minutes.")
    publish.published("minutes", meeting)


def _go_on() -> None:
    """Correct the minutes until somebody kills us; a line for each that is public."""
    from answerable.meetings.models import Entry
    from answerable.publishing.models import Publication
    from answerable.publishing.operations import correct, decide, deliver_due
    from tests import publish

    first = Publication.objects.get(subject="minutes", doing="publish")
    for _ in range(ENOUGH):
        number = Publication.objects.count()
        Entry.objects.update(text=f"Callers waited {number} minutes.")
        made = correct(
            publication=first, note="Wrong.", as_role="officer", by=publish.first_person(), at=publish.AT
        )
        decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)
        deliver_due(at=publish.AT)
        sys.stdout.write("public\n")
        sys.stdout.flush()


def _held() -> dict[str, Any]:
    """The chain in the record and in the public store, and what stands there."""
    from answerable.audit.models import Event
    from answerable.published.models import Line, Snapshot
    from answerable.published.models import Publication as Taken
    from answerable.published.queries import state
    from answerable.publishing.models import Publication

    state()  # as every public page begins: what the killed process had begun to write is taken back
    decided = Publication.objects.filter(state="decided").order_by("number")
    current = Snapshot.objects.filter(state="current", kind="meeting")
    return {
        "decided": list(decided.values_list("hash", flat=True)),
        "whole": all(one.parts.exists() for one in decided),
        "events": Event.objects.filter(operation="publishing.decide").count(),
        "taken": list(Taken.objects.order_by("number").values_list("hash", flat=True)),
        "current": list(current.values_list("publication__hash", flat=True)),
        "said": json.loads(bytes(current.get().content))["entries"][0]["text"],
        "line": Line.objects.get(kind="entry").text,
    }


def _handed_over() -> dict[str, Any]:
    """What the next start does."""
    from answerable.publishing.operations import deliver_due
    from tests import publish

    deliver_due(at=publish.AT)
    return _held()


def _kill_one(publications: int, wait: float) -> bool:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.dup2(writer, sys.stdout.fileno())
        _go_on()
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as output:
        while publications and output.readline():
            publications -= 1
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _in_child(work: Any) -> Any:
    """What ``work`` returns, from a process that goes with its connections to the databases."""
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
    assert not (isinstance(found, dict) and "error" in found), found
    return found


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
