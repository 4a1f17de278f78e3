"""Where a list goes on: a word that says it to us and nothing to anybody else."""

from __future__ import annotations

import re

LARGEST = 2**63 - 1  # the largest key of a row
DIGITS = len(f"{LARGEST:x}")
PATTERN = rf"^[0-7][0-9a-f]{{{DIGITS - 1}}}$"
"""Every word of this form is a cursor."""
NOT_A_CURSOR = "The cursor is not one that we gave. Take it from “next” of the page before, or leave it out."


class BadCursor(ValueError):
    """A cursor that was never given out; its message is for whoever sent it."""


def cursor_after(key: int) -> str:
    """The cursor of what comes after the row with this key."""
    return f"{key:0{DIGITS}x}"


def key_of(cursor: str) -> int:
    """The key that a cursor stands for. Raises BadCursor."""
    if not re.fullmatch(PATTERN, cursor):
        raise BadCursor(NOT_A_CURSOR)
    return int(cursor, 16)
