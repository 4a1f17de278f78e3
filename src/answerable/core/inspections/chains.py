"""One recommendation takes the place of another, which may have taken that of a third; never in a circle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")


def onward(key: Key, links: Mapping[Key, Key | None]) -> list[Key]:
    """What took the place of ``key``, what took that one's, and so on. ``links`` lead to the next.

    Ends where a circle would begin again, which only rows that were written by hand can have.
    """
    found: list[Key] = []
    at = links.get(key)
    while at is not None and at not in found and at != key:
        found.append(at)
        at = links.get(at)
    return found


def why_not(old: Key, new: Key, links: Mapping[Key, Key | None]) -> str:
    """The sentence where ``new`` cannot take the place of ``old``; "" where it can."""
    if old == new:
        return "A recommendation cannot take its own place: choose another one."
    if old in onward(new, links):
        return "That one was superseded by this one, or by one that came after it: it cannot go in a circle."
    return ""
