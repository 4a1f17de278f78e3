"""A filled installation of its own, and the real web server on it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

CHECKOUT = Path(__file__).resolve().parents[2]
SLOW_START = 60  # seconds that a server may take on a busy machine
LOOK = 0.05  # seconds between two looks


@dataclass
class House:
    """A data folder and a database; ``filled`` is what ``filling`` printed."""

    folder: Path
    database_url: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    filled: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.database_url = self.database_url or f"sqlite:///{self.folder / 'answerable.sqlite3'}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "UNSAFE_DATABASE"}
        return {
            **kept,
            "ANSWERABLE_DATA": str(self.folder),
            "DATABASE_URL": self.database_url,
            "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
            "LOG_LEVEL": "ERROR",
            **self.extra,
        }

    def fill(self, clients: int) -> None:
        self.filled = json.loads(self.python("-m", "tools.soaking.filling", str(clients)).stdout)

    def python(self, *arguments: str, check: bool = True, **options: Any) -> subprocess.CompletedProcess[str]:
        """A Python program in this installation, waited for; RuntimeError where it fails under ``check``."""
        done = subprocess.run(
            [sys.executable, *arguments], cwd=CHECKOUT, env=self.environment, capture_output=True, text=True,
            check=False, **options,
        )  # fmt: skip
        if check and done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr[-3000:]}")
        return done

    def answerable(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A subcommand of ``answerable``."""
        return self.python("-m", "answerable.cli", *arguments, check=False)


@dataclass
class Web:
    """gunicorn with the real application: a master that starts workers again."""

    house: House
    workers: int = 2
    options: Sequence[str] = ()
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait for the first page."""
        self.port = self.port or free_port()
        command = [
            sys.executable, "-m", "gunicorn", "answerable.config.wsgi", "--preload",
            "--config", "python:tools.soaking.warm",
            "--workers", str(self.workers), "--threads", "2", "--bind", f"127.0.0.1:{self.port}",
            "--worker-tmp-dir", "/dev/shm", "--log-level", "critical", *self.options,
        ]  # fmt: skip
        self.process = subprocess.Popen(
            command, cwd=CHECKOUT, env=self.house.environment, stderr=self._log(), start_new_session=True
        )
        self.wait()

    def _log(self) -> IO[bytes]:
        return (self.house.folder / "web.log").open("ab")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def master(self) -> int:
        assert self.process is not None
        return self.process.pid

    def pids(self) -> list[int]:
        """The workers of now."""
        path = Path(f"/proc/{self.master}/task/{self.master}/children")
        return [int(pid) for pid in path.read_text().split()] if path.exists() else []

    def kill_workers(self) -> int:
        """SIGKILL to every worker; how many there were. The master starts others."""
        pids = self.pids()
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        return len(pids)

    def kill(self) -> None:
        """SIGKILL to the master and all workers."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def wait(self) -> None:
        """Wait until a page is answered."""
        end = time.monotonic() + SLOW_START
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.address}/account/sign-in/", timeout=5):
                    return
            except urllib.error.HTTPError:
                return  # whatever it says, it answers
            except (urllib.error.URLError, OSError):
                assert self.process is not None
                if self.process.poll() is not None:
                    raise RuntimeError((self.house.folder / "web.log").read_text()[-3000:]) from None
                time.sleep(LOOK)
        raise RuntimeError("The web server does not answer.")


@contextmanager
def web(house: House, **options: Any) -> Iterator[Web]:
    """The web server, running."""
    served = Web(house, **options)
    served.start()
    try:
        yield served
    finally:
        served.stop()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
