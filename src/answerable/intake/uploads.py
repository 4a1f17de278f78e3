"""Files that come in by a form: to the disk as they arrive, within limits, and kept under their own hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    SkipFile,
    StopUpload,
    TemporaryFileUploadHandler,
)
from django.http import HttpRequest

from answerable.documents.originals import original_path as original_path  # where ``keep`` put it
from answerable.documents.originals import write_original

MB = 1024 * 1024
LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class Limits:
    """What one form may bring: bytes of a file, bytes in all, files."""

    file: int
    total: int
    files: int

    def in_words(self) -> str:
        return f"{self.files} files, {self.file // MB} MB each and {self.total // MB} MB together"


def limits() -> Limits:
    """The limits of the settings."""
    given = settings.UPLOADS
    return Limits(given["file_mb"] * MB, given["total_mb"] * MB, given["files"])


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that is on disk under its SHA-256; ``name`` is the sender's, without a folder."""

    name: str
    size: int
    sha256: str


class NoFiles(FileUploadHandler):
    """For every other form: a file that is sent along is let fall, and never stored."""

    def new_file(self, *args: Any, **values: Any) -> None:
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None


class Spool(TemporaryFileUploadHandler):
    """Each file to the disk as it comes, hashed on the way.

    At a limit it stops storing, and ``problem`` is the sentence that says which.
    """

    def __init__(self, request: HttpRequest, limits: Limits) -> None:
        super().__init__(request)
        self.limits = limits
        self.problem = ""
        self._files = self._total = self._size = 0

    def new_file(self, *args: Any, **values: Any) -> None:
        super().new_file(*args, **values)
        self._files += 1
        self._size = 0
        self._digest = hashlib.sha256()
        if self._files > self.limits.files:
            self._stop(f"Send at most {self.limits.files} files at a time.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._size += len(raw_data)
        self._total += len(raw_data)
        if self._size > self.limits.file:
            most = self.limits.file // MB
            self._stop(
                f"{clean_name(self.file_name)} is larger than {most} MB: make it smaller, or split it."
            )
        if self._total > self.limits.total:
            self._stop(
                f"The files are larger than {self.limits.total // MB} MB together: send them in several goes."
            )
        self._digest.update(raw_data)
        super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile:
        file: Any = super().file_complete(file_size)
        file.sha256 = self._digest.hexdigest()
        return file  # type: ignore[no-any-return]

    def _stop(self, problem: str) -> None:
        self.problem = problem
        raise StopUpload(connection_reset=False)


def problem_with(files: Sequence[UploadedFile]) -> str:
    """The sentence for files that came whole but are of no use; "" where all are."""
    if not files:
        return "Choose the files to send."
    empty = next((file for file in files if not file.size), None)
    return f"{clean_name(empty.name)} is empty: choose the file again, or leave it out." if empty else ""


def clean_name(name: str | None) -> str:
    """A sender's file name that can be shown and kept: one line, its end (which says the format) whole."""
    shown = "".join(one if one.isprintable() else "?" for one in name or "")
    return shown.rsplit("/", 1)[-1].rsplit("\\", 1)[-1][-LONGEST_NAME:] or "file"


def keep(file: Any) -> Stored:
    """Move a spooled file to where originals lie, under its hash."""
    with Path(file.temporary_file_path()).open("rb") as content:
        write_original(file.sha256, content)
    return Stored(clean_name(file.name), file.size, file.sha256)
