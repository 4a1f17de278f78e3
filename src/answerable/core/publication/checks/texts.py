"""Every text of a part, each with the address at which the public would read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from answerable.core.publication.checks.finding import Place

NO_TEXT = frozenset(
    {
        "path", "forum_path", "meeting", "format", "kind", "date", "state", "media_type", "slug", "start",
        "end", "left_out", "level", "judgement", "basis", "status", "precision", "standing", "stance", "code",
        "as_of", "given", "due", "first_due", "ended", "done_on", "kept", "on", "person", "became", "about",
        "succeeds",
    }
)  # fmt: skip
"""Fields that hold a word of ours, a day or an address, and never words that somebody typed."""


def texts(content: Mapping[str, Any], path: str) -> list[Place]:
    """The texts of a part's content, in its order."""
    return list(_walk(content, path, ""))


def _walk(value: Any, path: str, name: str) -> Iterator[Place]:
    if isinstance(value, Mapping):
        own = value.get("path")
        path = own if isinstance(own, str) else path
        for key, inner in value.items():
            if key not in NO_TEXT or not isinstance(inner, str):
                yield from _walk(inner, path, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, path, name)
    elif isinstance(value, str) and value.strip():
        yield Place(path, name, value)
