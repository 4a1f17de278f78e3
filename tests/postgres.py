"""Runs a command with DATABASE_URL naming a real PostgreSQL: ``python tests/postgres.py pytest -m database``.

A PostgreSQL that DATABASE_URL already names is used as it is. Otherwise the machine's own server programs
make a cluster in a temporary folder, reached through a socket in that folder only, and it goes when the
command ends. Where there are no server programs, that is said and passed over; in CI it is a failure.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
MISSING = "PostgreSQL's server programs are not installed (Debian: apt-get install postgresql)"
USER = "answerable"
# A cluster that is thrown away need not survive a power cut.
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses="]


def server_programs() -> Path | None:
    """The folder of initdb and postgres: the newest of Debian's, else wherever PATH has them."""
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parent.parent.name))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def unprivileged() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root, whom PostgreSQL refuses; None where we are not."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


@contextmanager
def postgres(programs: Path) -> Iterator[str]:
    """A running server; gives its DATABASE_URL."""
    owner = unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="answerable-postgres-"))
    as_owner: dict[str, object] = {"cwd": folder, "stdin": subprocess.DEVNULL}
    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner |= {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        done = subprocess.run(
            [programs / program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            check=False, text=True, **as_owner,
        )  # type: ignore[call-overload]  # fmt: skip
        if done.returncode:
            raise SystemExit(f"PostgreSQL's {program} failed: {done.stderr.strip()}")

    data = str(folder / "data")
    options = " ".join(f"-c {option}" for option in [*FAST, f"unix_socket_directories={folder}"])
    try:
        run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "-D", data, "-l", str(folder / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgres://{USER}@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.call(command)
    programs = server_programs()
    if programs is None:
        print(MISSING if os.environ.get("CI") else f"Passed over: {MISSING}.", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with postgres(programs) as url:
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url, "UNSAFE_DATABASE": "on"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
