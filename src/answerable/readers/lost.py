"""What a document holds but does not say: deletions, comments, hidden text. Reported, never read as text."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.minutes.document import Notice

QUOTES = 3
"""Quotes in one notice; more would bury the rest of the warnings."""
QUOTE_LENGTH = 40


def left_out(code: str, one: str, many: str, texts: Sequence[str]) -> list[Notice]:
    """One notice that counts ``texts`` and quotes the first of them; none where there are none."""
    texts = [folded for text in texts if (folded := " ".join(text.split()))]
    if not texts:
        return []
    what = f"1 {one} was" if len(texts) == 1 else f"{len(texts)} {many} were"
    quotes = ", ".join(f"“{_short(text)}”" for text in texts[:QUOTES])
    more = ", …" if len(texts) > QUOTES else ""
    return [Notice(code, f"{what} not read as text: {quotes}{more}.", ())]


def _short(text: str) -> str:
    return text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1].rstrip() + "…"
