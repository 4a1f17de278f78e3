"""Each hostile file, imported as a worker imports it: a sentence or a text, and never much memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.readers.child import Limits
from answerable.readers.naming import shown
from tests.conftest import require_program
from tests.hostile.cases import Case, every
from tests.hostile.conftest import Measured

MOST_GROWN = 64
"""MB by which the process that imports may grow over all files together."""
CASES = every()
REFUSED = [case for case in CASES if case.refused]


def test_the_set_is_large_enough() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.name)[1:40])
def test_a_hostile_file(case: Case, measured: Measured, tmp_path: Path) -> None:
    for program in case.needs:
        require_program(program)
    path = tmp_path / case.name
    path.write_bytes(case.make())
    came = measured(path)
    path.unlink()

    assert came["refused"].removeprefix(f"{tmp_path}/") == case.refused.replace("{name}", shown(case.name))
    if not case.refused:
        assert [words for words in case.reads if words not in came["text"]] == []
        assert [words for words in case.never if words in came["text"]] == []
        assert set(case.warns) <= set(came["warnings"])
    assert came["grown"] <= MOST_GROWN
    assert came["child"] <= Limits().memory / 2**20


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.refused], ids=lambda case: ascii(case.name)[1:40]
)
def test_a_refusal_is_one_sentence_on_one_line(case: Case) -> None:
    """That it names no traceback and no fault of ours follows from being told word for word."""
    said = case.refused.replace("{name}", shown(case.name))
    assert said.startswith(shown(case.name))
    assert said.endswith(".")
    assert said.isprintable()
    assert "fault in this program" not in said
