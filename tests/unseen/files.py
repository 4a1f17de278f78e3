"""The same minutes as real files: DOCX, HTML, PDF and plain text, as offices write them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

import docx
from docx.document import Document as Word
from docx.table import _Cell
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PdfTable

from tests.core.documents import Piece, Table

Parts = Sequence[str | Piece | Table]


def _piece(part: str | Piece) -> Piece:
    return Piece(part) if isinstance(part, str) else part


def _halves(piece: Piece) -> tuple[str, str]:
    """What is bold of a paragraph, and the rest."""
    if piece.kind == "heading" or piece.strong is True:
        return piece.text, ""
    end = int(piece.strong)
    return piece.text[:end], piece.text[end:]


def as_docx(parts: Parts) -> bytes:
    word = docx.Document()
    for part in parts:
        if isinstance(part, Table):
            _word_table(word, part)
        elif _piece(part).kind != "furniture":
            _word_paragraph(word, _piece(part))
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _word_paragraph(where: Word | _Cell, piece: Piece) -> None:
    style = "Heading 2" if piece.kind == "heading" else None
    paragraph = where.add_paragraph(style=style)
    strong, plain = _halves(piece)
    if strong:
        paragraph.add_run(strong).bold = True
    if plain:
        paragraph.add_run(plain)


def _word_table(word: Word, made: Table) -> None:
    columns = max(len(row) for row in made.rows)
    table = word.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    for row in made.rows:
        cells = table.add_row().cells
        for cell, pieces in zip(cells, row, strict=False):
            for piece in pieces:
                _word_paragraph(cell, piece)
            if pieces:  # the empty paragraph that every new cell has
                first = cell.paragraphs[0]._element
                first.getparent().remove(first)


def as_html(parts: Parts) -> bytes:
    body = "\n".join(
        _html_table(part) if isinstance(part, Table) else _html_paragraph(_piece(part)) for part in parts
    )
    return f"<!DOCTYPE html><html lang='en'><meta charset='utf-8'><body>{body}</body></html>".encode()


def _html_paragraph(piece: Piece) -> str:
    if piece.kind == "furniture":
        return ""
    if piece.kind == "heading":
        return f"<h2>{escape(piece.text)}</h2>"
    strong, plain = _halves(piece)
    inner = (f"<strong>{escape(strong)}</strong>" if strong else "") + escape(plain)
    if piece.kind == "list_item" and plain.startswith("•"):
        return f"<ul><li>{escape(plain[1:].strip())}</li></ul>"
    return f"<p>{inner}</p>"


def _html_table(made: Table) -> str:
    rows = (
        "<tr>" + "".join(f"<td>{''.join(map(_html_paragraph, cell))}</td>" for cell in row) + "</tr>"
        for row in made.rows
    )
    return f"<table>{''.join(rows)}</table>"


def as_text(parts: Parts) -> bytes:
    """Plain text with a blank line between paragraphs; a table's cells stand side by side after tabs."""
    lines = []
    for part in parts:
        if isinstance(part, Table):
            lines += ["\t".join(" ".join(piece.text for piece in cell) for cell in row) for row in part.rows]
        elif _piece(part).kind != "furniture":
            lines.append(_piece(part).text)
    return "\n\n".join(lines).encode()


_PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=10, leading=13)
_WIDTH = 480.0
_PADDING = 14  # points beside a cell's words


def as_pdf(parts: Parts) -> bytes:
    flow: list[Flowable] = []
    for part in parts:
        if isinstance(part, Table):
            flow.append(_pdf_table(part))
        elif _piece(part).kind != "furniture":
            flow.append(_pdf_paragraph(_piece(part)))
        flow.append(Spacer(1, 20 if isinstance(part, Table) else 7))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, leftMargin=56, rightMargin=56).build(flow)
    return stream.getvalue()


def _pdf_paragraph(piece: Piece) -> Paragraph:
    strong, plain = _halves(piece)
    return Paragraph((f"<b>{escape(strong)}</b>" if strong else "") + escape(plain), _PLAIN)


def _pdf_table(made: Table) -> PdfTable:
    columns = max(len(row) for row in made.rows)
    cells = [[row[at] if at < len(row) else () for at in range(columns)] for row in made.rows]
    words = [[one.text for row in cells for one in row[at]] for at in range(columns)]
    widths = [
        max((stringWidth(word, "Helvetica-Bold", 10) for text in column for word in text.split()), default=1)
        + _PADDING
        for column in words
    ]
    longest = [max(map(len, column), default=0) for column in words]
    left = max(_WIDTH - sum(widths), 0)
    widths = [width + left * length / sum(longest) for width, length in zip(widths, longest, strict=True)]
    table = PdfTable(
        [[[_pdf_paragraph(piece) for piece in cell] for cell in row] for row in cells],
        colWidths=widths,
    )
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table
