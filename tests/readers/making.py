"""Files made for tests, and documents shown as a person would look at them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from answerable.core.minutes.document import Block, Document, uncovered

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def docx(body: str, *, section: str = "", **parts: str) -> bytes:
    """A DOCX whose body is the given XML; further parts by kind: styles, numbering, comments, header1…"""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATION}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for kind in parts
    )
    head = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{head}"><Relationship Id="r1"'
            f' Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{head}">{relations}</Relationships>',
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>",
            **{f"word/{kind}.xml": content for kind, content in parts.items()},
        }
    )


def p(text: str = "", *, bold: bool = False, pr: str = "") -> str:
    """A paragraph of WordprocessingML with one run."""
    run = f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:p>{f'<w:pPr>{pr}</w:pPr>' if pr else ''}{run if text else ''}</w:p>"


def listed(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return p(text, pr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tbl(rows: list[list[str]], widths: tuple[int, ...] = (800, 7700, 1130)) -> str:
    """A table of WordprocessingML; each cell is the XML of its paragraphs, or of a whole ``w:tc``."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = "".join(
        "<w:tr>" + "".join(c if c.startswith("<w:tc>") else f"<w:tc>{c}</w:tc>" for c in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def odt(body: str, *, styles: str = "", page: str = "") -> bytes:
    """An ODT whose ``office:text`` is the given XML, with automatic styles and page styles."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_ODF}><office:master-styles>{page}"
            "</office:master-styles></office:document-styles>",
        }
    )


def flat_odt(body: str) -> bytes:
    return (
        f"<?xml version='1.0'?><office:document {_ODF}><office:body><office:text>{body}"
        "</office:text></office:body></office:document>"
    ).encode()


def words(document: Document, block: Block) -> str:
    """A block's lines, parted by " / "."""
    return " / ".join(document.text[line.start : line.end].strip() for line in block.lines)


def shown(document: Document) -> list[str]:
    """Each block in one line: its kind where it is no paragraph, its cell as row.column, its words."""
    return [" ".join(filter(None, (_kind(b), _cell(b), words(document, b)))) for b in document.blocks]


def _kind(block: Block) -> str:
    names = {"heading": "#" * block.level, "list_item": ">" * block.level, "furniture": "~", "paragraph": ""}
    return names[block.kind]


def _cell(block: Block) -> str:
    return f"[{block.cell.row}.{block.cell.column}]" if block.cell else ""


def strong(document: Document) -> list[str]:
    """What each block that begins in bold or underlined begins with."""
    return [
        document.text[block.start : block.strong_end]
        for block in document.blocks
        if block.strong_end is not None
    ]


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def assert_nothing_lost(document: Document) -> None:
    """Each character that is not a blank lies in exactly one block, or in a notice."""
    blocks = [line for block in document.blocks for line in block.lines]
    noticed = [line for notice in document.notices for line in notice.lines]
    assert uncovered(document.text, [*blocks, *noticed]) == ""
    at = 0
    for line in sorted(blocks):
        assert line.start >= at
        assert line.end > line.start
        at = line.end
    assert at <= len(document.text)
    for block in document.blocks:
        if block.strong_end is not None:
            assert block.start < block.strong_end <= block.end
