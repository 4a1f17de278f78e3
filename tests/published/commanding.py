"""``answerable publications`` on a small record of its own, in one process; run by test_commands.py.

Prints one JSON object: what each command said, and whether the public store's files still hold the word.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

REGRETTED = "Thistlequell"


def main(folder: Path) -> None:
    import django

    django.setup()
    from django.db import connections

    from answerable.published.router import STORE
    from tests import publish

    say("migrate", verbosity=0)
    say("migrate", database=STORE, verbosity=0)
    publish.published("office")
    told: dict[str, Any] = {"regretted": regret(), "verified": say("publications", "verify")}
    connections.close_all()
    told["withdrawn"] = holds(folder)
    told["purged"] = [say("publications", "purge"), holds(folder)]
    told["unsure"] = say("publications", "retell", "wyvern-valley")
    before = pages()
    told["retold"] = [
        say("publications", "retell", "wyvern-valley", "--sure"),
        pages() == before,
        holds(folder),
    ]
    old = folder / "old.pem"
    old.write_text(say("audit", "key"))
    say("audit", "key", "--change")
    minutes("2019-10-22", "Callers waited less again.")
    told["two keys"] = [
        say("publications", "verify"),
        say("publications", "verify", "--key", str(old)),
        keys(),
    ]
    told["delivered"] = say("publications", "deliver")
    sys.stdout.write(json.dumps(told))


def say(*arguments: str, **more: Any) -> str:
    """What a command writes, or the sentence of its refusal."""
    from django.core.management import CommandError, call_command

    said = io.StringIO()
    try:
        call_command(*arguments, stdout=said, stderr=io.StringIO(), **more)
    except CommandError as refused:
        return str(refused)
    return said.getvalue()


def minutes(date: str, said: str) -> Any:
    """Published minutes of one line."""
    from tests import factories as make
    from tests import publish

    meeting = make.meeting(date)
    make.entry(make.item(meeting, "1", "Calls"), "note", said)
    return publish.published("minutes", meeting)


def regret() -> bool:
    """Minutes that name somebody are public, and are withdrawn; whether that was handed over."""
    from answerable.publishing.operations import deliver_due, withdraw
    from tests import publish

    made = minutes("2019-09-24", f"{REGRETTED} waited nine hours.")
    withdraw(
        office=made.office, publication=made, note="It names somebody.", as_role="commissioner",
        by=publish.second_person(), at=publish.AT,
    )  # fmt: skip
    return deliver_due(at=publish.AT) == 1


def holds(folder: Path) -> bool:
    """Does the word stand in the public store's file, or in any that lies beside it?"""
    files = list(folder.glob("published.sqlite3*"))
    assert files
    return any(REGRETTED.encode() in one.read_bytes() for one in files)


def pages() -> list[tuple[int, bytes]]:
    """What the public reads at a few addresses."""
    from django.test import Client

    meeting = "/wyvern-valley/assurance-meeting/2019-09-24"
    asked = ("/wyvern-valley", "/wyvern-valley/meetings", meeting, "/wyvern-valley/publications/2")
    answers = [Client(SERVER_NAME="localhost").get(one) for one in asked]
    return [(one.status_code, one.content) for one in answers]


def keys() -> int:
    """How many keys signed what is public."""
    from answerable.published.models import Publication

    return Publication.objects.values("key").distinct().order_by().count()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
