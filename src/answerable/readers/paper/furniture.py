"""Furniture: lines at a page's head or foot that are on the page but not of the record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from answerable.readers.paper.pieces import Piece

EDGE = 0.13
"""Share of the page's height at its top and bottom where furniture is looked for."""
SAME_HEIGHT = 8.0
"""Points by which a running line may move from page to page."""
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
    repeated = _repeated(pages, heights)
    return [
        {
            number
            for number, piece in enumerate(pieces)
            if _at_edge(piece, height) and (_is_usual(piece.text) or _key(piece) in repeated)
        }
        for pieces, height in zip(pages, heights, strict=True)
    ]


def _is_usual(text: str) -> bool:
    return bool(PAGE_NUMBER.fullmatch(text) or MARKING.fullmatch(text))


def _at_edge(piece: Piece, height: float) -> bool:
    return piece.base < EDGE * height or piece.base > (1 - EDGE) * height


def _key(piece: Piece) -> str:
    return _NUMBER.sub("#", " ".join(piece.text.casefold().split()))


def _repeated(pages: Sequence[Sequence[Piece]], heights: Sequence[float]) -> set[str]:
    """Texts, numbers aside, that stand at one height on many pages."""
    seen: dict[str, dict[int, float]] = defaultdict(dict)
    for number, (pieces, height) in enumerate(zip(pages, heights, strict=True)):
        for piece in pieces:
            if _at_edge(piece, height):
                seen[_key(piece)][number] = piece.base
    enough = max(2, OFTEN * len(pages))
    return {key for key, bases in seen.items() if len(bases) >= enough and _steady(list(bases.values()))}


def _steady(bases: list[float]) -> bool:
    return max(bases) - min(bases) <= SAME_HEIGHT
