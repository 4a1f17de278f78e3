"""A sheet as the data that sheet.typ lays out: what stays together, what may go on over a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from answerable.core.minutes.printable import printable
from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Piece, Sheet, Table, Text
from answerable.writers.pdf.breaking import ENDS, runs

Data = dict[str, Any]
WIDTH = 453.5
"""Points between the margins of the page."""
PADDING = 9.0
"""Points that a cell leaves blank at its sides together."""
INDENT = 20.0
"""Points that a list's level takes of the line."""
WIDEST_LETTER, LETTER = 8.5, 5.2
"""Points that one letter takes at most, and on average, at the size of the text."""
LONG, TALL = 12, 6
"""Lines from which a paragraph, and a row of several paragraphs, may be parted by a page's end."""
FULL = 0.8
"""Share of a line from which a paragraph's last one may be full."""
MOST_KEPT = 3
"""Paragraphs in a row that are kept together with the next: more could be a page."""
SPACING, AIRY = (1.25, 1.05), (1.95, 1.1)
"""What is left blank between paragraphs and between items of a list, in sizes of the text: in running text,
and in a sheet of short lines, where only a wide gap can be told from the one between two lines."""
FEW_WRAPPED = 0.3
"""A sheet has short lines where fewer of the gaps between lines than this are within paragraphs."""
INSET, BARE_INSET = 4.5, 3.0
"""Points above and below the text of a cell, with rules and without."""
SHIFT = 4.6
"""Points by which a table right below another is narrower at both sides: so nobody takes it for its rest."""
BULLET = "•"
RIGHT_TO_LEFT = ("R", "AL")
SIDED = ("L", *RIGHT_TO_LEFT)


def laid_out(sheet: Sheet) -> Data:
    """All that the template needs, as it goes into JSON."""
    language, _, region = printable(sheet.language).partition("-")
    apart, near = AIRY if _has_short_lines(sheet) else SPACING
    return {
        "title": folded(sheet.title) or "-",
        "title_runs": runs(folded(sheet.title), _most(WIDTH / 2)),
        "printed_title": sheet.printed_title and bool(folded(sheet.title)),
        "language": language.lower(),
        "region": region.upper() or None,
        "subject": folded(sheet.subject) or None,
        "marking": folded(sheet.marking),
        "footer": folded(sheet.footer),
        "apart": apart,
        "near": near,
        "blocks": list(_Layout().blocks(sheet.blocks)),
    }


def folded(text: str) -> str:
    """Printable text with its blanks folded."""
    return " ".join(printable(text).split())


class _Layout:
    """Lays blocks out in their order: a heading's level never skips one that is open above it."""

    def __init__(self) -> None:
        self._level = 0

    def blocks(self, blocks: Sequence[Piece | Table | Break]) -> Iterator[Data]:
        held: list[Piece] = []
        shift = 0.0
        for above, block in zip([None, *blocks], blocks, strict=False):
            if isinstance(block, Table | Break):
                yield from self.pieces(held, WIDTH)
                shift = SHIFT - shift if isinstance(above, Table) else 0.0
                held = []
                yield self._table(block, shift) if isinstance(block, Table) else {"kind": "break"}
            else:
                held.append(block)
        yield from self.pieces(held, WIDTH)

    def pieces(self, pieces: Sequence[Piece], room: float) -> Iterator[Data]:
        """The pieces of the page or of a cell that is ``room`` points wide; items in a row as one list."""
        shown = [piece for piece in pieces if _shows(piece)]
        items: list[tuple[ListItem, bool]] = []
        kept = 0
        for piece, below in zip(shown, [*shown[1:], None], strict=False):
            keep = below is not None and kept < MOST_KEPT and _could_go_on(_words(piece), below, room)
            kept = kept + 1 if keep else 0
            if isinstance(piece, ListItem):
                items.append((piece, keep))
                continue
            yield from _lists(items, room)
            items = []
            yield self._piece(piece, room, keep)
        yield from _lists(items, room)

    def _piece(self, piece: Heading | Text | Picture, room: float, keep: bool) -> Data:
        if isinstance(piece, Heading):
            self._level = min(max(piece.level, 1), self._level + 1)
            return {"kind": "heading", "level": self._level, "runs": runs(_words(piece), _most(room))}
        if isinstance(piece, Picture):
            told = runs(words, _most(room)) if (words := _words(piece)) else []
            return {"kind": "picture", "svg": piece.svg, "runs": told}
        return {
            "kind": "text",
            "lead": runs(lead, _most(room)) if (lead := folded(piece.lead)) else [],
            "strong": piece.strong,
            "style": piece.style,
            **_flowing(folded(piece.text), room, keep),
        }

    def _table(self, table: Table, shift: float) -> Data:
        whole = sum(table.widths) or 1
        rooms = [(WIDTH - 2 * shift) * width / whole - PADDING for width in table.widths]
        return {
            "kind": "table",
            "bare": table.bare,
            "shift": shift,
            "inset": BARE_INSET if table.bare else INSET,
            "widths": [100 * width / whole for width in table.widths],
            "rooms": rooms,
            "caption": runs(folded(table.caption), _most(WIDTH)) if folded(table.caption) else [],
            "head": [runs(folded(text), _most(room)) for text, room in zip(table.head, rooms, strict=False)],
            "rows": self._rows(table, rooms),
        }

    def _rows(self, table: Table, rooms: Sequence[float]) -> list[Data]:
        """The rows' parts. No rule parts the first column where a row has nothing in it."""
        parts: list[Data] = []
        for number, row in enumerate(table.rows):
            cells = [[piece for piece in cell if _shows(piece)] for cell in row]
            cells += [[] for _ in rooms[len(cells) :]]
            begins = not number or bool(cells[:1] and cells[0])
            if parts:
                parts[-1]["closes"] = begins
                parts[-1]["holds"] = not begins and _is_title(table.rows[number - 1])
            parts += self._row(cells, rooms, begins)
        for part in parts[-1:]:
            part["final"] = True
        return parts

    def _row(self, cells: Sequence[Sequence[Piece]], rooms: Sequence[float], begins: bool) -> Iterator[Data]:
        """A row, in parts where it is tall: a page may end between two parts, which no rule parts.

        ``first`` and ``last`` part of the row, ``final`` of the table; ``begins`` and ``closes``: a rule
        stands above and below its first cell; ``holds``: on one page with the next row; ``long``: a page may
        end within it.
        """
        parts = _parted(cells, rooms)
        ends = len(parts) - 1
        if _is_long(parts[-1], rooms):
            parts.append([[] for _ in cells])  # a rule only: not drawn where a page ends above it
        for number, part in enumerate(parts):
            yield {
                "cells": [list(self.pieces(cell, room)) for cell, room in zip(part, rooms, strict=False)],
                "first": number == 0,
                "last": number == len(parts) - 1,
                "ends": number == ends,
                "empty": number > ends,
                "begins": begins and number == 0,
                "closes": number == len(parts) - 1,
                "holds": False,
                "final": False,
                "long": _is_long(part, rooms),
            }


def _is_long(cells: Sequence[Sequence[Piece]], rooms: Sequence[float]) -> bool:
    """Whether a page may end within a row's part: one with a long paragraph, or many short ones."""
    return any(
        _height(cell, room) > 3 * LONG or any(_lines(_words(piece), room) >= LONG for piece in cell)
        for cell, room in zip(cells, rooms, strict=False)
    )


def _is_title(row: Sequence[Sequence[Piece]]) -> bool:
    """Whether a row holds nothing but a title beside its number."""
    others = [piece for cell in row[1:] for piece in cell]
    return len(others) == 1 and isinstance(others[0], Heading)


def _parted(cells: Sequence[Sequence[Piece]], rooms: Sequence[float]) -> list[list[Sequence[Piece]]]:
    """The cells of a row in parts: its tallest cell paragraph by paragraph, the others in the first part."""
    heights = [_height(cell, room) for cell, room in zip(cells, rooms, strict=False)]
    tallest = max(range(len(cells)), key=heights.__getitem__, default=0)
    if not cells or heights[tallest] < TALL or len(cells[tallest]) < 2:
        return [list(cells)]
    groups: list[list[Piece]] = [[]]
    for piece in cells[tallest]:
        above = groups[-1][-1] if groups[-1] else None
        if above is not None and not (
            _belongs(above, piece, rooms[tallest]) and _height(groups[-1], rooms[tallest]) < 2 * LONG
        ):
            groups.append([])
        groups[-1].append(piece)
    parts: list[list[Sequence[Piece]]] = [[[] for _ in cells] for _ in groups]
    parts[0] = list(cells)
    for part, group in zip(parts, groups, strict=True):
        part[tallest] = group
    return parts


def _belongs(above: Piece, piece: Piece, room: float) -> bool:
    """Whether a part of a row should not end between two pieces."""
    if isinstance(above, Heading) or isinstance(piece, ListItem):
        return True
    return _could_go_on(_words(above), piece, room)


def _could_go_on(above: str, piece: Piece, room: float) -> bool:
    """Whether a piece on top of a page could read as the rest of the paragraph above it.

    It does not where that ends with a short line, or with a full stop, and the piece begins with a capital.
    """
    may_be_full = len(above) * LETTER > FULL * room
    return isinstance(piece, Text) and (
        _words(piece)[0].islower() or (may_be_full and not ENDS.search(above))
    )


def _lists(items: Sequence[tuple[ListItem, bool]], room: float) -> Iterator[Data]:
    """Items as lists inside one another, by their levels."""
    if not items:
        return
    top: list[Data] = []
    path: list[tuple[int, list[Data]]] = []
    for item, keep in items:
        while path and path[-1][0] >= item.level:
            path.pop()
        level = path[-1][1] if path else top
        laid = {
            "label": folded(item.label) or BULLET,
            "inner": [],
            **_flowing(folded(item.text), room - INDENT * (len(path) + 1), keep),
        }
        level.append(laid)
        path.append((item.level, laid["inner"]))
    yield {"kind": "list", "items": top}


def _flowing(text: str, room: float, keep: bool) -> Data:
    """A paragraph's runs and how it stands on pages; ``keep``: on one page with what follows."""
    is_long = _lines(text, room) >= LONG
    return {
        "runs": runs(text, _most(room), over_pages=is_long) if text else [],
        "long": is_long,
        "keep": keep,
        "rtl": next((side for side in map(unicodedata.bidirectional, text) if side in SIDED), "L") != "L",
    }


def _shows(piece: Piece) -> bool:
    """Whether there is anything to set: a picture may have no words, where the text beside it has them."""
    return isinstance(piece, Picture) or bool(_words(piece))


def _words(piece: Piece) -> str:
    """What a piece prints, without a list's label."""
    if isinstance(piece, Heading):
        return folded(f"{piece.number} {piece.text}")
    if isinstance(piece, Picture):
        return folded(piece.words)
    return folded(f"{piece.lead} {piece.text}" if isinstance(piece, Text) else piece.text)


def _most(room: float) -> int:
    """Letters that surely fit into so many points."""
    return int(room / WIDEST_LETTER)


def _lines(text: str, room: float) -> int:
    """Lines that a paragraph takes, about."""
    return 1 + int(len(text) * LETTER / max(room, LETTER))


def _height(cell: Sequence[Piece], room: float) -> float:
    """Lines that a cell takes, about, half a line between two paragraphs."""
    return sum(_lines(_words(piece), room) + 0.5 for piece in cell)


def _has_short_lines(sheet: Sheet) -> bool:
    """Whether few of the gaps between lines are within paragraphs."""
    within = between = 0
    for pieces, room in _groups(sheet):
        between += max(len(pieces) - 1, 0)
        within += sum(_lines(_words(piece), room) - 1 for piece in pieces)
    return within < FEW_WRAPPED * (within + between)


def _groups(sheet: Sheet) -> Iterator[tuple[Sequence[Piece], float]]:
    """The pieces of the page and of each cell, and how wide their lines are."""
    yield [block for block in sheet.blocks if not isinstance(block, Table | Break)], WIDTH
    for table in sheet.blocks:
        if isinstance(table, Table):
            whole = sum(table.widths) or 1
            for row in table.rows:
                for cell, width in zip(row, table.widths, strict=False):
                    yield cell, WIDTH * width / whole - PADDING
