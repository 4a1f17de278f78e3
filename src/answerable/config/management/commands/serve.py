"""``answerable serve``: the site on this machine, for the one person who works at it."""

from __future__ import annotations

import errno
import socket
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
HIGHEST_PORT = 65_535
THREADS = 8  # one person's browser asks for a page and its style sheet, script and page pictures at once
NOT_YET = (
    "There is no sign-in yet, so the site is served on this machine only: use localhost, 127.0.0.1 or ::1."
)


class Command(BaseCommand):
    help = "Serve the site on this machine only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="localhost", help="localhost, 127.0.0.1 or ::1")
        parser.add_argument("--port", type=int, default=8000)

    def get_check_kwargs(self, options: dict[str, Any]) -> dict[str, Any]:
        """The database's own settings are checked as well: nothing is served from an unsafe one."""
        return {**super().get_check_kwargs(options), "databases": ["default"]}

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        if host not in LOOPBACK:
            raise CommandError(NOT_YET)
        if not 0 < port <= HIGHEST_PORT:
            raise CommandError(f"There is no port {port}: choose one from 1 to {HIGHEST_PORT}.")
        listen = " ".join(addresses(host, port))
        try:
            server = create_server(get_wsgi_application(), listen=listen, threads=THREADS, ident="answerable")
        except OSError as error:
            raise CommandError(refusal(error, port)) from None
        self.stdout.write(f"Serving on http://{host}:{port}/ (Ctrl+C stops it)")
        self.stdout.flush()
        server.run()


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
