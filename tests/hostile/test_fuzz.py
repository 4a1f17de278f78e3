"""Each parser against 2,000 made-up inputs, the same ones each time; `tools/soaking/fuzz.py` tries others."""

from __future__ import annotations

import pytest

from tools.soaking.fuzz import tried
from tools.soaking.properties import PARSERS

CASES = 2_000


@pytest.mark.parametrize("name", PARSERS)
def test_nothing_breaks_and_nothing_is_lost(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # no Tesseract, no LibreOffice: a case would take seconds
    tried(PARSERS[name], CASES)
