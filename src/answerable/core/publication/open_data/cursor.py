"""Where a list goes on: a word that says it to us and nothing to anybody else."""

from __future__ import annotations

import base64
import binascii
import re

MARK = "after:"
LARGEST = 2**63 - 1  # the largest key of a row
NOT_A_CURSOR = "The cursor is not one that we gave. Take it from “next” of the page before, or leave it out."


class BadCursor(ValueError):
    """A cursor that was never given out; its message is for whoever sent it."""


def cursor_after(key: int) -> str:
    """The cursor of what comes after the row with this key."""
    return base64.urlsafe_b64encode(f"{MARK}{key}".encode()).decode().rstrip("=")


def key_of(cursor: str) -> int:
    """The key that a cursor stands for. Raises BadCursor."""
    try:
        said = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode(
            "ascii"
        )
    except (binascii.Error, ValueError):
        raise BadCursor(NOT_A_CURSOR) from None
    found = re.fullmatch(rf"{MARK}(0|[1-9]\d{{0,18}})", said)
    if found is None or int(found[1]) > LARGEST or cursor_after(int(found[1])) != cursor:
        raise BadCursor(NOT_A_CURSOR)
    return int(found[1])
