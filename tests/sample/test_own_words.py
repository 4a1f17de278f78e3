"""Nothing of the labelled corpus, which is real, has found its way into the sample, which is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SHINGLE = 9  # words in a row that nobody writes twice by chance
SAMPLE = Path(__file__).resolve().parents[2] / "sample"


def _shingles(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9%]+", text.lower())
    return {" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


@pytest.mark.corpus
def test_no_nine_words_in_a_row_are_those_of_the_corpus(corpus: Path) -> None:
    real = set[str]()
    for path in sorted(corpus.glob("minutes/*/*.txt")):
        real |= _shingles(path.read_text(encoding="utf-8", errors="replace"))
    own = _shingles(
        " ".join(path.read_text(encoding="utf-8") for path in sorted((SAMPLE / "source").glob("*.txt")))
    )
    assert real
    assert own & real == set()
