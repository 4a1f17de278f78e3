"""Restoring a backup: only into an empty place, only after it was checked whole, and compared afterwards."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from answerable.core.refusal import Refusal
from answerable.upkeep.backup import checking
from answerable.upkeep.backup.files import appear, copy_synced, sync_folders, unfinished
from answerable.upkeep.backup.making import KEYS, ORIGINALS, Tell
from answerable.upkeep.backup.manifest import Manifest
from answerable.upkeep.backup.place import Place


def restore(
    backup: Path, place: Place, *, tell: Tell, expected: str | None = None, keys_to: Path | None = None
) -> Manifest:
    """Put a backup into an empty place. Raises Refusal; then nothing was changed there.

    ``keys_to`` is where the keys go, of a backup that was made with them: in the place of those there.
    """
    refuse_in_use(place)
    with checking.opened(backup, place.media) as folder:
        found = checking.checked(folder, place, tell, expected=expected)
        _put_in_place(folder, found, place, tell)
        if keys_to is not None:
            _put_keys(folder, found, keys_to)
    return found


def refuse_in_use(place: Place) -> None:
    if not place.is_empty():
        raise Refusal(
            f"The database {place} is in use: restore into an empty one, with ANSWERABLE_DATA or "
            "DATABASE_URL naming a new place."
        )
    if place.media.exists() and any(one.is_file() for one in place.media.rglob("*")):
        raise Refusal(
            f"The folder {place.media} holds files: restore into an empty place, with ANSWERABLE_DATA naming "
            "a new folder."
        )


def _put_in_place(folder: Path, found: Manifest, place: Place, tell: Tell) -> None:
    """Originals first, the database last: while it is not there, nobody takes the place for a whole one."""
    with unfinished(place.media) as staged:
        files = staged / "files"
        files.mkdir()
        _copy_originals(folder, files, found, tell)
        sync_folders(files)
        if place.media.exists():
            shutil.rmtree(place.media)  # folders without a file in them: it was looked
        appear(files, place.media)
        try:
            tell("Restoring the database", 0, 1)
            place.restore(folder, partial(checking.refuse_different, found))
        except BaseException:
            shutil.rmtree(place.media)
            raise
        tell("Restoring the database", 1, 1)


def _copy_originals(folder: Path, into: Path, found: Manifest, tell: Tell) -> None:
    """Hashes are compared once more on the way."""
    names = sorted(name for name in found.files if name.startswith(f"{ORIGINALS}/"))
    for done, name in enumerate(names):
        tell("Restoring originals", done, len(names))
        if copy_synced(folder / name, into / name.removeprefix(f"{ORIGINALS}/")) != found.files[name].sha256:
            raise Refusal(f"{name} changed while it was copied: the disk of the backup is failing.")
    tell("Restoring originals", len(names), len(names))


def _put_keys(folder: Path, found: Manifest, data: Path) -> None:
    """A new place has made itself a key already, which has signed nothing that lasts."""
    for name in sorted(name for name in found.files if name.startswith(f"{KEYS}/")):
        key = data / name.removeprefix(f"{KEYS}/")
        key.unlink(missing_ok=True)
        copy_synced(folder / name, key)
