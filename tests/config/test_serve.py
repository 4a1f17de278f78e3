"""``answerable serve`` and what ``make run`` says when it cannot go on."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

CHECKOUT = Path(__file__).resolve().parents[2]
SLOW_START = 30  # seconds that a server may take on a busy machine


@contextmanager
def taken_port() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


OTHERS = ["0.0.0.0", "192.0.2.7", "::", "example.org", ""]


def refusal_of(host: str) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("serve", host=host)
    return str(refused.value)


@pytest.mark.parametrize("host", OTHERS)
def test_serves_nobody_else_before_it_is_fit_for_it(host: str, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    assert refusal_of(host) == (
        "To serve other machines, set ALLOWED_HOSTS to the name that the site is called by, such as "
        "answerable.example.org."
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ALLOWED_HOSTS": ["*"]}, "set ALLOWED_HOSTS"),
        ({"SECRET_KEY": "short"}, "make SECRET_KEY at least 50 characters long"),
        ({"DEBUG": True}, "take DEBUG out of the environment"),
        ({"TRUSTED_PROXIES": []}, "set TRUSTED_PROXIES to the address of the proxy that ends TLS"),
        ({"SAMPLE": True}, "for this machine only"),
        ({"THIS_MACHINE": "key"}, "for this machine only"),
        ({"DEBUG": True, "SECRET_KEY": "short"}, "or leave it out; take DEBUG"),
    ],
)
def test_says_in_one_sentence_what_is_missing(wrong: dict[str, Any], sentence: str, settings: Any) -> None:
    fit(settings)
    for name, value in wrong.items():
        setattr(settings, name, value)
    said = refusal_of("0.0.0.0")
    assert sentence in said
    assert said.count(".\n") == 0


@pytest.mark.parametrize("without", [{"HTTPS": False, "TRUSTED_PROXIES": []}, {}])
def test_serves_others_once_it_is_fit_for_it(without: dict[str, Any], settings: Any) -> None:
    fit(settings)
    for name, value in without.items():
        setattr(settings, name, value)
    with taken_port() as port:
        refused = pytest.raises(CommandError, match="in use by another program")
        with refused:
            call_command("serve", host="0.0.0.0", port=port)


def fit(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["answerable.example.org"]
    settings.SECRET_KEY = "k" * 50
    settings.DEBUG = settings.SAMPLE = False
    settings.THIS_MACHINE = ""
    settings.HTTPS = True
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1/32")]


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


@contextmanager
def serving(data: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The site on a port, with its worker."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "ANSWERABLE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
        "LOG_LEVEL": "INFO",
    }
    django = [sys.executable, "-m", "django"]
    subprocess.run([*django, "migrate", "--verbosity", "0"], env=environment, check=True)
    started = subprocess.Popen(
        [*django, "serve", "--port", str(port)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        assert started.stdout is not None
        assert started.stdout.readline() == f"Serving on http://localhost:{port}/ (Ctrl+C stops it)\n"
        yield started, port
    finally:
        started.kill()
        started.communicate()


def line_with(started: subprocess.Popen[str], words: str) -> str:
    """Wait for a line of the log."""
    assert started.stdout is not None
    return next(line for line in started.stdout if words in line)


def test_answers_on_this_machine(data_folder: Path) -> None:
    with serving(data_folder) as (_, port):
        address = f"http://localhost:{port}/static/answerable/answerable.css"
        with urllib.request.urlopen(address, timeout=SLOW_START) as answer:
            assert answer.status == 200
            assert answer.headers["Content-Type"].startswith("text/css")


def test_has_a_worker_that_is_started_again_and_goes_with_it(data_folder: Path) -> None:
    with serving(data_folder) as (started, _):
        first = worker_in(line_with(started, "worker starts"))
        os.kill(first, signal.SIGKILL)
        second = worker_in(line_with(started, "worker starts"))
        assert second != first
        started.send_signal(signal.SIGTERM)
        assert worker_in(line_with(started, "worker ends")) == second
        assert started.wait(SLOW_START) == 0


def test_its_worker_goes_when_it_is_killed(data_folder: Path) -> None:
    with serving(data_folder) as (started, _):
        worker = worker_in(line_with(started, "worker starts"))
        started.kill()
        assert worker_in(line_with(started, "worker ends")) == worker


def worker_in(line: str) -> int:
    """The process of the worker that a line of the log names."""
    return int(json.loads(line)["worker"].rsplit("-", 2)[1])


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
