"""The larger installation's web server with its own configuration: processes that count together."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools.soaking.house import House, free_port

CHECKOUT = Path(__file__).resolve().parents[2]
SLOW_START = 60  # seconds on a busy machine
COUNT = 'answerable_requests_total{method="GET",status="200",view="health_live"}'
ASKED = 12


@dataclass
class Server:
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str, **headers: str) -> tuple[int, str, str]:
        """Status, body and the answer's number."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode(), answer.headers["X-Request-ID"]
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(), error.headers["X-Request-ID"]

    def processes(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(one) for one in children.split()]


@pytest.fixture
def server(data_folder: Path, tmp_path: Path) -> Iterator[Server]:
    port, log = free_port(), tmp_path / "log"
    house = House(data_folder, extra={"LOG_LEVEL": "INFO", "WEB_PROCESSES": "2"})
    house.extra |= {"BIND": f"127.0.0.1:{port}", "PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "counts")}
    house.python("-m", "django", "migrate", "--verbosity", "0")
    command = [sys.executable, "-m", "gunicorn", "--config", str(CHECKOUT / "deploy" / "gunicorn.conf.py")]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=CHECKOUT, env=house.environment, stdout=output, stderr=output, start_new_session=True
        )
    found = Server(port, process, log)
    end = time.monotonic() + SLOW_START
    while time.monotonic() < end:
        try:
            found.get("/health/ready")
            break
        except OSError:
            time.sleep(0.1)
    yield found
    with suppress(ProcessLookupError):  # the test may have ended it
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def figures(server: Server) -> dict[str, float]:
    status, body, _ = server.get("/metrics")
    assert status == 200
    return {
        line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1]) for line in body.splitlines() if line[0] != "#"
    }


def test_processes_count_together_and_log_each_request(server: Server) -> None:
    numbers = {server.get("/health/live?q=somebody")[2] for _ in range(ASKED)}
    assert figures(server)[COUNT] == ASKED, "whichever process answered"
    os.kill(server.processes()[0], signal.SIGKILL)
    time.sleep(1)
    assert figures(server)[COUNT] == ASKED, "what a process counted outlives it"
    assert server.get("/metrics", **{"X-Forwarded-For": "192.0.2.7"})[0] == 404

    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(SLOW_START) == 0
    text = server.log.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    own = [line for line in lines if line.get("view") == "health_live"]
    assert {line["request"] for line in own} == numbers
    assert "somebody" not in text
    assert "192.0.2.7" not in text
