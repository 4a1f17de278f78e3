"""When the newest backup was made, as far as this machine can see."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings


def last_backup() -> datetime | None:
    """The time of the newest thing in BACKUPS, the folder that backups are made into; None without any."""
    folder = Path(settings.BACKUPS) if settings.BACKUPS else None
    if folder is None or not folder.is_dir():
        return None
    times = [one.stat().st_mtime for one in folder.iterdir() if not one.name.startswith(".")]
    return datetime.fromtimestamp(max(times), tz=UTC) if times else None
