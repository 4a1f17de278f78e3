"""A handover appears whole or not at all: also where its process is killed, or its disk fills."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from answerable.core.refusal import Refusal
from answerable.upkeep.handover import sealing
from answerable.upkeep.handover.sealing import OF_ARCHIVE, appearing, check, seal, why

ARCHIVE = {"valley.tar", *(f"valley.tar{ending}" for ending in OF_ARCHIVE.values())}


def filled(target: Path) -> None:
    with appearing(target, archive=True) as folder:
        (folder / "START-HERE.html").write_text("Read me.")
        seal(folder)


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def killed(target: Path) -> None:
    """In a process that is gone at once, with nothing tidied up."""
    child = os.fork()
    if not child:
        try:
            filled(target)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)


def dies(*given: object, **more: object) -> Any:
    os.kill(os.getpid(), 9)


@pytest.mark.parametrize("at", ["pack", "write_synced", "_show"])
def test_a_killed_one_leaves_nothing_that_looks_whole_and_can_be_done_again(
    at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sealing, at, dies)
        killed(tmp_path / "valley")
    assert [name for name in names(tmp_path) if not name.startswith(".")] == []
    filled(tmp_path / "valley")
    assert names(tmp_path) == {"valley", *ARCHIVE}


def test_what_is_half_done_is_seen_by_its_owner_only(tmp_path: Path) -> None:
    with appearing(tmp_path / "valley", archive=False):
        (draft,) = tmp_path.iterdir()
        assert stat.S_IMODE(draft.stat().st_mode) == 0o700


def test_where_one_cannot_have_its_name_none_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    appear = sealing.appear

    def fails(finished: Path, target: Path) -> None:
        if target.name == "valley":
            raise OSError(28, "No space left on device")
        appear(finished, target)

    monkeypatch.setattr(sealing, "appear", fails)
    with pytest.raises(OSError, match="No space"):
        filled(tmp_path / "valley")
    assert names(tmp_path) == set()


def test_a_name_that_is_taken_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "valley.tar").write_text("Another.")
    with pytest.raises(Refusal, match=r"valley\.tar is there already"):
        filled(tmp_path / "valley")
    assert (tmp_path / "valley.tar").read_text() == "Another."


def test_the_commands_of_the_readme_do_not_spoil_it(tmp_path: Path) -> None:
    """They write the signature out beside itself."""
    filled(tmp_path / "valley")
    (tmp_path / "valley" / "SIGNATURE.bin").write_bytes(b"raw")
    check(tmp_path / "valley", sealing.public_of(sealing.make_key(sealing.key_path())))


def test_the_sentence_of_a_full_disk_names_the_file_where_there_is_one() -> None:
    assert why(OSError(28, "No space left on device")) == "No space left on device"
    assert why(OSError(2, "No such file", "a.txt")) == "No such file (a.txt)"
    assert why(OSError("Is a pipe.")) == "Is a pipe."
