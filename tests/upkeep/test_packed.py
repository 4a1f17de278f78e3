"""An archive that somebody else made is refused before it can do harm."""

from __future__ import annotations

import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.packed import unpack

LONG = 50_000_000


def archive(path: Path, **headers: str) -> Path:
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        one = tarfile.TarInfo("manifest.json")
        one.size, one.pax_headers = 1, headers
        tar.addfile(one, BytesIO(b"x"))
    return path


def test_a_file_with_holes_does_not_fill_the_disk(tmp_path: Path) -> None:
    """Some bytes of an archive can say that a file is of any length: nothing of it is written."""
    told = {"GNU.sparse.map": "0,1", "GNU.sparse.size": str(LONG)}
    sparse, into = archive(tmp_path / "sparse.tar", **told), tmp_path / "into"
    with tarfile.open(sparse) as tar:
        assert tar.getmembers()[0].size == LONG > 1000 * sparse.stat().st_size
    into.mkdir()
    with pytest.raises(Refusal, match="is damaged"):
        unpack(sparse, into)
    assert list(into.iterdir()) == []
