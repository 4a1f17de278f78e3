"""Where originals lie: each under its own SHA-256, whole, and so that a power cut cannot undo it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import IO

from django.core.files.storage import default_storage


def original_name(sha256: str) -> str:
    """The name of an original in the storage."""
    return f"originals/{sha256[:2]}/{sha256}"


def original_path(sha256: str) -> Path:
    """Where it lies on the disk."""
    return Path(default_storage.path(original_name(sha256)))


def write_original(sha256: str, content: IO[bytes]) -> None:
    """Write it where it is not there yet. Under its name there is the whole file, on the disk, or no file."""
    path = original_path(sha256)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)  # a disk without room needs what is half written back
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Its names are on the disk: a file that was written lasts under its name."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
