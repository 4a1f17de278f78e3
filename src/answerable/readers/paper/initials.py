"""Owners' initials of a scan repaired: a stroke read as a letter, where only the other reading is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z/]{1,7})\)")
"""How a document says its abbreviations: "Chief Constable (CC)"."""
STROKES = "Il1|"
"""Letters that a stroke between two owners is read as."""
PARTS = re.compile(r"[/,&]+")
SHORTEST, LONGEST = 2, 20


def known_in(texts: Iterable[str]) -> set[str]:
    """The abbreviations that a document's text explains."""
    return {found for text in texts for found in IN_BRACKETS.findall(text)}


def repaired_initials(text: str, known: set[str]) -> str:
    """The initials with one stroke put right where this makes all of them known; else as they are."""
    if not SHORTEST <= len(text) <= LONGEST or _is_known(text, known):
        return text
    for place, letter in enumerate(text):
        if letter in STROKES:
            better = re.sub("/+", "/", f"{text[:place]}/{text[place + 1 :]}")
            if _is_known(better, known):
                return better
    return text


def _is_known(text: str, known: set[str]) -> bool:
    """Whether all owners of a cell's line are known, one by one or (T/ACC) with a stroke inside."""
    number = re.match(r"\d{1,2}\.", text)
    owners = text[number.end() :] if number else text
    parts = [part for part in PARTS.split(owners) if part]
    return owners.rstrip("/") in known or (bool(parts) and all(part in known for part in parts))
