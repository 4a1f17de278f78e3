"""Addresses on a meeting's page for what its minutes give none: they follow from what is public alone."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from answerable.core.chain.canonical import canonical

SHORT = 8
"""Hexadecimal digits: two of some hundred on one page are hardly ever alike, and "-2" tells them apart."""


def beside(page: str, kind: str, entries: Sequence[str | None]) -> list[str]:
    """An address for each, named after the line that it begins with: "#entry-12" gives "#exchange-12"."""
    marks = [
        one.rpartition("#")[2].removeprefix("entry-") if one else f"line-{place}"
        for place, one in enumerate(entries, start=1)
    ]
    return _told_apart([f"{page}#{kind}-{mark}" for mark in marks])


def by_words(page: str, kind: str, said: Sequence[Sequence[str | None]]) -> list[str]:
    """An address for each, made of its published words: others come and go without moving it."""
    marks = [sha256(canonical(list(one)).encode()).hexdigest()[:SHORT] for one in said]
    return _told_apart([f"{page}#{kind}-{mark}" for mark in marks])


def _told_apart(paths: Sequence[str]) -> list[str]:
    used: set[str] = set()
    found = []
    for base in paths:
        path, again = base, 1
        while path in used:
            again += 1
            path = f"{base}-{again}"
        used.add(path)
        found.append(path)
    return found
