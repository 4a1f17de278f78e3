"""Honest events from several processes at once: the chain has to hold, and no check may raise an alarm.

    python tools/soaking/audit.py --events 100000 [--writers 4]

Writes to a database of its own: SQLite in a temporary folder, or a new database on the PostgreSQL server
that DATABASE_URL names (python tests/postgres.py python tools/soaking/audit.py …). Checks the chain again
and again while the writers are at work, signs heads on the way, and holds the whole chain against all of
them at the end. Exits with 1 where anything was found.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BREATH = 0.001
"""Seconds between two events of a process. SQLite lets those who wait try every now and then: among writers
that never pause, one can miss its chance for as long as it waits at all (20 s)."""

UNDONE_EVERY = 25
"""One transaction in so many is rolled back after its event was written: no gap may stay."""


def main() -> int:
    options = arguments()
    if options.write:
        write(options.write)
        return 0
    with tempfile.TemporaryDirectory(prefix="answerable-audit-") as folder, database(folder) as environment:
        os.environ.update(environment)
        prepare()
        found = soak(options.events, options.writers)
    print(json.dumps(found))
    return 1 if found["alarms"] or found["events"] < options.events else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--write", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


@contextmanager
def database(folder: str) -> Iterator[dict[str, str]]:
    """The environment of an empty database and a data folder of its own."""
    environment = {"ANSWERABLE_DATA": folder, "DJANGO_SETTINGS_MODULE": "answerable.config.settings"}
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield {**environment, "DATABASE_URL": f"sqlite:///{folder}/audit.sqlite3"}
        return
    import psycopg
    from environ import Env

    values = Env.db_url_config(server)
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given: dict[str, Any] = {name: values[key] for name, key in names.items() if values.get(key)}
    given |= {name: value for name, value in values.get("OPTIONS", {}).items() if name == "host"}
    name = f"audit_soak_{os.getpid()}"
    with psycopg.connect(**given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield {**environment, "DATABASE_URL": server.replace(f"/{values['NAME']}", f"/{name}", 1)}
        finally:
            from django.db import connections

            connections.close_all()
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, skip_checks=True)


def soak(events: int, writers: int) -> dict[str, Any]:
    """Let the writers write, check meanwhile, and check all of it in the end."""
    from django.db import connection
    from django.utils import timezone

    from answerable.audit.operations import sign_head

    started = time.monotonic()
    shares = [events // writers + (n < events % writers) for n in range(writers)]
    running = [subprocess.Popen([sys.executable, __file__, "--write", str(share)]) for share in shares]
    kept, alarms, checks = [], [], 0
    try:
        while any(one.poll() is None for one in running):
            kept.append(sign_head(at=timezone.now()))
            alarms += look(kept)
            checks += 1
            time.sleep(checks * 0.2)  # the chain grows: look less often, leave the processors to the writers
    except BaseException:
        for one in running:
            one.kill()
        raise
    failed = [one.returncode for one in running if one.returncode]
    alarms += [f"a writer ended with {code}" for code in failed]
    written = time.monotonic() - started
    kept.append(sign_head(at=timezone.now()))
    started = time.monotonic()
    alarms += look(kept)
    return {
        "database": connection.vendor,
        "events": kept[-1].sequence,
        "writers": writers,
        "seconds": round(written, 1),
        "checks while writing": checks,
        "heads": len(kept),
        "alarms": alarms,
        "seconds of the last check": round(time.monotonic() - started, 1),
        "peak memory (MB)": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def look(kept: list[Any]) -> list[str]:
    """What a check finds wrong."""
    from answerable.audit.checking import KeptHead, check

    return [str(one) for one in check([KeptHead(head, "soak") for head in kept]) if one.harm]


def write(events: int) -> None:
    """One process: so many events, each in a transaction of its own."""
    import django

    django.setup()
    from django.db import transaction
    from django.utils import timezone

    from answerable.audit.operations import record

    def one(number: int) -> None:
        record(
            by=None, at=timezone.now(), operation="soak", summary=f"Event {number} of process {os.getpid()}",
            about=[("soak.row", number)], office_id=number % 3 or None, details={"number": number},
        )  # fmt: skip

    for number in range(events):
        if number % UNDONE_EVERY == 0:
            try:
                with transaction.atomic():
                    one(number)
                    raise InterruptedError
            except InterruptedError:
                pass
        with transaction.atomic():
            one(number)
        time.sleep(BREATH)


if __name__ == "__main__":
    sys.path[:0] = [
        path for path in [str(Path(__file__).resolve().parents[2] / "src")] if Path(path).is_dir()
    ]
    sys.exit(main())
