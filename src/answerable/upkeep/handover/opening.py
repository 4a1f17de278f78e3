"""Where the full edition is in what somebody was handed: a folder, one of two editions, or an archive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import unfinished
from answerable.upkeep.backup.packed import SUFFIX, unpack
from answerable.upkeep.handover.record import Tell
from answerable.upkeep.handover.sealing import MANIFEST

FULL = "full"


@contextmanager
def opened(handed: Path, tell: Tell) -> Iterator[Path]:
    """The folder of the full edition; an archive is unpacked beside itself for as long. Raises Refusal."""
    if not handed.exists():
        raise Refusal(f"{handed} is not there.")
    if handed.is_dir():
        yield _full(handed)
    elif handed.suffix == SUFFIX:
        with unfinished(handed) as folder:
            tell("the archive")
            unpack(handed, folder)
            yield _full(folder)
    else:
        raise Refusal(f"{handed} is neither a folder nor an archive that ends in {SUFFIX}.")


def _full(folder: Path) -> Path:
    both = folder / FULL
    return both if not (folder / MANIFEST).exists() and (both / MANIFEST).exists() else folder
