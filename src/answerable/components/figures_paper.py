"""A drawing that stands on a page, as a picture for files: the same shapes, with their looks in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
STYLES = Path(__file__).parent / "static" / "answerable" / "answerable.css"
BEGINS, ENDS = "/* drawing of figures:", "/* end of drawing of figures */"
LETTERS = 'text{font-family:Arial,"Liberation Sans",sans-serif;font-size:15px;fill:#0b0c0c}'


def paper(drawing: str) -> str:
    """The first SVG of a drawing with all that it needs around it; "" where it holds none.

    A chart is drawn for a desk first: that one is taken, and it is as wide as paper.
    """
    found = _DRAWING.search(drawing)
    if found is None:
        return ""
    opened = found[0].replace("<svg ", f"<svg {NAMESPACE} ", 1)
    return opened.replace(">", f"><style>{styles()}</style>", 1)


@cache
def styles() -> str:
    """The rules of the style sheet that a drawing takes."""
    sheet = STYLES.read_text("utf-8")
    start = sheet.index("*/", sheet.index(BEGINS)) + 2
    return LETTERS + sheet[start : sheet.index(ENDS)].replace("\n", "")
