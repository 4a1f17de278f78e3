"""A folder that appears whole or not at all, its checksums and their signature; the same as one archive."""

from __future__ import annotations

import os
import shutil
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from answerable.audit.keys import key_path, make_key, pem_of, public_of, signed
from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import plain_files, sha256_of, sync_folders, write_synced
from answerable.upkeep.backup.packed import SUFFIX, pack

SUMS, SIGNATURE, KEY, MANIFEST = "SHA256SUMS", "SIGNATURE", "key.pem", "handover.json"
UNSIGNED = {SUMS, SIGNATURE, KEY}
OF_ARCHIVE = {"sum": ".sha256", "signature": ".sha256.sig", "key": ".pem"}
"""What lies beside an archive, by what is put behind its name: its checksum as ``sha256sum`` reads it, the
detached signature of that line, and the key that made it."""


@contextmanager
def appearing(target: Path, *, archive: bool) -> Iterator[Path]:
    """A folder to fill, which then is ``target``: with a name that ends in ".tar" as an archive alone, else
    as a folder, and with ``archive`` as an archive beside it, too. Raises Refusal; then nothing is there.
    """
    only = target.suffix == SUFFIX
    packed = target if only else target.with_name(f"{target.name}{SUFFIX}")
    _refuse_to_mix(target, *(_beside(packed) if only or archive else ()))
    draft = target.with_name(f".{target.name}.unfinished")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(parents=True)
        yield draft
        sync_folders(draft)
        if only or archive:
            _pack(draft, packed)
        if not only:
            os.rename(draft, target)
    finally:
        with suppress(FileNotFoundError):
            shutil.rmtree(draft)


def seal(folder: Path) -> None:
    """Say the checksum of every file in it, and sign what was said."""
    lines = [f"{sha256_of(path)}  {name}\n" for name, path in plain_files(folder) if name not in UNSIGNED]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    key = make_key(key_path())
    (folder / SIGNATURE).write_text(b64encode(key.sign((folder / SUMS).read_bytes())).decode() + "\n")
    (folder / KEY).write_text(pem_of(public_of(key)))


def check(folder: Path, key: str) -> None:
    """Is the folder whole and, by that public key, theirs? Raises Refusal with what is not."""
    try:
        said, signature = (folder / SUMS).read_bytes(), (folder / SIGNATURE).read_text().strip()
    except (OSError, UnicodeError) as error:
        missing = getattr(error, "filename", None) or folder / SIGNATURE
        raise Refusal(f"{folder} is no handover: {missing} cannot be read.") from None
    if not signed(key, said, signature):
        raise Refusal(f"{folder / SUMS} is not signed with this key: it is not what they handed over.")
    pairs = (line.split("  ", 1) for line in said.decode().splitlines())
    listed = {name: digest for digest, name in pairs}
    there = {name: path for name, path in plain_files(folder) if name not in UNSIGNED}
    for name in sorted(listed.keys() ^ there.keys()):
        word = "is missing" if name in listed else "was not handed over"
        raise Refusal(f"{name} {word}. Copy the folder again, whole.")
    for name, path in there.items():
        if sha256_of(path) != listed[name]:
            raise Refusal(f"{name} is not as it was handed over. Copy the folder again, whole.")


def _beside(packed: Path) -> list[Path]:
    return [packed, *(packed.with_name(f"{packed.name}{one}") for one in OF_ARCHIVE.values())]


def _refuse_to_mix(*targets: Path) -> None:
    for one in targets:
        if one.exists():
            raise Refusal(f"{one} is there already. Name a place that is not, so that nothing is mixed up.")


def _pack(folder: Path, packed: Path) -> None:
    """The archive with what shows whose it is; all four or none."""
    try:
        pack(folder, packed)
        said = f"{sha256_of(packed)}  {packed.name}\n".encode()
        key = make_key(key_path())
        written = {"sum": said, "signature": key.sign(said), "key": pem_of(public_of(key)).encode()}
        for what, ending in OF_ARCHIVE.items():
            write_synced(packed.with_name(f"{packed.name}{ending}"), written[what])
    except BaseException:
        for one in _beside(packed):
            one.unlink(missing_ok=True)
        raise
