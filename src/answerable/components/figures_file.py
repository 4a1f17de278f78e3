"""A chart as a file of its own, for a report in PDF: the wide drawing, with its colours in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markupsafe import escape

from answerable.components.figures_chart import NO_POINTS, drawn
from answerable.components.figures_frame import WIDE
from answerable.core.measures.picture import Picture

STYLES = Path(__file__).parent / "static" / "answerable" / "answerable.css"
BEGINS, ENDS = "/* drawing of figures:", "/* end of drawing of figures */"
LETTERS = 'text{font-family:Arial,"Liberation Sans",sans-serif;font-size:15px;fill:#0b0c0c}'


def chart_file(picture: Picture) -> str:
    """SVG that needs nothing beside it; the text in it, without values, where there are none yet."""
    if not picture.points:
        return _file(320, 40, picture.title, f'<text x="4" y="24">{NO_POINTS}</text>')
    found, _ = drawn(picture, WIDE)
    return (
        str(found)
        .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        .replace(">", f"><style>{styles()}</style>", 1)
    )


@cache
def styles() -> str:
    """The rules of the style sheet that a drawing takes."""
    sheet = STYLES.read_text("utf-8")
    start = sheet.index("*/", sheet.index(BEGINS)) + 2
    return LETTERS + sheet[start : sheet.index(ENDS)].replace("\n", "")


def _file(width: int, height: int, title: str, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f"<title>{escape(title)}</title><style>{styles()}</style>{inside}</svg>"
    )
