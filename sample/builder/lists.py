"""Bullets and numbers of a DOCX: Word's automatic ones, or typed ones."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from .house import Printed

BULLETS, ITEMS = 80, 81
STEP = 360  # twips of indent to a level
LEVEL = {"bullet": 0, "number": 0, "sub": 1}


class Lists:
    """The lists of one document. ``typed``: numbers are typed, not automatic."""

    def __init__(self, document: Any, typed: bool) -> None:
        self.numbering = document.part.numbering_part.element
        self.typed = typed
        self.last = BULLETS + 10
        self._define(BULLETS, [("bullet", "\uf0b7", "Symbol"), ("bullet", "o", "Courier New")], indent=True)
        self._define(ITEMS, [("decimal", "%1.", ""), ("decimal", "%1.%2", "")], indent=False)

    def _define(self, number: int, levels: list[tuple[str, str, str]], indent: bool) -> None:
        """An abstract list and the one use of it, under the same number."""
        inside = "".join(_level(place, *level, indent) for place, level in enumerate(levels))
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inside}</w:abstractNum>'
        self.numbering.insert(0, parse_xml(abstract))
        self.numbering.append(parse_xml(_use(number, number)))

    def enter(self, paragraph: Any, line: Printed) -> None:
        """Makes the paragraph an entry of a list; entry 1 of a numbered list begins a new one."""
        if line.style == "number" and self.typed:
            paragraph.paragraph_format.left_indent = Pt(18)
            paragraph.paragraph_format.first_line_indent = Pt(-18)
            paragraph.add_run(f"{line.ordinal}.\t")
            return
        if line.style == "number":
            if line.ordinal == 1:
                self.last += 1
                self._define(self.last, [("decimal", "%1.", "")], indent=True)
            _belong(paragraph, self.last, 0)
        else:
            _belong(paragraph, BULLETS, LEVEL[line.style])

    def item_number(self, paragraph: Any, number: str) -> None:
        """An automatic agenda number: it stands in numbering.xml alone."""
        _belong(paragraph, ITEMS, 1 if "." in number.rstrip(".") else 0)


def _level(place: int, kind: str, text: str, font: str, indent: bool) -> str:
    left = STEP * (place + 1) if indent else 0
    hanging = STEP if indent else 0
    face = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
    bold = "" if indent or font else "<w:rPr><w:b/></w:rPr>"
    suffix = "" if indent else '<w:suff w:val="nothing"/>'
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{face}{bold}</w:lvl>'
    )


def _use(number: int, abstract: int) -> str:
    return f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'


def _belong(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    use = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    properties.insert(0, use)
    assert properties.find(qn("w:numPr")) is not None
