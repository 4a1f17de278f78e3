"""A backup as one file: a plain tar archive, the same bytes for the same content."""

from __future__ import annotations

import os
import shutil
import tarfile
from pathlib import Path
from typing import IO, Any

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import Hashing, plain_files, private, sha256_of

SUFFIX = ".tar"


def pack(folder: Path, target: Path) -> Path:
    """Write the archive and wait for the disk."""
    with open(target, "xb", opener=private) as file:
        _write(folder, file)
        file.flush()
        os.fsync(file.fileno())
    return target


def unpack(archive: Path, folder: Path) -> None:
    """Take an archive apart into an empty folder.

    Raises Refusal unless the archive is, byte for byte, what ``pack`` makes of the folder: a byte changed
    between files is found as well, and nothing lands outside the folder.
    """
    try:
        with tarfile.open(archive, "r:") as tar:
            for one in tar:
                _take(tar, one, folder)
    except (tarfile.TarError, ValueError, EOFError, UnicodeError, FileExistsError, NotADirectoryError):
        raise Refusal(f"{archive} is damaged: it is not a whole archive.") from None
    again = Hashing()
    _write(folder, again)
    if again.size != archive.stat().st_size or again.sha256 != sha256_of(archive):
        raise Refusal(f"{archive} is damaged: it is not as it was written.")


def _take(tar: tarfile.TarFile, one: tarfile.TarInfo, folder: Path) -> None:
    path = folder / one.name
    plain = one.isreg() and not one.issparse()  # of a sparse one a small archive can say any length
    content = tar.extractfile(one) if plain else None
    if content is None or not path.resolve().is_relative_to(folder.resolve()):
        raise tarfile.TarError(one.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        shutil.copyfileobj(content, file)


def _write(folder: Path, into: Any) -> None:
    with tarfile.open(fileobj=_only_written(into), mode="w|", format=tarfile.PAX_FORMAT) as tar:
        for name, path in plain_files(folder):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = path.stat().st_size, 0o600
            with path.open("rb") as file:
                tar.addfile(entry, file)


def _only_written(into: Any) -> IO[bytes]:
    """tarfile's streaming mode asks for nothing but ``write``."""
    stream: IO[bytes] = into
    return stream
