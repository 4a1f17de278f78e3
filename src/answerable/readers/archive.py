"""Zip archives from strangers: opened with limits, so that a small file cannot become a large one."""

from __future__ import annotations

import io
import zipfile
import zlib

from answerable.readers.errors import Unreadable

MOST_ENTRIES = 5_000
"""Entries of an archive; the largest minutes seen have under a hundred."""
MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of one part, and of all parts read together: minutes with a thousand pages have about 20 MB."""
HIGHEST_RATIO = 200
"""Unpacked to packed size of a part over a megabyte: Word's XML packs 10 to 60 times."""
RATIO_FROM = 1024 * 1024


class Archive:
    """The parts of a zip file, read on demand."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises Unreadable where the archive is torn or has too many entries."""
        self.name = name
        self._left = MOST_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise self._damaged() from None
        infos = self._zip.infolist()
        if len(infos) > MOST_ENTRIES:
            raise Unreadable(
                f"{name} is a zip archive of {len(infos)} entries, more than the {MOST_ENTRIES} that a"
                " document can need; it was not opened."
            )
        self._infos = {info.filename: info for info in infos}
        if len(self._infos) < len(infos):
            raise Unreadable(
                f"{name} holds two parts of the same name, which no office program writes; open it in the"
                " program that made it and save it again."
            )

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def names(self) -> list[str]:
        return list(self._infos)

    def read(self, part: str) -> bytes:
        """The bytes of a part; raises Unreadable where it is missing, torn, locked or a bomb."""
        info = self._infos.get(part)
        if info is None:
            raise Unreadable(f"{self.name} is damaged: its part {part} is missing; get a fresh copy of it.")
        self._check(info)
        try:
            with self._zip.open(info) as stream:
                found = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise self._damaged() from None
        except RuntimeError:
            raise Unreadable(f"{self.name} is locked with a password; save it without one.") from None
        if len(found) > self._left:
            raise self._bomb()
        self._left -= len(found)
        return found

    def _check(self, info: zipfile.ZipInfo) -> None:
        packed = max(info.compress_size, 1)
        if info.file_size > self._left:
            raise self._bomb()
        if info.file_size > RATIO_FROM and info.file_size / packed > HIGHEST_RATIO:
            raise self._bomb()

    def _bomb(self) -> Unreadable:
        return Unreadable(
            f"{self.name} unpacks to far more than a document needs (the limit is {MOST_UNPACKED // 2**20}"
            f" MB, or {HIGHEST_RATIO} times its size) and was not read; check where it comes from."
        )

    def _damaged(self) -> Unreadable:
        return Unreadable(
            f"{self.name} is damaged or cut short: its zip archive cannot be unpacked; get a fresh"
            " copy of it."
        )
