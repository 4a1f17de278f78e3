"""The text around a place, with the place's own words apart so that a page can mark them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

AROUND = 900  # characters before and after, cut at a line's end
LONGEST = 20_000  # characters that are shown at most


class Part(NamedTuple):
    """A stretch of the text; ``marked`` where it is what was asked for."""

    text: str
    marked: bool


def passages(text: str, places: Sequence[dict[str, Any]]) -> list[list[Part]]:
    """Stretches of text that hold the places, in order; places near each other share one."""
    spans = sorted((place["start"], place["end"]) for place in places)
    groups: list[list[tuple[int, int]]] = []
    for span in spans:
        if groups and span[0] - groups[-1][-1][1] <= 2 * AROUND:
            groups[-1].append(span)
        else:
            groups.append([span])
    return [_parts(text, group) for group in groups]


def agrees(text: str, places: Sequence[dict[str, Any]]) -> bool:
    """Does the text still say what the places quote?"""
    return all(text[place["start"] : place["end"]] == place["quote"] for place in places)


def _parts(text: str, spans: Sequence[tuple[int, int]]) -> list[Part]:
    start, end = _line_before(text, spans[0][0] - AROUND), _line_after(text, spans[-1][1] + AROUND)
    parts: list[Part] = []
    at = start
    for first, last in spans:
        parts += [Part(text[at:first], False), Part(text[first:last][:LONGEST], True)]
        at = last
    parts.append(Part(text[at:end], False))
    return [part for part in parts if part.text]


def _line_before(text: str, offset: int) -> int:
    return 0 if offset <= 0 else text.find("\n", offset) + 1 or offset


def _line_after(text: str, offset: int) -> int:
    if offset >= len(text):
        return len(text)
    return max(text.rfind("\n", 0, offset), offset - AROUND)
