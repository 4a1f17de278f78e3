"""Files that are kept: whole or not there, whoever writes them at once, and on the disk for good."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from answerable.documents import originals, pictures
from answerable.documents.originals import original_path, write_original

SHA256 = "ab" * 32
MB = 1024 * 1024


@pytest.fixture(autouse=True)
def storage(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_an_original_is_on_the_disk_before_its_folder_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, name, folder, in this order: a power cut after it takes nothing away."""
    done: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        done.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")
        real_sync(descriptor)

    def replace(draft: str, path: Path) -> None:
        done.append("name")
        real_replace(draft, path)

    monkeypatch.setattr(originals.os, "fsync", sync)
    monkeypatch.setattr(originals.os, "replace", replace)
    write_original(SHA256, BytesIO(b"minutes"))
    assert done == ["file", "name", "folder"]
    assert original_path(SHA256).read_bytes() == b"minutes"


def test_of_an_original_that_cannot_be_written_whole_nothing_is_left() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        write_original(SHA256, Broken())
    assert list(original_path(SHA256).parent.iterdir()) == []


def test_threads_that_draw_the_same_page_do_not_take_the_file_from_each_other(tmp_path: Path) -> None:
    path = tmp_path / "pictures" / "page.png"
    data = b"x" * (8 * MB)
    for _ in range(5):
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: pictures._keep(path, data), range(8)))
        assert path.stat().st_size == len(data)
    assert [one.name for one in path.parent.iterdir()] == [path.name]
