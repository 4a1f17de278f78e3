"""Files that are on the disk before anybody hears of them."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

BLOCK = 1 << 20  # bytes read at a time


def private(name: str, flags: int) -> int:
    """An opener: what a backup holds is for its owner only."""
    return os.open(name, flags, 0o600)


class Hashing:
    """A file to write to that keeps count and hash of what goes through it."""

    def __init__(self, file: IO[bytes] | None = None) -> None:
        self._file, self._hash, self.size = file, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        self._hash.update(data)
        self.size += len(data)
        return self._file.write(data) if self._file else len(data)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def sha256_of(path: Path) -> str:
    """The hash of a file, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_synced(source: Path, target: Path) -> str:
    """Copy a file, wait for the disk; the SHA-256 of what was copied."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as read, open(target, "xb", opener=private) as write:
        through = Hashing(write)
        while block := read.read(BLOCK):
            through.write(block)
        write.flush()
        os.fsync(write.fileno())
    return through.sha256


def write_synced(path: Path, data: bytes) -> None:
    with open(path, "xb", opener=private) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Wait until a file's content, or a folder's list of names, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folders(top: Path) -> None:
    """Wait for the lists of names of a folder and of all below it."""
    for folder, _, _ in os.walk(top):
        sync(Path(folder))


def plain_files(top: Path) -> Iterator[tuple[str, Path]]:
    """Everything below a folder that is not a folder, by its path from there with "/" between."""
    for folder, _, names in sorted(os.walk(top)):
        for name in sorted(names):
            path = Path(folder, name)
            yield path.relative_to(top).as_posix(), path


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A folder beside ``target`` to work in, on the same disk; it is gone afterwards, however it ends."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.unfinished-", dir=target.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def appear(finished: Path, target: Path) -> None:
    """Give a finished file or folder its name, at once and lastingly. Refuses to take one's place."""
    if target.exists():
        raise FileExistsError(target)
    finished.rename(target)
    sync(target.parent)
