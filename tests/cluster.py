"""A PostgreSQL of a test's own, with safe settings, that can be stopped, killed and started again."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.postgres import USER, server_programs, unprivileged

SAFE = ["listen_addresses=", "max_connections=60", "shared_buffers=16MB", "min_wal_size=32MB"]


@dataclass
class Cluster:
    """A cluster below ``folder``, reached through a socket in it."""

    folder: Path
    options: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def make(self) -> None:
        owner = unprivileged()
        if owner is not None:
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self._run("initdb", "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        settings = [*SAFE, f"unix_socket_directories={self.folder}", *self.options]
        with (self.data / "postgresql.conf").open("a") as file:
            file.writelines("{} = '{}'\n".format(*one.split("=", 1)) for one in settings)

    def start(self) -> None:
        self._run("pg_ctl", "-l", str(self.folder / "log"), "-w", "start")

    def ensure_started(self) -> None:
        """Start it where it ended by itself: its disk was full."""
        with suppress(RuntimeError):
            self.stop("immediate")
        self.start()

    def stop(self, mode: str = "fast") -> None:
        """``mode`` is "fast", or "immediate": as if it had been killed."""
        self._run("pg_ctl", "-m", mode, "-w", "stop")

    def new_database(self, template: str = "template0") -> str:
        """A new database, as DATABASE_URL."""
        name = f"test_{secrets.token_hex(4)}"
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def url(self, name: str) -> str:
        return f"postgres://{USER}@/{name}?host={self.folder}"

    def dsn(self, name: str = "postgres") -> str:
        return f"host={self.folder} user={USER} dbname={name}"

    def _run(self, program: str, *arguments: str) -> None:
        owner, programs = unprivileged(), server_programs()
        assert programs is not None
        as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
        done = subprocess.run(
            [str(programs / program), "-D", str(self.data), *arguments],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, check=False, **as_owner,
        )  # type: ignore[call-overload]  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"PostgreSQL's {program} failed: {done.stderr.strip()}")


@contextmanager
def running(folder: Path | None = None, *options: str) -> Iterator[Cluster]:
    """A cluster that is thrown away afterwards; in ``folder`` where it is given."""
    place = folder or Path(tempfile.mkdtemp(prefix="answerable-cluster-"))
    cluster = Cluster(place, list(options))
    cluster.make()
    cluster.start()
    try:
        yield cluster
    finally:
        with suppress(RuntimeError):  # it may not be running
            cluster.stop("immediate")
        shutil.rmtree(cluster.data, ignore_errors=True)
        if folder is None:
            shutil.rmtree(place, ignore_errors=True)
