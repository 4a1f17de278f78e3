"""Drawings of figures for files: the same shapes, with the looks that the style sheet of pages gives them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STYLES = Path(__file__).with_name("static") / "answerable" / "answerable.css"
KINDS = ("ans-plot", "ans-plots", "ans-spark", "ans-funnel", "ans-icon")
"""Beginnings of the names of classes that drawings use."""
_RULE = re.compile(r"(?P<names>[^@{}\n]+)\{(?P<looks>[^{}]*)\}")
_CLASS = re.compile(r"\.(?P<name>ans-[\w-]+)")
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_LOOKS = re.compile(r"(?:fill|stroke|stroke-[\w-]+|font-[\w-]+|paint-order):[^;]*")
LETTERS = 'text{font-family:"Liberation Sans",Arial,sans-serif;font-size:15px;fill:#0b0c0c}'
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def paper(drawing: str) -> str:
    """The first SVG of a drawing as a picture that needs no page around it; "" where it holds none.

    A chart is drawn for a desk first: that one is taken, and it is as wide as paper.
    """
    found = _DRAWING.search(drawing)
    if found is None:
        return ""
    svg = found[0]
    used = {name for names in re.findall(r'class="([^"]*)"', svg) for name in names.split()}
    rules = [f"{names}{{{looks}}}" for classes, names, looks in _rules() if classes <= used]
    style = f"<style>{LETTERS}{''.join(rules)}</style>"
    return svg.replace("<svg ", f"<svg {NAMESPACE} ", 1).replace(">", f">{style}", 1)


@cache
def _rules() -> list[tuple[frozenset[str], str, str]]:
    """Classes, selector and looks of each rule about shapes; how a drawing lies on a page is left out."""
    found = []
    for rule in _RULE.finditer(STYLES.read_text("utf-8")):
        looks = ";".join(_LOOKS.findall(rule["looks"]))
        for names in rule["names"].split(","):
            classes = frozenset(_CLASS.findall(names))
            if looks and classes and ":" not in names and all(one.startswith(KINDS) for one in classes):
                found.append((classes, names.strip(), looks))
    return found
