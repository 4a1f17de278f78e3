"""Numbers that a file gives: what is none, or beyond all sense, is as good as not given."""

from __future__ import annotations

MOST_DIGITS = 9
"""More count nothing in a document, and thousands of them would take seconds to make a number of."""
LONGEST = 1_000_000.0
"""Of lengths, in whatever unit: a page that is wider was never printed."""


def whole(text: str | None, default: int = 0) -> int:
    """The number that plain digits write; ``default`` for anything else ("²" is a digit and no number)."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else default


def length(text: str) -> float:
    """A length as written; raises ValueError where it is no number, or none that a length can be ("inf")."""
    value = float(text)
    if not abs(value) <= LONGEST:
        raise ValueError(f"{value} is no length")
    return value
