"""Is a backup whole? Asked before anything is touched; the answer is one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.db.migrations.loader import MigrationLoader

from answerable.core.refusal import Refusal
from answerable.upkeep.backup import manifest, packed
from answerable.upkeep.backup.files import plain_files, sha256_of, unfinished
from answerable.upkeep.backup.holding import Holding
from answerable.upkeep.backup.making import ORIGINALS, Tell
from answerable.upkeep.backup.manifest import Manifest, Table
from answerable.upkeep.backup.place import Place


@contextmanager
def opened(backup: Path, beside: Path) -> Iterator[Path]:
    """The backup as a folder; one file is unpacked for the while into a folder beside ``beside``."""
    if backup.is_dir():
        yield backup
        return
    if not backup.is_file():
        raise Refusal(f"There is no backup {backup}.")
    with unfinished(beside) as folder:
        packed.unpack(backup, folder)
        yield folder


def checked(folder: Path, place: Place, tell: Tell, *, expected: str | None = None) -> Manifest:
    """The manifest of a backup of which every byte is as it was written, and that fits ``place``.

    ``expected`` is the SHA-256 that ``answerable backup`` printed. Raises Refusal.
    """
    found = manifest.read(folder)
    if expected is not None and manifest.digest(folder) != expected.strip().lower():
        raise Refusal("This is not the backup that was expected: its manifest has another SHA-256.")
    _refuse_newer(found)
    if found.database != place.kind:
        raise Refusal(
            f"This is a backup of a {found.database} database; DATABASE_URL names a {place.kind} one. "
            "Restore it into the same kind."
        )
    if place.file not in found.files:
        raise Refusal(f"{manifest.NAME} names no {place.file}: this is not a whole backup.")
    _refuse_changed(folder, found, tell)
    return found


def _refuse_changed(folder: Path, found: Manifest, tell: Tell) -> None:
    there = dict(plain_files(folder))
    own = {manifest.NAME, manifest.HASH_NAME}
    for name in sorted(found.files.keys() - there.keys()):
        raise Refusal(f"{name} is missing from the backup.")
    for name in sorted(there.keys() - found.files.keys() - own):
        raise Refusal(f"{name} does not belong to the backup: its manifest does not name it.")
    for done, (name, file) in enumerate(sorted(found.files.items())):
        tell("Checking files", done, len(found.files))
        path = there[name]
        if path.is_symlink() or not path.is_file():
            raise Refusal(f"{name} is no plain file.")
        size = path.stat().st_size
        if size != file.size:
            raise Refusal(f"{name} is damaged: it has {size:,} bytes instead of {file.size:,}.")
        if sha256_of(path) != file.sha256:
            raise Refusal(f"{name} is damaged: its content is not what was written.")
    tell("Checking files", len(found.files), len(found.files))


def _refuse_newer(found: Manifest) -> None:
    """Tables that this version does not know yet cannot be worked with."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    theirs = {f"{app}.{name}" for app, names in found.migrations.items() for name in names}
    unknown = sorted(theirs - known)
    if unknown:
        raise Refusal(
            f"This backup was made by a newer version ({found.program}), which knows {unknown[0]}: install "
            "that one or a newer one."
        )


def refuse_different(found: Manifest, held: Holding) -> None:
    """Compare what the manifest says with the database that came out of the backup."""
    for name, said, is_held in differences(found.tables, held.tables):
        raise Refusal(f"The table {name} holds {is_held}; the manifest says {said}.")
    if found.migrations != held.migrations or found.last_event != held.last_event:
        raise Refusal("The manifest is of another database: its versions or its last event differ.")
    for one in held.originals:
        file = found.files.get(f"{ORIGINALS}/{one.name}")
        if file is None:
            raise Refusal(f"The original {one.name} is not in the backup, though a row names it.")
        if file.sha256 != one.sha256:
            raise Refusal(f"The original {one.name} is not the one that the database names.")


def differences(said: Mapping[str, Table], held: Mapping[str, Table]) -> Iterator[tuple[str, str, str]]:
    """Each table that differs: its name, what was said of it, what is held, in words."""
    for name in sorted(said.keys() | held.keys()):
        one, other = said.get(name), held.get(name)
        if one != other:
            same_count = one and other and one.rows == other.rows
            yield name, _words(one), f"{_words(other)}{' of other content' if same_count else ''}"


def _words(table: Table | None) -> str:
    return "no such table" if table is None else f"{table.rows:,} {'row' if table.rows == 1 else 'rows'}"
