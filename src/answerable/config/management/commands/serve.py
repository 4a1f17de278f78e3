"""``answerable serve``: site and worker of a small office, started by one command."""

from __future__ import annotations

import errno
import os
import signal
import socket
import sys
import tempfile
from argparse import ArgumentParser
from contextlib import nullcontext
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from waitress.server import create_server

from answerable.config.handler import Handler
from answerable.config.open_to_others import refused_at
from answerable.config.own_worker import OwnWorker

HIGHEST_PORT = 65_535
THREADS = 8  # one person's browser asks for a page and its style sheet, script and page pictures at once
MB = 1024 * 1024


class Command(BaseCommand):
    help = (
        "Serve the site, and do its jobs in a worker of its own. On this machine only, unless --host says "
        "otherwise and the settings are fit for it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="localhost", help="the address to listen at")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--public", action="store_true", help="the public site alone, without a record")
        parser.add_argument("--no-worker", action="store_true", help="leave the jobs to `answerable worker`")

    def get_check_kwargs(self, options: dict[str, Any]) -> Any:
        """The database's own settings are checked as well: nothing is served from an unsafe one."""
        databases = [] if settings.PUBLIC_ONLY else ["default"]
        return {**super().get_check_kwargs(options), "databases": databases}

    def handle(self, *args: Any, host: str, port: int, public: bool, no_worker: bool, **options: Any) -> None:
        if public and not settings.PUBLIC_ONLY:
            raise CommandError(
                "Set PUBLIC_ONLY=on: --public is read before the settings, as the first option."
            )
        reason = refused_at(host)
        if reason:
            raise CommandError(reason)
        if not 0 < port <= HIGHEST_PORT:
            raise CommandError(f"There is no port {port}: choose one from 1 to {HIGHEST_PORT}.")
        try:
            server = made(host, port)
        except OSError as error:
            raise CommandError(refusal(error, port)) from None
        if not settings.PUBLIC_ONLY:
            from answerable.config.handing_over import hand_over_at_start  # the record's own tables

            hand_over_at_start()
            # What is being sent waits on the disk of the data, where /tmp may be memory.
            tempfile.tempdir = os.fspath(settings.FILE_UPLOAD_TEMP_DIR)
        signal.signal(signal.SIGTERM, _end)
        with nullcontext() if no_worker or settings.PUBLIC_ONLY else OwnWorker():
            self.stdout.write(f"Serving on http://{host}:{port}/ (Ctrl+C stops it)")
            self.stdout.flush()
            server.run()


def made(host: str, port: int) -> Any:
    """The web server, listening; raises OSError."""
    return create_server(
        Handler(),
        listen=" ".join(addresses(host, port)),
        threads=THREADS,
        ident="answerable",
        max_request_body_size=2
        * settings.UPLOADS["total_mb"]
        * MB,  # up to that the page says what is too much
        clear_untrusted_proxy_headers=False,  # who is believed is settled in one place: web/client.py
    )


def _end(number: int, frame: FrameType | None) -> None:
    """End as Ctrl+C does: what is being answered is answered, and the worker is told."""
    sys.exit(0)


def addresses(host: str, port: int) -> list[str]:
    """What to listen on: a browser may take "localhost" for either of the two loopback addresses."""
    if host == "localhost":
        return [f"127.0.0.1:{port}"] + ([f"[::1]:{port}"] if has_ipv6() else [])
    return [f"[{host}]:{port}" if ":" in host else f"{host}:{port}"]


def has_ipv6() -> bool:
    """Can this machine listen on ::1?"""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def refusal(error: OSError, port: int) -> str:
    """Why the port cannot be had, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is in use by another program: stop it, or choose another port, such as {port + 1}."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is not ours to use: choose one above 1023."
    return f"Port {port} cannot be used: {error.strerror or error}."
