"""Permanent addresses: given once, never to another thing."""

from __future__ import annotations

import re
from collections.abc import Collection

RESERVED = frozenset(
    {
        "about", "accessibility", "actions", "api", "areas", "bodies", "cookies", "data", "decisions",
        "feeds", "files", "formats", "licence", "measures", "meetings", "people", "posts", "privacy",
        "promises", "publications", "scheme", "search", "topics",
    }
)  # fmt: skip
"""What stands behind an office's name in addresses of pages: no forum may have such a slug."""


def forum_slug(slug: str) -> str:
    """The part of an address that names a forum."""
    return f"forum-{slug}" if slug in RESERVED else slug


def meeting_path(office: str, forum: str, date: str) -> str:
    return f"{office}/{forum_slug(forum)}/{date}"


def item_path(meeting: str, number: str | None, place: int, taken: Collection[str]) -> str:
    """An address for the item at a place, which is none of those taken."""
    base = f"{meeting}/item/{safe(number) if number and safe(number) else f'line-{place + 1}'}"
    path, again = base, 1
    while path in taken:
        again += 1
        path = f"{base}-{again}"
    return path


def line_path(meeting: str, kind: str, place: int, taken: Collection[str]) -> str:
    """An address for the line at a place; for one more that comes later, behind all that there were."""
    number = place + 1
    while f"{meeting}#{kind}-{number}" in taken:
        number = max(number, len(taken)) + 1
    return f"{meeting}#{kind}-{number}"


def safe(words: str) -> str:
    """What of some words may stand in an address: letters, digits, full stops and hyphens."""
    return re.sub(r"[^0-9A-Za-z.]+", "-", words).strip("-.")
