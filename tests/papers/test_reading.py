"""Whatever the force sends is read or kept with a sentence: never an error, never a broken page."""

from __future__ import annotations

import pytest

from answerable.papers import reading
from answerable.papers.reading import read_note
from tests.conftest import find_program
from tests.hostile.cases import Case, every

FEW = 3  # of each group: tests/hostile asks every one of them of the same child
_SEEN: dict[str, int] = {}


def _first_of(group: str) -> bool:
    _SEEN[group] = _SEEN.get(group, 0) + 1
    return _SEEN[group] <= FEW


CASES = [one for one in every() if _first_of(one.group)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.name)[1:40])
def test_a_hostile_file_is_read_or_told_about(case: Case) -> None:
    if any(find_program(name) is None for name in case.needs):
        pytest.skip("a program is not installed")
    found = read_note(case.make(), case.name)
    assert bool(found.problem) == bool(case.refused)
    if found.problem:
        assert "\n" not in found.problem
        assert (found.words, found.pages, found.text, found.headings) == (None, None, "", [])
    assert all(str(one["title"]).isprintable() for one in found.headings)


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    from answerable.readers.child import Child
    from answerable.readers.errors import Unreadable

    def late(*_: object, **__: object) -> None:
        raise Unreadable("june.pdf took longer than 30 seconds to read and was stopped; split it.")

    monkeypatch.setattr(Child, "read", late)
    found = read_note(b"%PDF", "june.pdf")
    assert found.problem.startswith("june.pdf took longer than 30 seconds")
    assert found.media_type == "application/pdf"


def test_the_time_is_short_because_somebody_waits() -> None:
    assert reading.SECONDS <= 30


def test_text_without_anything_in_it_is_told() -> None:
    assert "june.txt is empty" in read_note(b"   \n\n  ", "june.txt").problem


def test_nul_in_a_heading_goes() -> None:
    found = read_note(b"1. Wait\x00ing times\nFour minutes.\n\n2. Lost\nEight in a hundred.\n", "june.txt")
    assert all("\x00" not in str(one["title"]) for one in found.headings)
