"""Every link of a folder of pages: where it leads, and whether that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINK = re.compile(r"<(a|link|script|img|form)\b([^>]*)>")
TARGET = re.compile(r'\b(?:href|src|action)="([^"]*)"')
ELSEWHERE = ("https://", "mailto:")


def dead_links(folder: Path) -> list[str]:
    """Each link that leads nowhere, out of the folder, or to a place that its page does not have."""
    return [
        f"{page.relative_to(folder)}: {why}"
        for page in sorted(folder.rglob("*.html"))
        for why in _dead(folder, page)
    ]


def _dead(folder: Path, page: Path) -> Iterator[str]:
    for name, rest in LINK.findall(page.read_text("utf-8")):
        found = TARGET.search(rest)
        if found is None or 'rel="canonical"' in rest:
            continue
        href = unescape(found[1])
        parts = urlsplit(href)
        if href.startswith(ELSEWHERE) and name == "a":
            continue
        to = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            yield f"{href} needs a server"
        elif parts.query:
            yield f"{href} asks a server"
        elif not to.is_relative_to(folder.resolve()) or not to.is_file():
            yield f"{href} leads nowhere"
        elif parts.fragment and unquote(parts.fragment) not in places(to):
            yield f"{href} leads to no place"


@cache
def places(page: Path) -> frozenset[str]:
    """The places that a page has."""
    return frozenset(map(unescape, re.findall(r'\bid="([^"]*)"', page.read_text("utf-8"))))
