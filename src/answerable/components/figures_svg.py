"""What every drawing of figures is put together from: text, numbers, the picture around the shapes.

Pure strings; the same drawing gives the same bytes. Whatever people wrote is escaped here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

NOTHING = Markup("")
NARROW_LETTERS = frozenset("fijlrtI.,:;'|!()[]- ")
WIDE_LETTERS = frozenset("mwMW%@")
NARROW, USUAL, WIDE, CAPITAL = 0.34, 0.57, 0.9, 0.72
"""Of the size of the letters: a little more than Arial's widest letter of each group, so that text fits."""


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel: 12, 12.5"""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def width_of(words: str, size: float) -> float:
    """Roughly how wide a text is, in px; rather too wide than too narrow."""
    total = 0.0
    for letter in words:
        if letter in NARROW_LETTERS:
            total += NARROW
        elif letter in WIDE_LETTERS:
            total += WIDE
        else:
            total += CAPITAL if letter.isupper() else USUAL
    return total * size


def shortened(words: str, room: float, size: float) -> str:
    """The text, cut at its end with "…" where it is wider than the room (px)."""
    if width_of(words, size) <= room:
        return words
    while words and width_of(f"{words}…", size) > room:
        words = words[:-1].rstrip()
    return f"{words}…" if words else ""


def text(kind: str, x: float, y: float, words: str, anchor: str = "") -> str:
    """Words at a place; ``anchor`` is middle, end or "" for the start."""
    place = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}"{place}>{escape(words)}</text>'


def path(kind: str, line: str, title: str = "") -> str:
    """A line or shape; ``title`` is shown where somebody points at it."""
    if title:
        return f'<path class="{kind}" d="{line}"><title>{escape(title)}</title></path>'
    return f'<path class="{kind}" d="{line}"/>'


def box(kind: str, left: float, top: float, right: float, bottom: float) -> str:
    """A rectangle from its edges."""
    size = f'width="{number(max(right - left, 0))}" height="{number(max(bottom - top, 0))}"'
    return f'<rect class="{kind}" x="{number(left)}" y="{number(top)}" {size}/>'


def polyline(spots: Iterable[tuple[float, float]]) -> str:
    """The ``d`` of a line through places."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in spots)


def svg(kind: str, width: float, height: float, label: str, parts: Sequence[str]) -> Markup:
    """The picture. ``label`` says the whole in words, for those who do not see it; "": words stand beside."""
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true" focusable="false"'
    size = f'width="{number(width)}" height="{number(height)}"'
    view = f"0 0 {number(width)} {number(height)}"
    return Markup(f'<svg class="{kind}" {said} {size} viewBox="{view}">{"".join(parts)}</svg>')


def element(tag: str, kind: str, *parts: str) -> Markup:
    """An element around parts. What is not markup yet is escaped."""
    return Markup(f'<{tag} class="{kind}">') + Markup("").join(parts) + Markup(f"</{tag}>")
