"""Settings of gunicorn for these runs: the master draws a page first, so that a new worker is quick.

Nothing is opened that workers would share.
"""

from __future__ import annotations

from typing import Any

control_socket_disable = True


def on_starting(server: Any) -> None:
    """Draw the page of an address that is none: it has the layout of every page."""
    del server
    from django.db import connections
    from django.test import Client

    Client(raise_request_exception=False).get("/nothing/", headers={"host": "localhost"})
    connections.close_all()
