"""Requests a second of a public page, kept and not, beside static files from the same server, by ``wrk``."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from benching.loading import ROOT
from benching.site import Site
from tools.soaking.house import free_port

SECONDS, ROUNDS = 4, 3
CONNECTIONS = 8
NEVER_THE_SAME = """
local at = 0
request = function()
  at = at + 1
  return wrk.format("GET", wrk.path .. "?again=" .. at)
end
"""
GUNICORN = ["-m", "gunicorn", "--config", str(ROOT / "deploy" / "gunicorn.conf.py"), "--workers", "1"]
NGINX = """
worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log crit; daemon off;
events {{ worker_connections 256; }}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  upstream site {{ server 127.0.0.1:{behind}; keepalive 16; }}
  server {{
    listen 127.0.0.1:{port};
    location /bare/ {{ alias {bare}/; }}
    location / {{
      proxy_pass http://site; proxy_http_version 1.1;
      proxy_set_header Connection ""; proxy_set_header Host $host;
    }}
  }}
}}
"""


class Asked(NamedTuple):
    """One line of a table: what is asked of which port, ``script`` for wrk where each is another."""

    name: str
    port: int
    path: str
    script: str = ""


def report(console: Console, site: Site, page: str, *, small: bool = False) -> None:
    """Our own server as ``answerable serve --public`` runs it, gunicorn, and nginx in front of that."""
    if shutil.which("wrk") is None:
        console.print("wrk is not installed (Debian: apt-get install wrk): passed over.")
        return
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare")
        bare.mkdir(mode=0o755)
        for name, setting in (("waitress", _waitress), ("gunicorn", _gunicorn)):
            with ExitStack() as stack:
                asked, size = setting(stack, site, bare, page, Path(folder))
                rounds = 1 if small else ROUNDS
                _table(console, f"{name}, a page of {size / 1000:.0f} kB", asked, rounds)


def _waitress(stack: ExitStack, site: Site, bare: Path, page: str, folder: Path) -> tuple[list[Asked], int]:
    del folder
    port, other = free_port(), free_port()
    stack.enter_context(_running(["-m", "django", "serve", "--public", "--port", str(port)], site, port))
    size, static = _prepared(port, page, bare)
    program = ["-m", "waitress", f"--listen=127.0.0.1:{other}", "--threads=8", "publication_bare:application"]
    stack.enter_context(_running(program, site, other, bare))
    return [
        *_of(port, page, static),
        Asked("the page's bytes by WhiteNoise alone", other, "/page.html"),
    ], size


def _gunicorn(stack: ExitStack, site: Site, bare: Path, page: str, folder: Path) -> tuple[list[Asked], int]:
    port, other, front = free_port(), free_port(), free_port()
    stack.enter_context(_running([*GUNICORN, "--bind", f"127.0.0.1:{port}"], site, port))
    size, static = _prepared(port, page, bare)
    program = [*GUNICORN, "--bind", f"127.0.0.1:{other}", "publication_bare:application"]
    stack.enter_context(_running(program, site, other, bare))
    asked = [*_of(port, page, static), Asked("the page's bytes by WhiteNoise alone", other, "/page.html")]
    if shutil.which("nginx"):
        stack.enter_context(_nginx(folder, bare, front, port))
        asked += [
            Asked("kept, through nginx", front, page),
            Asked("static file, through nginx", front, static),
            Asked("the page's bytes by nginx itself", front, "/bare/page.html"),
        ]
    return asked, size


def _of(port: int, page: str, static: str) -> list[Asked]:
    return [
        Asked("kept", port, page), Asked("static file of the site", port, static),
        Asked("made each time", port, page, NEVER_THE_SAME),
    ]  # fmt: skip


def _prepared(port: int, page: str, bare: Path) -> tuple[int, str]:
    """The page's size, and the site's file that is nearest to it; the page's bytes go to ``bare``."""
    body = _get(port, page)
    (bare / "page.html").write_bytes(body)
    named = sorted(set(re.findall(rb'"(/static/[^"]+)"', body)))
    sizes = {one.decode(): len(_get(port, one.decode())) for one in named}
    return len(body), min(sizes, key=lambda one: abs(sizes[one] - len(body)))


def _get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, answer.status)
    return body


@contextmanager
def _running(arguments: Sequence[str], site: Site, port: int, bare: Path | None = None) -> Iterator[None]:
    environment = site.environment() | {
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings", "PUBLIC_ONLY": "on", "BARE": str(bare or ""),
        "PYTHONPATH": str(Path(__file__).parent),
    }  # fmt: skip
    nowhere: Any = subprocess.DEVNULL
    server = subprocess.Popen(
        [sys.executable, *arguments], env=environment, cwd=ROOT, stdout=nowhere, stderr=nowhere,
        start_new_session=True,
    )  # fmt: skip
    try:
        _wait(port)
        yield
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


@contextmanager
def _nginx(folder: Path, bare: Path, port: int, behind: int) -> Iterator[None]:
    folder.chmod(0o755)
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, bare=bare, port=port, behind=behind))
    server = subprocess.Popen(["nginx", "-c", str(config), "-p", str(folder)], start_new_session=True)
    try:
        _wait(port)
        yield
    finally:
        server.terminate()
        server.wait()


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=5).connect()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server does not answer.")


def _table(console: Console, title: str, asked: list[Asked], rounds: int) -> None:
    """In turn, so that a busy machine slows all; the ratio is that of the best rounds to the first line's."""
    best = dict.fromkeys(asked, 0.0)
    for _ in range(rounds):
        for one in asked:
            best[one] = max(best[one], _wrk(one))
    table = Table(title=title, title_justify="left")
    for head in ("asked for", "requests a second", "kept ÷ this"):
        table.add_column(head, justify="left" if head == "asked for" else "right")
    kept = best[asked[0]]
    for one, rate in best.items():
        table.add_row(one.name, f"{rate:,.0f}", f"{kept / rate:.2f}" if rate else "·")
    table.caption = "kept is to be at least 0.5 of the static file"
    console.print(table)


def _wrk(asked: Asked) -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(asked.script)
        script.flush()
        more = ["-s", script.name] if asked.script else []
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "30s", *more]
        url = f"http://127.0.0.1:{asked.port}{asked.path}"
        done = subprocess.run([*command, url], capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout:
        raise RuntimeError(f"{asked.path}: {done.stdout}")
    found = re.search(r"Requests/sec:\s*([\d.]+)", done.stdout)
    return float(found[1]) if found else 0.0
