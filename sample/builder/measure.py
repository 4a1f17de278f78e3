"""How many lines a paragraph takes, so that owners can be put beside their action as a typist does it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path("/usr/share/fonts/truetype/liberation2")
"""Liberation Sans has the widths of Arial, which the documents name."""

SIZE = 1000  # measured at this size, so that rounding to whole pixels does no harm


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
    return ImageFont.truetype(str(FONTS / name), SIZE)


@cache
def _width(word: str, bold: bool) -> float:
    return _font(bold).getlength(word) / SIZE


def line_count(text: str, width: float, size: float, bold: bool = False) -> int:
    """Lines that ``text`` takes in a column of ``width`` points at ``size`` points."""
    lines, used, space = 1, 0.0, _width(" ", bold) * size
    for word in text.split():
        need = _width(word, bold) * size
        if used and used + space + need > width:
            lines, used = lines + 1, need
        else:
            used += need + (space if used else 0)
    return lines
