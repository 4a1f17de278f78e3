"""The styles of a Word document: few, by Word's own names, so that its outline and lists work as usual."""

from __future__ import annotations

from answerable.core.minutes.printable import printable
from answerable.writers.docx.xml import TWIPS, attribute, part, type_size

FONT = "Arial"
"""On every machine that has Word; where it is missing, Liberation Sans has the same measures."""
SIZE, SMALL = 10.5, 9.0
LINE = 1.15
"""Line spacing, in lines."""
AFTER = 6.0
"""Points below a paragraph."""
INK, GREY, RULE, SHADE = "1A1A1A", "505A5F", "7F868A", "F3F2F1"
"""Text, lesser text (7:1 on white), the rules of tables and the ground of their heads, as RGB."""
HEADINGS = ((14.0, 18.0, 6.0), (12.0, 14.0, 4.0), (10.5, 10.0, 3.0))
"""Size, space above and space below of headings of level 1, 2, and 3 or deeper, in points."""
PADDING = 4.5
"""Points between a cell's edge and its text at the left and right."""


def styles(language: str) -> str:
    """All of styles.xml."""
    code = attribute(printable(language))
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="{INK}"/>{type_size(SIZE)}<w:lang w:val={code} w:eastAsia={code}/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="{_twips(AFTER)}" w:line="{round(240 * LINE)}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return part("styles", defaults + "".join([*_paragraph_styles(), _STRONG, *_table_styles()]))


def _paragraph_styles() -> list[str]:
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>",
        _style("Title", f"<w:keepNext/>{space(0, 12)}", f"<w:b/><w:bCs/>{type_size(18)}"),
        *(_heading(level, *look) for level, look in enumerate(HEADINGS, 1)),
        _style("ListParagraph", space(0, 4), name="List Paragraph"),
        _style("TableText", space(2, 3), name="Table Text"),
        _style("TableHeading", f"<w:keepNext/>{space(2, 3)}", "<w:b/><w:bCs/>", name="Table Heading"),
        _style("Caption", f"<w:keepNext/>{space(10, 4)}", "<w:b/><w:bCs/>", name="caption"),
        _style("Quote", f'{space(0, AFTER)}<w:ind w:left="360" w:right="360"/>'),
        _style("Small", space(0, 4), f'<w:color w:val="{GREY}"/>{type_size(SMALL)}'),
        _style("Header", '<w:spacing w:after="0"/><w:jc w:val="center"/>', "<w:b/><w:bCs/>", name="header"),
        _style(
            "Footer",
            '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0"/>',
            f'<w:color w:val="{GREY}"/>{type_size(SMALL)}',
            name="footer",
        ),
    ]


def _heading(level: int, size: float, above: float, below: float) -> str:
    look = f'<w:keepNext/><w:keepLines/>{space(above, below)}<w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", look, f"<w:b/><w:bCs/>{type_size(size)}", name=f"heading {level}")


_STRONG = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)


def _table_styles() -> list[str]:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="{_twips(PADDING)}" w:type="dxa"/>' for side in ("left", "right"))
    return [
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>",
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
        "</w:tcPr></w:tblStylePr>"
        "</w:style>",
    ]


def _style(key: str, paragraph: str, run: str = "", *, name: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name or key}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def space(above: float, below: float) -> str:
    """Space above and below a paragraph, in points."""
    return f'<w:spacing w:before="{_twips(above)}" w:after="{_twips(below)}"/>'


def _twips(points: float) -> int:
    return round(points * TWIPS)
