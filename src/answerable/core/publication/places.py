"""Which line of the minutes something stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Source = Sequence[Mapping[str, Any]]
"""Places of a text, each with its ``start`` and ``end`` in the whole (characters)."""


def line_of(source: Source, lines: Sequence[Source]) -> int | None:
    """The index of the line that a text begins in; None where no line holds that place."""
    if not source:
        return None
    start = source[0]["start"]
    held = (at for at, line in enumerate(lines) if any(one["start"] <= start < one["end"] for one in line))
    return next(held, None)
