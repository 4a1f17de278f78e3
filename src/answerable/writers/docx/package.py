"""The package around the body: which parts there are, and a zip that comes out the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

from answerable.core.minutes.printable import printable
from answerable.core.minutes.sheet import Sheet
from answerable.writers.docx.xml import HEAD, RELATIONS, TWIPS, paragraph, part, run

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DAY = (1980, 1, 1, 0, 0, 0)
"""Every part is dated so, the first day that a zip can name: the same sheet makes the same file."""
A4 = (595.3, 841.9)
MARGIN_TOP, MARGIN_SIDE, MARGIN_EDGE = 72.0, 70.9, 34.0
"""Points: above and below the text, beside it (25 mm), and from the paper's edge to marking and number."""
_WORD_2013 = "15"
"""The layout of Word 2013 and all since; without it Word opens the file as one of 2007."""


def packed(sheet: Sheet, body: str, styles: str, numbering: str) -> bytes:
    """The file."""
    edges = [name for name in ("header", "footer") if name == "footer" or sheet.marking]
    word = {
        "document": part("document", f"<w:body>{body}{_section(edges)}</w:body>"),
        "styles": styles,
        "numbering": numbering,
        "settings": _settings(),
        "footer": part("ftr", _footer(sheet.footer)),
    }
    if sheet.marking:
        word["header"] = part("hdr", paragraph("Header", run(sheet.marking)))
    return _zipped(
        {
            "[Content_Types].xml": _content_types(word),
            "_rels/.rels": _relations(
                ("document", f"{RELATIONS}/officeDocument", "word/document.xml"),
                ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
            "docProps/core.xml": _core(sheet),
            "word/_rels/document.xml.rels": _relations(
                *((name, f"{RELATIONS}/{name}", f"{name}.xml") for name in word if name != "document")
            ),
            **{f"word/{name}.xml": text for name, text in word.items()},
        }
    )


def _zipped(parts: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            about = zipfile.ZipInfo(name, _DAY)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, text.encode())
    return stream.getvalue()


def _content_types(word: Mapping[str, str]) -> str:
    kinds = {"document": "document.main"}
    named = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kinds.get(name, name)}+xml"/>'
        for name in word
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml"'
        f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{named}</Types>'
    )


def _relations(*those: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{to}"/>' for key, kind, to in those)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core(sheet: Sheet) -> str:
    """What the file says of itself: title, subject and language; no author, no tool, no dates."""
    dublin = "http://purl.org/dc/elements/1.1/"
    given = {"title": sheet.title, "subject": sheet.subject, "language": sheet.language}
    inner = "".join(
        f"<dc:{key}>{escape(printable(text), quote=False)}</dc:{key}>" for key, text in given.items() if text
    )
    return f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{dublin}">{inner}</cp:coreProperties>'


def _settings() -> str:
    return part(
        "settings",
        '<w:defaultTabStop w:val="360"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{_WORD_2013}"/></w:compat>',
    )


def _footer(text: str) -> str:
    """The footer's text at the left, "Page 1 of 6" at the right: Word counts."""
    pages = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    return paragraph("Footer", f"{run(text)}<w:r><w:tab/></w:r>{pages}")


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def _section(edges: list[str]) -> str:
    references = "".join(f'<w:{edge}Reference w:type="default" r:id="{edge}"/>' for edge in edges)
    width, height, top, side, edge = (
        round(length * TWIPS) for length in (*A4, MARGIN_TOP, MARGIN_SIDE, MARGIN_EDGE)
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}"'
        f' w:right="{side}" w:bottom="{top}" w:left="{side}" w:header="{edge}" w:footer="{edge}"'
        ' w:gutter="0"/></w:sectPr>'
    )
