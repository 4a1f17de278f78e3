"""Is all there that a page needs: the database, and the place where files are kept?"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import structlog
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

log = structlog.get_logger("answerable.health")


def missing() -> list[str]:
    """A word for each thing that is not there; why stands in the log, and is no stranger's business."""
    asked: dict[str, Callable[[], None]] = {"database": _ask_database, "files": _ask_files}
    return [name for name, ask in asked.items() if not _answers(ask)]


def _answers(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except (DatabaseError, InterfaceError, OSError):
        log.warning("not ready", exc_info=True)
        return False
    return True


def _ask_database() -> None:
    """A row of a table of ours: a database without tables is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM offices_office LIMIT 1")


def _ask_files() -> None:
    """Whether a file can be kept: written, and gone again."""
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"answerable")
        file.flush()
        os.fsync(file.fileno())
