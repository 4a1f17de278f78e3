"""A drawing that stands on a page, as a picture for files: the same shapes, with their looks in it."""

from __future__ import annotations

import re

from answerable.components.figures_file import styles

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def paper(drawing: str) -> str:
    """The first SVG of a drawing with all that it needs around it; "" where it holds none.

    A chart is drawn for a desk first: that one is taken, and it is as wide as paper.
    """
    found = _DRAWING.search(drawing)
    if found is None:
        return ""
    opened = found[0].replace("<svg ", f"<svg {NAMESPACE} ", 1)
    return opened.replace(">", f"><style>{styles()}</style>", 1)
