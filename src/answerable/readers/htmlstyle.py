"""The little of CSS that says something about the text: bold, underlined, not shown, no list marker."""

from __future__ import annotations

import contextlib
import re

from lxml import etree

from answerable.readers.numbers import length

_SELECTOR = re.compile(r"\s*(?:\w+)?\.([\w-]+)\s*|\s*(h[1-6]|p|li|td|th|span|div)\s*")
_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_PLAIN = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-5]00)", re.IGNORECASE)
_UNDERLINED = re.compile(r"text-decoration[\w-]*\s*:[^;]*underline", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([\d.]+)\s*(px|pt|cm|mm|in)", re.IGNORECASE)
_POINTS = {"px": 0.75, "pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0}
_STRONG_TAGS = frozenset(("b", "strong", "u", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"))


MOST_RULES = 100
"""Rules for one class or tag that are looked at, the last and strongest; a page has a few."""


class StyleSheet:
    """The rules of a page's own style sheets for single classes and tags."""

    def __init__(self, root: etree._Element) -> None:
        gathered: dict[str, list[str]] = {}
        for element in root.iter("style"):
            for rule in (element.text or "").split("}"):
                selectors, _, body = rule.rpartition("{")
                for selector in selectors.split(","):
                    found = _SELECTOR.fullmatch(selector)
                    if found:
                        key = "." + found[1] if found[1] else found[2]
                        gathered.setdefault(key, []).append(body)
        self._rules = {key: ";".join(bodies[-MOST_RULES:]) for key, bodies in gathered.items()}

    def of(self, element: etree._Element) -> str:
        """The declarations that hold for an element, the weakest first."""
        own = element.get("style", "")
        if not self._rules:
            return own
        named = [self._rules.get("." + name, "") for name in element.get("class", "").split()]
        return ";".join((self._rules.get(str(element.tag), ""), *named, own))


def is_hidden(element: etree._Element, css: str) -> bool:
    """Whether a browser would not show the element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(css))


def is_strong(element: etree._Element, css: str, inherited: bool) -> bool:
    """Whether text right in the element is set in bold or underlined."""
    if _BOLD.search(css) or _UNDERLINED.search(css):
        return True
    if _PLAIN.search(css) and element.tag not in ("u", "ins"):
        return False
    return inherited or element.tag in _STRONG_TAGS


def is_unmarked(css: str) -> bool:
    """Whether a list is shown without bullets or numbers."""
    return bool(_UNMARKED.search(css))


def width(element: etree._Element, css: str) -> float:
    """The width that a cell or column is given, in points; 0 where it is given none."""
    found = _WIDTH.search(css)
    if found:
        with contextlib.suppress(ValueError):  # 1.2.3cm
            return length(found[1]) * _POINTS[found[2].lower()]
    digits = re.fullmatch(r"\s*(\d{1,4})(?:px)?\s*", element.get("width", ""))
    return float(digits[1]) * _POINTS["px"] if digits else 0.0
