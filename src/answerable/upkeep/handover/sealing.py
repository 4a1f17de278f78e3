"""A folder that appears whole or not at all, its checksums and their signature; the same as one archive."""

from __future__ import annotations

import os
import shutil
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from answerable.audit.keys import key_path, make_key, pem_of, public_of, signed
from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import appear, plain_files, sha256_of, write_synced
from answerable.upkeep.backup.packed import SUFFIX, pack

SUMS, SIGNATURE, KEY, MANIFEST = "SHA256SUMS", "SIGNATURE", "key.pem", "handover.json"
UNSIGNED = {SUMS, SIGNATURE, KEY, f"{SIGNATURE}.bin"}
"""What no signature can be of; the last one is what the commands of README.txt make."""
OF_ARCHIVE = {"sum": ".sha256", "signature": ".sha256.sig", "key": ".pem"}
"""What lies beside an archive, by what is put behind its name: its checksum as ``sha256sum`` reads it, the
detached signature of that line, and the key that made it."""


@contextmanager
def appearing(target: Path, *, archive: bool) -> Iterator[Path]:
    """A folder to fill, which then is ``target``: with a name that ends in ".tar" as an archive alone, else
    as a folder, and with ``archive`` as an archive beside it, too. Raises Refusal; then nothing is there.

    It is filled and packed where nobody looks. Whoever dies leaves that, and the next one takes it away.
    """
    only = target.suffix == SUFFIX
    packed = target if only else target.with_name(f"{target.name}{SUFFIX}")
    archives = _beside(packed) if only or archive else []
    _refuse_to_mix(target, *archives)
    draft = target.with_name(f".{target.name}.unfinished")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(parents=True, mode=0o700)
        folder = draft / "folder"
        folder.mkdir()
        yield folder
        if archives:
            _pack(folder, draft / packed.name)
        finished = [(draft / one.name, one) for one in archives]
        _show([*finished, *([] if only else [(folder, target)])])
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def seal(folder: Path) -> None:
    """Say the checksum of every file in it, and sign what was said."""
    lines = [f"{sha256_of(path)}  {name}\n" for name, path in plain_files(folder) if name not in UNSIGNED]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    key = make_key(key_path())
    (folder / SIGNATURE).write_text(b64encode(key.sign((folder / SUMS).read_bytes())).decode() + "\n")
    (folder / KEY).write_text(pem_of(public_of(key)))


def check(folder: Path, key: str) -> None:
    """Is the folder whole and, by that public key, theirs? Raises Refusal with what is not."""
    listed, there = _listed(folder, key), _there(folder)
    for name in sorted(listed.keys() - there.keys()):
        raise Refusal(f"{name} is missing. Copy the folder again, whole.")
    for name in sorted(there.keys() - listed.keys()):
        raise Refusal(f"{name} was not handed over. Take it out of the folder, or copy the folder again.")
    for name, path in there.items():
        if sha256_of(path) != listed[name]:
            raise Refusal(f"{name} is not as it was handed over. Copy the folder again, whole.")


def why(error: OSError) -> str:
    """What the machine could not do, and with which file, where it says so."""
    said = error.strerror or str(error)
    return f"{said} ({error.filename})" if error.filename else said


def _listed(folder: Path, key: str) -> dict[str, str]:
    """The checksums by their files' names, once they are known to be signed."""
    try:
        said, signature = (folder / SUMS).read_bytes(), (folder / SIGNATURE).read_text().strip()
    except (OSError, UnicodeError) as error:
        missing = getattr(error, "filename", None) or folder / SIGNATURE
        raise Refusal(f"{folder} is no handover: {missing} cannot be read.") from None
    if not signed(key, said, signature):
        raise Refusal(f"{folder / SUMS} is not signed with this key: it is not what they handed over.")
    try:
        pairs = (line.split("  ", 1) for line in said.decode().split("\n") if line)
        return {name: digest for digest, name in pairs}
    except ValueError:
        raise Refusal(f"{folder / SUMS} holds something else than checksums. It is no handover.") from None


def _there(folder: Path) -> dict[str, Path]:
    """The files that the checksums are of. A link would lead to what they say nothing of."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise Refusal(f"{path} is neither a file nor a folder: it was not handed over so.")
    return {name: path for name, path in plain_files(folder) if name not in UNSIGNED}


def _beside(packed: Path) -> list[Path]:
    """What an archive comes with, and it behind that: whoever sees it can check it."""
    return [*(packed.with_name(f"{packed.name}{one}") for one in OF_ARCHIVE.values()), packed]


def _refuse_to_mix(*targets: Path) -> None:
    for one in targets:
        if one.exists():
            raise Refusal(f"{one} is there already. Name a place that is not, so that nothing is mixed up.")


def _pack(folder: Path, packed: Path) -> None:
    """The archive with what shows whose it is."""
    pack(folder, packed)
    said = f"{sha256_of(packed)}  {packed.name}\n".encode()
    key = make_key(key_path())
    written = {"sum": said, "signature": key.sign(said), "key": pem_of(public_of(key)).encode()}
    for what, ending in OF_ARCHIVE.items():
        write_synced(packed.with_name(f"{packed.name}{ending}"), written[what])


def _show(finished: Sequence[tuple[Path, Path]]) -> None:
    """Give each its name, once all of it is on the disk; none has it where one cannot."""
    os.sync()  # as many files as there are pages: waiting for each by itself takes minutes
    shown: list[Path] = []
    try:
        for one, name in finished:
            appear(one, name)
            shown.append(name)
    except BaseException:
        for name in shown:
            name.unlink()
        raise
