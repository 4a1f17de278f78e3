"""Generated records as files: text, HTML, DOCX and PDF, with an action column as many offices have it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from html import escape
from typing import Any, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

Record = dict[str, Any]


class Row(NamedTuple):
    """A row of the minutes' table: number, text, owners."""

    number: str
    text: str
    owners: str


def rows(record: Record) -> Iterator[Row]:
    """The agenda with its entries; owners stand beside their actions."""
    owners = {action["entry"]: "/".join(action["owners"]) for action in record["actions"]}
    by_item: dict[int, list[int]] = {}
    for position, entry in enumerate(record["entries"]):
        by_item.setdefault(entry["item"], []).append(position)
    for position, item in enumerate(record["items"]):
        yield Row(f"{item['number']}.", item["title"], "")
        for entry in by_item.get(position, ()):
            yield Row("", record["entries"][entry]["text"], owners.get(entry, ""))


def _head(record: Record) -> list[str]:
    meeting = record["meeting"]
    return [
        meeting["title"],
        f"Date: {_day(meeting['date'])} at {meeting['start_time']}",
        f"Chair: {meeting['chair']}",
        f"Minutes: {meeting['minutes_by']}",
        f"Venue: {meeting['venue']}",
    ]


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}/{int(month)}/{year}"


def _people(record: Record) -> Iterator[tuple[str, str, str]]:
    for label, status in (("Present:", "present"), ("Apologies:", "apologies")):
        first = label
        for one in record["attendance"]:
            if one["status"] == status:
                yield first, one["name"], f"{one['capacity']} ({one['abbreviation']})"
                first = ""


def as_text(record: Record) -> bytes:
    lines = [*_head(record), "", *("\t".join(cells) for cells in _people(record)), "", "No.\tItem\tAction"]
    lines += ["\t".join(row) for row in rows(record)]
    return "\n".join(lines).encode()


def as_html(record: Record) -> bytes:
    head, *others = (escape(line) for line in _head(record))
    parts = ["<!doctype html><meta charset=utf-8><title>", head, "</title><h1>", head, "</h1>"]
    parts += [f"<p>{line}</p>" for line in others]
    for table in (_people(record), [Row("No.", "Item", "Action"), *rows(record)]):
        parts.append("<table>")
        for cells in table:
            parts.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
        parts.append("</table>")
    return "".join(parts).encode()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCX_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
}
_COLUMNS = (800, 7200, 1300)
"""Widths of the minutes' columns in twentieths of a point."""


def as_docx(record: Record) -> bytes:
    body = [_word_paragraph(line) for line in _head(record)]
    for table in (_people(record), [Row("No.", "Item", "Action"), *rows(record)]):
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _COLUMNS)
        body.append(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>")
        for cells in table:
            body.append(
                "<w:tr>" + "".join(f"<w:tc>{_word_paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"
            )
        body.append("</w:tbl><w:p/>")
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(body)}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (_DOCX_PARTS | {"word/document.xml": document}).items():
            archive.writestr(zipfile.ZipInfo(name), '<?xml version="1.0" encoding="UTF-8"?>' + part)
    return packed.getvalue()


def _word_paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' if text else "<w:p/>"


_PDF_COLUMNS = (45.0, 370.0, 65.0)
"""Widths of the minutes' columns in points."""


def as_pdf(record: Record) -> bytes:
    packed = io.BytesIO()
    SimpleDocTemplate(packed, pagesize=A4, invariant=True).build(_flow(record))
    return packed.getvalue()


def _flow(record: Record) -> list[Flowable]:
    plain = getSampleStyleSheet()["BodyText"]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    flow: list[Flowable] = [Paragraph(escape(line), plain) for line in _head(record)]
    for table in (_people(record), [Row("No.", "Item", "Action"), *rows(record)]):
        cells = [[Paragraph(escape(cell), plain) if cell else "" for cell in row] for row in table]
        flow.append(Table(cells, colWidths=_PDF_COLUMNS, style=grid, repeatRows=0, spaceBefore=8))
    return flow


WRITERS: dict[str, Callable[[Record], bytes]] = {
    ".docx": as_docx,
    ".pdf": as_pdf,
    ".html": as_html,
    ".txt": as_text,
}
