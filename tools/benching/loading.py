"""Load: requests a second and the time of the slowest hundredth, by Debian's ``wrk``, also under saves."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generate import write_records
from rich.console import Console
from rich.table import Table

from benching.site import Site, filled

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # the cluster of the tests, the savers of the soak

from tests.cluster import running  # noqa: E402
from tools.soaking.client import Browser, Saver  # noqa: E402
from tools.soaking.house import free_port  # noqa: E402

MEETINGS = 2_000
SECONDS = 15
CONNECTIONS = 8  # people who press a link at the same moment: an office at its busiest
WRK_THREADS = 1
SERVER_ERROR = 500

SCRIPT = """
local paths = {%s}
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {["Cookie"] = "%s"})
end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('\\nJSON {"requests": %%d, "seconds": %%f, "p50": %%f, "p99": %%f, ' ..
    '"broken": %%d, "refused": %%d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.connect + e.read + e.write + e.timeout, e.status))
end
"""


@dataclass(frozen=True)
class OnPostgres(Site):
    """A site whose database is elsewhere."""

    url: str = ""

    def environment(self) -> dict[str, str]:
        return super().environment() | {"DATABASE_URL": self.url}


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """Small office, the same with several processes, and the larger installation."""
    if shutil.which("wrk") is None:
        console.print("wrk is not installed (Debian: apt-get install wrk): passed over.")
        return
    meetings = MEETINGS // 10 if small else MEETINGS
    table = Table(title=f"{CONNECTIONS} connections over {meetings:,} meetings", title_justify="left")
    heads = (
        "server",
        "saves a second",
        "requests a second",
        "median ms",
        "p99 ms",
        "5xx",
        "database errors",
        "broken",
    )
    for head in heads:
        table.add_column(head, justify="left" if head == "server" else "right")
    with ExitStack() as stack:
        sqlite = filled(work, meetings)
        rows = [
            ("waitress, SQLite", sqlite, _serve),
            ("gunicorn 3 × 4, SQLite", sqlite, _gunicorn(3)),
            ("gunicorn 2 × 4, PostgreSQL", _on_postgres(stack, work, meetings), _gunicorn(2)),
        ]
        for name, site, command in rows:
            for saving in (False, True):
                table.add_row(name, *_measured(site, command, saving=saving, seconds=3 if small else SECONDS))
    table.caption = "5xx, database errors (“database is locked” is one) and broken connections are to be 0"
    console.print(table)


def _on_postgres(stack: ExitStack, work: Path, meetings: int) -> Site:
    cluster = stack.enter_context(running())
    site = OnPostgres(work / f"site-postgres-{meetings}", cluster.new_database())
    site.run("migrate", "--verbosity", "0")
    site.run("import", str(write_records(meetings, work)))
    return site


def _serve(port: int) -> list[str]:
    return [sys.executable, "-m", "django", "serve", "--port", str(port)]


def _gunicorn(processes: int) -> Any:
    def command(port: int) -> list[str]:
        return [
            sys.executable, "-m", "gunicorn", "--config", str(ROOT / "deploy" / "gunicorn.conf.py"),
            "--bind", f"127.0.0.1:{port}", "--workers", str(processes),
        ]  # fmt: skip

    return command


def _measured(site: Site, command: Any, *, saving: bool, seconds: int) -> list[str]:
    found = json.loads(site.output_of(Path(__file__).with_name("entering.py")))
    with _served(site, command) as (port, log):
        _wrk(port, found, 2)  # every process has drawn every page once
        savers = (
            [Saver(Browser(port, cookies), topic) for cookies, topic in found["savers"]] if saving else []
        )
        with _saving(savers):
            done = _wrk(port, found, seconds)
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    return [
        f"{sum(saver.confirmed for saver in savers) / seconds:.1f}" if saving else "none",
        f"{done['requests'] / done['seconds']:.0f}",
        f"{done['p50']:.0f}",
        f"{done['p99']:.0f}",
        str(sum(line.get("status", 0) >= SERVER_ERROR for line in lines)),
        str(sum("django.db.utils.OperationalError" in line.get("exception", []) for line in lines)),
        str(done["broken"]),
    ]


@contextmanager
def _served(site: Site, command: Any) -> Iterator[tuple[int, Path]]:
    """The server on a port of its own, and the file of its log."""
    port, log = free_port(), site.folder / "load.log"
    environment = site.environment() | {
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings", "LOG_LEVEL": "ERROR",
        "PROMETHEUS_MULTIPROC_DIR": tempfile.mkdtemp(prefix="answerable-"),
    }  # fmt: skip
    with log.open("w") as output:
        server = subprocess.Popen(
            command(port), env=environment, cwd=ROOT, stdout=output, stderr=output, start_new_session=True
        )
    try:
        _wait(port)
        yield port, log
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _wait(port: int) -> None:
    browser = Browser(port, {})
    for _ in range(600):
        if browser.get("/health/live").status:
            return
        threading.Event().wait(0.1)
    raise RuntimeError("The server does not answer.")


@contextmanager
def _saving(savers: list[Saver]) -> Iterator[None]:
    stop = threading.Event()

    def keep_on(saver: Saver) -> None:
        while not stop.is_set():
            saver.save()

    threads = [threading.Thread(target=keep_on, args=[saver]) for saver in savers]
    for thread in threads:
        thread.start()
    yield
    stop.set()
    for thread in threads:
        thread.join()


def _wrk(port: int, found: dict[str, Any], seconds: int) -> dict[str, float]:
    paths = ", ".join(json.dumps(path) for path in found["paths"])
    cookies = "; ".join(f"{name}={value}" for name, value in found["readers"].items())
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % (paths, cookies))
        script.flush()
        done = subprocess.run(
            ["wrk", f"-t{WRK_THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s",
             "-s", script.name, f"http://127.0.0.1:{port}/"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    line = next(line for line in done.stdout.splitlines() if line.startswith("JSON "))
    counted: dict[str, float] = json.loads(line.removeprefix("JSON "))
    if counted["refused"]:
        counted["broken"] += counted["refused"]
    return counted
