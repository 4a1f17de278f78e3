"""The public site served alone, in a process of its own, from the file of its store."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.leaks.surfaces import unpacked
from tools.soaking.house import CHECKOUT, House, free_port

SLOW_START = 60  # seconds on a busy machine


def asked(address: str) -> bytes:
    """Status, headers and body, as they come from the server, packed ones unpacked."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return b"\n".join([f"{answer.status} {answer.headers}".encode(), *unpacked(answer.read())])


@contextmanager
def served(house: House) -> Iterator[tuple[str, Path]]:
    """``answerable serve --public``, with the file that its log goes to."""
    port, log = free_port(), house.folder / "serve.log"
    command = [sys.executable, "-m", "answerable.cli", "serve", "--public", "--port", str(port)]
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=CHECKOUT, env=house.environment, stdout=file, stderr=file)
    try:
        _wait(process, f"http://localhost:{port}/health/ready", log)
        yield f"http://localhost:{port}", log
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + SLOW_START
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(log.read_text())


EDITION = """
import datetime, pathlib, sys, django
django.setup()
from answerable.public.edition.making import make_edition
folder = pathlib.Path(sys.argv[1])
folder.mkdir()
make_edition("wyvern-valley", folder, at=datetime.datetime.now(datetime.UTC), tell=lambda said: None)
"""


def edition(house: House) -> Iterator[bytes]:
    """Every file of the public edition of a handover, with its name, unpacked."""
    folder = house.folder / "edition"
    House(house.folder, extra={"PUBLIC_ONLY": "on"}).python("-c", EDITION, str(folder))
    for path in folder.rglob("*"):
        if path.is_file():
            yield b"\n".join([path.name.encode(), *unpacked(path.read_bytes())])
