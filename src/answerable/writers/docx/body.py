"""The body of a Word document: the sheet's blocks as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Piece, Sheet, Table
from answerable.writers.docx.numbering import Numbering
from answerable.writers.docx.styles import SIZE, space
from answerable.writers.docx.xml import TWIPS, attribute, before, paragraph, run

WIDTH = 453.5
"""Points between the margins: A4 is 595.3 points (210 mm) wide."""
DEEPEST_HEADING = 3
AFTER_TABLE = 10.0
"""Points that keep the text off a table above it."""
LETTERS_OF_SHORT_ROW = 600
"""A row of fewer is not parted by a page's end: about eight lines."""
IN_CELL = space(2, 3)
"""A heading in a cell stands level with the text of the cells beside it."""
_STYLES = {"normal": "Normal", "small": "Small", "quote": "Quote"}
_BREAK = '<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_BETWEEN = paragraph("Small", "", '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>')
"""Without a paragraph between them Word makes one table of two; after the last one it asks for one."""


class Body:
    """Writes blocks; ``numbering`` learns of the lists in them."""

    def __init__(self) -> None:
        self.numbering = Numbering()

    def write(self, sheet: Sheet) -> str:
        """The blocks of the sheet, its title first where it is printed."""
        parts = [paragraph("Title", run(sheet.title))] if sheet.printed_title else []
        blocks = list(sheet.blocks)
        for above, block, below in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
            if isinstance(block, Table):
                parts += [_BREAK] if isinstance(above, Break) else []
                parts.append(self._table(block))
                parts += [_BETWEEN] if below is None or isinstance(below, Table | Break) else []
            elif not isinstance(block, Break):
                opening = "<w:pageBreakBefore/>" if isinstance(above, Break) else ""
                space = before(AFTER_TABLE) if isinstance(above, Table) else ""
                parts.append(self._piece(block, opening, space))
        return "".join(parts)

    def _piece(self, piece: Piece, opening: str = "", space: str = "", *, in_cell: bool = False) -> str:
        """A paragraph; ``opening`` and ``space`` are what it sets by itself, in the schema's order."""
        if isinstance(piece, Heading):
            self.numbering.close()
            style = f"Heading{min(max(piece.level, 1), DEEPEST_HEADING)}"
            label = f"{piece.number} " if piece.number else ""
            if in_cell:
                return paragraph(style, run(label + piece.text, size=SIZE), opening + IN_CELL)
            return paragraph(style, run(label + piece.text), opening)
        if isinstance(piece, ListItem):
            listed = self.numbering.properties(piece)
            return paragraph("ListParagraph", run(piece.text), opening + listed + space)
        if isinstance(piece, Picture):
            return paragraph("Small", run(piece.words), opening + space) if piece.words else ""
        plain = "TableText" if in_cell and piece.style == "normal" else _STYLES[piece.style]
        lead = run(piece.lead, strong=True) + run(" " if piece.lead and piece.text else "")
        return paragraph(plain, lead + run(piece.text, strong=piece.strong), opening + space)

    def _table(self, table: Table) -> str:
        edges = _edges(table)
        caption = paragraph("Caption", run(table.caption)) if table.caption else ""
        head = self._head(table, edges) if table.head else ""
        rows = "".join(self._row(row, edges) for row in table.rows)
        return f"{caption}<w:tbl>{_properties(table)}{_grid(edges)}{head}{rows}</w:tbl>"

    def _head(self, table: Table, edges: Sequence[int]) -> str:
        cells = [paragraph("TableHeading", run(text)) for text in table.head]
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{_cells(cells, edges)}</w:tr>"

    def _row(self, row: Sequence[Sequence[Piece]], edges: Sequence[int]) -> str:
        short = sum(len(words_of(piece)) for cell in row for piece in cell) < LETTERS_OF_SHORT_ROW
        kept = "<w:trPr><w:cantSplit/></w:trPr>" if short else ""
        return f"<w:tr>{kept}{_cells([self._cell(cell) for cell in row], edges)}</w:tr>"

    def _cell(self, pieces: Sequence[Piece]) -> str:
        self.numbering.close()
        inner = "".join(self._piece(piece, in_cell=True) for piece in pieces)
        self.numbering.close()
        return inner or paragraph("TableText", "")


def words_of(piece: Piece) -> str:
    return piece.words if isinstance(piece, Picture) else piece.text


def _edges(table: Table) -> list[int]:
    """The columns' edges in twentieths of a point, from 0."""
    whole = sum(table.widths) or 1
    return [round(WIDTH * TWIPS * share / whole) for share in accumulate(table.widths, initial=0)]


def _widths(edges: Sequence[int]) -> Iterator[int]:
    return (right - left for left, right in pairwise(edges))


def _properties(table: Table) -> str:
    style = "TableNormal" if table.bare else "TableGrid"
    flush = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar>' if table.bare else ""
    named = f"<w:tblCaption w:val={attribute(table.caption)}/>" if table.caption else ""
    first = "1" if table.head else "0"
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{round(WIDTH * TWIPS)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{flush}<w:tblLook w:val="0{"4" if table.head else "0"}20" '
        f'w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{named}</w:tblPr>"
    )


def _grid(edges: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _widths(edges))
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _cells(cells: Sequence[str], edges: Sequence[int]) -> str:
    """The cells of a row; columns that a row does not fill are left empty."""
    filled = [*cells, *[paragraph("TableText", "")] * (len(edges) - 1 - len(cells))]
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(filled, _widths(edges), strict=True)
    )
