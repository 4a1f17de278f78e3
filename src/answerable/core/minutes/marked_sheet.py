"""What stands on paper that holds something restricted."""

from __future__ import annotations

RESTRICTED = "Restricted"
HOLDS_RESTRICTED = "Holds restricted parts: not to be passed on"
"""At the head of every page of such a sheet."""


def tag(restricted: bool) -> str:
    """Before the words of a restricted part."""
    return f"[{RESTRICTED}] " if restricted else ""
