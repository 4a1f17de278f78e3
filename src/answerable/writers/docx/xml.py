"""XML as text: names, attributes and children in the order that ECMA-376 asks for."""

from __future__ import annotations

from html import escape

from answerable.core.minutes.printable import printable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TWIPS = 20
"""Word measures in twentieths of a point."""


def part(name: str, inner: str) -> str:
    """A whole part of the package whose root is ``w:name``."""
    return f'{HEAD}<w:{name} xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{inner}</w:{name}>'


def attribute(text: str) -> str:
    """``text`` as an attribute's value, quotes included."""
    return f'"{escape(printable(text))}"'


def run(text: str, *, strong: bool = False, size: float = 0.0) -> str:
    """A run of plain or strong text, of its paragraph's size or of ``size`` points; empty for no text."""
    if not text:
        return ""
    look = ('<w:rStyle w:val="Strong"/>' if strong else "") + (type_size(size) if size else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(printable(text), quote=False)}</w:t></w:r>'


def type_size(points: float) -> str:
    """Type size, which Word keeps in half points."""
    return f'<w:sz w:val="{round(2 * points)}"/><w:szCs w:val="{round(2 * points)}"/>'


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """A paragraph; ``properties`` are what follows ``w:pStyle`` in ``w:pPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def before(points: float) -> str:
    """Space above a paragraph."""
    return f'<w:spacing w:before="{round(points * TWIPS)}"/>'
