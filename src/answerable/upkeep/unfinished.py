"""What is left of files whose web server was killed while they came in."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

A_DAY = 24 * 60 * 60  # seconds: nothing takes so long to be sent


def forget_unfinished() -> None:
    """Remove them, once nobody can be sending them any more."""
    before = time.time() - A_DAY
    for path in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir():
        with suppress(OSError):  # somebody else removed it
            if path.is_file() and path.stat().st_mtime < before:
                path.unlink()
