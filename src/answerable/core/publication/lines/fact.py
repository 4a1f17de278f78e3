"""One line of what is public."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class LineFact:
    """``kind`` is "meeting", "item", "entry", "exchange", "action", "promise", "update", "figure", "topic",
    "person", "post", "measure", "observation", "decision" or "agenda"; ``path`` its permanent address (a
    place on a page has a fragment: "wyvern/assurance/2022-08-25#entry-12"), never that of another line.

    ``data`` is what API and bulk files give of it, in the shape of its kind (docs/reference/open-data.md).
    ``tags`` are what it can be filtered by: ("topic", path), ("owner", "DCC"), ("state", "open").
    """

    kind: str
    path: str
    title: str
    text: str
    date: str | None
    forum: str
    data: Mapping[str, Any]
    tags: tuple[tuple[str, str], ...] = field(default=())
