"""Handing decided publications to the public store: at every start, and by the worker each minute."""

from __future__ import annotations

import structlog
from django.db import connection, connections
from django.utils import timezone

from answerable.publishing.operations import deliver_due

EACH_MINUTE = 60.0  # seconds between two looks at what is decided, and at which embargo ends

log = structlog.get_logger("answerable.publishing")


def hand_over() -> None:
    """Open what is due and hand over what is decided."""
    deliver_due(at=timezone.now())


def hand_over_at_start() -> None:
    """The same before anything is served. A start does not fail for it: the worker tries again.

    No connection is left open: a web server may fork after this, and a connection must not be shared.
    """
    try:
        hand_over()
    except Exception:
        log.exception("publications were not handed over at start")
    finally:
        if not connection.in_atomic_block:
            connections.close_all()
