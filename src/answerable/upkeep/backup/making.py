"""Making a backup: the database first, then the originals that its rows name, which never change."""

from __future__ import annotations

import importlib.metadata
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from answerable.core.refusal import Refusal
from answerable.upkeep.backup import manifest, packed
from answerable.upkeep.backup.files import appear, copy_synced, sha256_of, sync_folders, unfinished
from answerable.upkeep.backup.holding import Holding, Original
from answerable.upkeep.backup.place import Place

ORIGINALS = "files"
KEYS = "keys"
SPARE = 1.05  # times the size of what is copied: room for folders and the manifest

Tell = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is."""


def back_up(
    place: Place, target: Path, *, at: datetime, tell: Tell, keys: Sequence[Path] = ()
) -> tuple[Path, str]:
    """Make a backup; returns where it is and the SHA-256 of its manifest. Raises Refusal.

    ``target`` is a new folder, a folder that there is (the backup is made in it, named by the time), or a
    new file whose name ends in .tar. It appears whole or not at all.
    """
    target = _free_name(target, at)
    with unfinished(target) as folder:
        whole = folder / "whole"
        whole.mkdir(mode=0o700)
        tell("Copying the database", 0, 1)
        with place.snapshot(whole) as held:
            tell("Copying the database", 1, 1)
        _copy_originals(place, held.originals, whole, tell)
        for key in keys:
            copy_synced(key, whole / KEYS / key.name)
        digest = manifest.write(_manifest(place, held, whole, at), whole)
        sync_folders(whole)
        if target.suffix == packed.SUFFIX:
            whole = packed.pack(whole, folder / target.name)
        appear(whole, target)
    return target, digest


def _free_name(target: Path, at: datetime) -> Path:
    if (target / manifest.NAME).exists():
        raise Refusal(f"{target} is a backup already: name a new folder, or the folder that it lies in.")
    if target.is_dir():
        target = target / f"answerable-{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"
    if target.exists():
        raise Refusal(f"There is a {target} already: a backup is never written over another.")
    return target


def _copy_originals(place: Place, originals: Sequence[Original], whole: Path, tell: Tell) -> None:
    paths = [place.media / one.name for one in originals]
    for one, path in zip(originals, paths, strict=True):
        if not path.is_file():
            raise Refusal(f"The original {one.name} is not in {place.media}, though a row names it.")
    _refuse_without_room(whole, sum(path.stat().st_size for path in paths))
    for done, (one, path) in enumerate(zip(originals, paths, strict=True)):
        tell("Copying originals", done, len(originals))
        if copy_synced(path, whole / ORIGINALS / one.name) != one.sha256:
            raise Refusal(
                f"The original {one.name} is not as it was sent in: the file in {place.media} is damaged."
            )
    tell("Copying originals", len(originals), len(originals))


def _refuse_without_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if size * SPARE > free:
        raise Refusal(
            f"There is no room for the backup: the originals take {size / 1e6:,.0f} MB and "
            f"{free / 1e6:,.0f} MB are free in {folder.parent.parent}."
        )


def _manifest(place: Place, held: Holding, whole: Path, at: datetime) -> manifest.Manifest:
    entries = {}
    originals = {f"{ORIGINALS}/{one.name}": one.sha256 for one in held.originals}
    for path in sorted(one for one in whole.rglob("*") if one.is_file()):
        name = path.relative_to(whole).as_posix()
        entries[name] = manifest.File(path.stat().st_size, originals.get(name) or sha256_of(path))
    return manifest.Manifest(
        format=manifest.FORMAT,
        program=importlib.metadata.version("answerable"),
        made_at=at.astimezone(UTC).isoformat(timespec="seconds"),
        database=place.kind,
        migrations=held.migrations,
        last_event=held.last_event,
        tables=held.tables,
        files=entries,
    )
