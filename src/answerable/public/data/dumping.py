"""The nightly dump: all files of an office on disk, put in place of those before in one step.

A folder of files is made beside the last one, then one small file (``current.json``) is replaced that says
which folder holds, what each file's sum is, and up to which publication it is true. The ones before are
removed.
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

from answerable.core.refusal import Refusal
from answerable.public.data.files import ALL, FILES, SUMS
from answerable.public.data.packing import READ_ME, pack, sum_of, sums
from answerable.published.open_data import last_publication, something_went
from answerable.published.queries import offices, state

FORMAT = "answerable-dump/1"
CURRENT = "current.json"
READ_ME_NAME = "README.txt"
PIECE = 2**16  # bytes that are read at once
DAY = 24 * 3600  # seconds
TRIES = 5  # somebody may publish while files are made: then they are made again


@dataclass(frozen=True, slots=True)
class Dump:
    """``files``: sum and size by name. ``last``: key and hash of the office's last publication in it."""

    folder: str
    last: tuple[int, str]
    files: dict[str, tuple[str, int]]
    format: str = FORMAT


def place(office: str) -> Path:
    """The folder of an office's dumps."""
    return Path(settings.DATA, "open-data", office)


def dump(office: str) -> Dump | None:
    """Make an office's files; None where those that are there are right still. Raises Refusal."""
    held = held_dump(office)
    if held is not None and held.last == last_publication(office):
        return None
    for _ in range(TRIES):
        before = state()
        made = _made(office, last_publication(office))
        if state() == before:
            _put(office, made)
            return made
        shutil.rmtree(place(office) / made.folder)
    raise Refusal(
        f"The files of {office} could not be made because something was published each time: try again."
    )


def dump_all(*, only_refused: bool = False) -> None:
    """The files of every office, or of those whose files may not be given out. Raises Refusal."""
    for one in offices():
        if not only_refused or good_dump(one.path) is None:
            dump(one.path)


def held_dump(office: str) -> Dump | None:
    """The dump that is there; None where there is none that we can read."""
    try:
        said: dict[str, Any] = json.loads((place(office) / CURRENT).read_text("utf-8"))
        if said["format"] != FORMAT:
            return None
        files = {name: (str(one[0]), int(one[1])) for name, one in said["files"].items()}
        return Dump(str(said["folder"]), (int(said["last"][0]), str(said["last"][1])), files)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def good_dump(office: str) -> Dump | None:
    """The dump that may be given out: nothing that is in it was corrected or withdrawn since."""
    held = held_dump(office)
    return held if held is not None and not something_went(office, held.last) else None


def opened(office: str, held: Dump, name: str) -> BinaryIO | None:
    """A file of a dump, open; None where it is not there any more, or not of the size that was noted."""
    try:
        file = (place(office) / held.folder / name).open("rb")
    except OSError:
        return None
    if os.fstat(file.fileno()).st_size == held.files[name][1]:
        return file
    file.close()
    return None


def _made(office: str, last: tuple[int, str]) -> Dump:
    folder = uuid.uuid4().hex
    where = place(office) / folder
    where.mkdir(parents=True)
    for name, pieces in FILES.items():
        _write(where / name, pieces(office))
    _write(where / READ_ME_NAME, iter([READ_ME.encode()]))
    names = [*FILES, READ_ME_NAME]
    found = {name: sum_of(_read(where / name)) for name in names}
    _write(where / SUMS, iter([sums(found)]))
    with (where / ALL).open("wb") as file:
        pack(file, ((name, _read(where / name)) for name in [*names, SUMS]))
    found |= {name: sum_of(_read(where / name)) for name in (SUMS, ALL)}
    return Dump(folder, last, {name: (value, (where / name).stat().st_size) for name, value in found.items()})


def _put(office: str, made: Dump) -> None:
    """From now on this one holds, and the one before is gone: something in it may have been withdrawn.

    What a process left half done goes, too, once it is old enough to be nobody's work any more.
    """
    held = held_dump(office)
    beside = place(office) / f"{CURRENT}.{made.folder}"
    beside.write_text(json.dumps(asdict(made)), "utf-8")
    now = beside.stat().st_mtime
    os.replace(beside, place(office) / CURRENT)
    for one in place(office).iterdir():
        left = held is not None and one.name == held.folder
        if one.name not in (CURRENT, made.folder) and (left or now - one.stat().st_mtime > DAY):
            shutil.rmtree(one, ignore_errors=True) if one.is_dir() else one.unlink(missing_ok=True)


def _write(path: Path, pieces: Iterator[bytes]) -> None:
    with path.open("wb") as file:
        for one in pieces:
            file.write(one)


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
