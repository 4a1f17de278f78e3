"""Furniture: lines at a page's head or foot that are on the page but not of the record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from answerable.readers.paper.layout import PageText, groups
from answerable.readers.paper.pieces import Piece

EDGE = 0.13
"""Share of the page's height at its top and bottom where furniture is looked for."""
SAME_HEIGHT = 8.0
"""Points by which a running line may move from page to page."""
TITLE_ZONE, LARGER = 0.4, 1.1
"""A title stands in this share of the first page, and is bold or so many times as large as the text."""
OFTEN = 0.4
"""Share of the pages that a running line stands on (odd and even pages may have their own)."""

_NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:[-–—|\[(\s]*(?:page|p\.?)\s*)?[-–—|\[(\s]*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\])\s]*",
    re.IGNORECASE,
)
MARKING = re.compile(
    r"\W*(?:(?:gsc|gpms)\s*:?\s*)?(?:official|unclassified|restricted|protect|confidential|secret|"
    r"not\s+protectively\s+marked)(?:\s*[-–—:/\[(]?\s*(?:sensitive|personal|commercial|policing|staff|"
    r"locsen|closed|open|private|restricted))*\W*",
    re.IGNORECASE,
)


def furniture(pages: Sequence[Sequence[Piece]], heights: Sequence[float]) -> list[set[int]]:
    """For each page, the places in its list of free pieces that are furniture."""
    edges = [_edge(pieces, height) for pieces, height in zip(pages, heights, strict=True)]
    repeated = _repeated(edges)
    framing = [_framing(edge, height) for edge, height in zip(edges, heights, strict=True)]
    return [
        {number for number, piece, key in edge if key in repeated or key in frame or _is_usual(piece.text)}
        for edge, frame in zip(edges, framing, strict=True)
    ]


def has_title(page: PageText, taken: set[int]) -> bool:
    """Whether the first page has a title of its own: else its running head may be the only one there is."""
    kept = [piece for number, piece in enumerate(page.free) if number not in taken]
    ruled = [piece for lines in groups(page.tables) for piece in lines]
    usual = median([piece.size for piece in (*kept, *ruled)] or [1.0])
    return any(
        piece.base < TITLE_ZONE * page.height
        and (piece.size > LARGER * usual or piece.strong == len(piece.text))
        for piece in kept
    )


def running_heads(page: PageText, taken: set[int]) -> set[int]:
    """Which of a page's furniture stands above its text and is no number and no marking."""
    return {
        number
        for number in taken
        if page.free[number].base < page.height / 2 and not _is_usual(page.free[number].text)
    }


def _is_usual(text: str) -> bool:
    """Whether a line is what pages print at their edges: a page's number, a protective marking."""
    return bool(PAGE_NUMBER.fullmatch(text) or MARKING.fullmatch(text))


Edge = list[tuple[int, Piece, str]]
"""The pieces near a page's top and bottom with their places among its pieces, and what they say."""


def _edge(pieces: Sequence[Piece], height: float) -> Edge:
    top, bottom = EDGE * height, (1 - EDGE) * height
    return [
        (number, piece, _key(piece))
        for number, piece in enumerate(pieces)
        if piece.base < top or piece.base > bottom
    ]


def _key(piece: Piece) -> str:
    return _NUMBER.sub("#", " ".join(piece.text.casefold().split()))


def _framing(edge: Edge, height: float) -> set[str]:
    """What is printed first and then last, or nearly, on a page: a marking at its head and foot."""
    ordered = sorted(edge, key=lambda one: one[1].base)
    if not ordered or ordered[0][1].base > height / 2:
        return set()
    _, first, key = ordered[0]
    return {key} if any(piece.text == first.text for _, piece, _ in ordered[1:][-2:]) else set()


def _repeated(edges: Sequence[Edge]) -> set[str]:
    """Texts, numbers aside, that stand at one height on many pages."""
    seen: dict[str, dict[int, float]] = defaultdict(dict)
    for number, edge in enumerate(edges):
        for _, piece, key in edge:
            seen[key][number] = piece.base
    enough = max(2, OFTEN * len(edges))
    return {key for key, bases in seen.items() if len(bases) >= enough and _steady(list(bases.values()))}


def _steady(bases: list[float]) -> bool:
    return max(bases) - min(bases) <= SAME_HEIGHT
