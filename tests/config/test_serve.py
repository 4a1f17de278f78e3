"""``answerable serve`` and what ``make run`` says when it cannot go on."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

CHECKOUT = Path(__file__).resolve().parents[2]
SLOW_START = 30  # seconds that a server may take on a busy machine


@contextmanager
def taken_port() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "example.org", ""])
def test_serves_nobody_else_until_there_is_sign_in(host: str) -> None:
    with pytest.raises(CommandError, match="no sign-in yet"):
        call_command("serve", host=host)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_says_that_the_port_is_taken(host: str) -> None:
    with taken_port() as port, pytest.raises(CommandError) as refused:
        call_command("serve", host=host, port=port)
    assert str(refused.value) == (
        f"Port {port} is in use by another program: stop it, or choose another port, such as {port + 1}."
    )


@pytest.mark.parametrize("port", [-1, 70_000])
def test_says_that_there_is_no_such_port(port: int) -> None:
    with pytest.raises(CommandError, match="from 1 to 65535"):
        call_command("serve", port=port)


def test_answers_on_this_machine(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "ANSWERABLE_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
    }
    serving = subprocess.Popen(
        [sys.executable, "-m", "django", "serve", "--port", str(port)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        assert serving.stdout is not None
        assert serving.stdout.readline() == f"Serving on http://localhost:{port}/ (Ctrl+C stops it)\n"
        address = f"http://localhost:{port}/static/answerable/answerable.css"
        with urllib.request.urlopen(address, timeout=SLOW_START) as answer:
            assert answer.status == 200
            assert answer.headers["Content-Type"].startswith("text/css")
    finally:
        serving.kill()
        serving.communicate()


def run(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, CHECKOUT / "tools" / "run.py", *arguments],
        capture_output=True, text=True, check=False, env={**os.environ, "ANSWERABLE_DATA": str(data)},
    )  # fmt: skip


def test_run_says_that_there_is_no_such_folder(tmp_path: Path) -> None:
    done = run("--minutes", "nowhere/at/all", data=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        "There is no folder nowhere/at/all: give the folder that the minutes are in, MINUTES=folder.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_run_says_that_the_port_is_taken_before_it_imports(tmp_path: Path) -> None:
    with taken_port() as port:
        done = run("--port", str(port), data=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} is in use by another program: stop it, or try make run PORT={port + 1}.\n"
    )
    assert list(tmp_path.iterdir()) == []
