"""From pages to the document: furniture apart, columns found, rows joined over pages, the text composed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from answerable.core.minutes.document import Document, Line, Notice
from answerable.readers.paper.blocks import Composer
from answerable.readers.paper.furniture import furniture, has_title, running_heads
from answerable.readers.paper.initials import known_in, repaired_initials
from answerable.readers.paper.joins import joined
from answerable.readers.paper.layout import PageLayout, PageText, Part, Table, groups
from answerable.readers.paper.numbers import repaired
from answerable.readers.paper.pieces import Piece
from answerable.readers.paper.turning import Turn
from answerable.readers.paper.unruled import Unruled


class Mended(NamedTuple):
    """A scanned line whose text was put right: what was read, and why it was changed."""

    line: Piece
    read: str
    why: str


def assembled(pages: Sequence[PageText], data: bytes, name: str, media_type: str) -> Document:
    """The document that the pages make."""
    layouts = _layouts(pages)
    parts = joined(layouts)
    scanned = {page.number for page in pages if page.is_scanned}
    mended = dict(_mended(parts, scanned)) if scanned else {}
    turns = {page.number: Turn(page.turned, page.width, page.height) for page in pages if page.turned}
    composer = Composer(parts, layouts, turns, mended)
    return Document(
        name=name,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=len(pages),
        text=composer.text,
        blocks=tuple(composer.blocks),
        notices=(
            *_scan_notices(pages, composer),
            *_order_notices(pages, composer),
            *_mending_notices(mended, composer),
        ),
    )


def _layouts(pages: Sequence[PageText]) -> list[PageLayout]:
    """The pages' parts in reading order, their furniture apart."""
    taken = furniture([page.free for page in pages], [page.height for page in pages])
    if pages and not has_title(pages[0], taken[0]):
        taken[0] -= running_heads(pages[0], taken[0])
    kept = [
        [piece for number, piece in enumerate(page.free) if number not in out]
        for page, out in zip(pages, taken, strict=True)
    ]
    unruled = Unruled(kept)
    layouts = []
    for at, (page, out) in enumerate(zip(pages, taken, strict=True)):
        edge = sorted((page.free[number] for number in out), key=lambda piece: (piece.base, piece.x0))
        head = [piece for piece in edge if piece.base < page.height / 2]
        layouts.append(
            PageLayout(page.number, page.width, unruled.parts(at, page.tables), head, edge[len(head) :])
        )
    return layouts


def _mended(parts: Sequence[Part], scanned: set[int]) -> Iterator[tuple[int, Mended]]:
    """Misread numbers and owners in scanned tables put right, with what was read and why."""
    tables = [part for part in parts if isinstance(part, Table)]
    known = known_in(line.text for lines in groups(tables) for line in lines)
    for table in tables:
        firsts = [cell.lines[0] for row in table.rows if (cell := row.cell(0)) is not None]
        firsts = [line for line in firsts if line.page in scanned]
        for place, label in repaired([line.text for line in firsts]).items():
            yield _changed(firsts[place], label, "the only number that fits there")
    for lines in groups(tables):
        for line in lines:
            if line.page in scanned and (better := repaired_initials(line.text, known)) != line.text:
                yield _changed(line, better, "the abbreviation that the document explains")


def _changed(line: Piece, text: str, why: str) -> tuple[int, Mended]:
    read, line.text = line.text, text
    line.strong = len(text) if line.strong else 0
    return id(line), Mended(line, read, why)


def _mending_notices(mended: dict[int, Mended], composer: Composer) -> Iterator[Notice]:
    for line, read, why in mended.values():
        message = f"The scan's “{read}” was taken as “{line.text}”, {why}."
        yield Notice("damaged-text", message, (composer.place_of[id(line)],))


def _scan_notices(pages: Sequence[PageText], composer: Composer) -> Iterator[Notice]:
    for page in pages:
        if page.unread:
            yield Notice("no-text-layer", page.unread, ())
        elif page.is_scanned:
            message = (
                f"Page {page.number} has no text layer: it was read as a scan and may have misread words."
            )
            yield Notice("no-text-layer", message, _first_line(page.number, composer))


def _order_notices(pages: Sequence[PageText], composer: Composer) -> Iterator[Notice]:
    for page in pages:
        if page.is_shuffled:
            message = f"Page {page.number} stores its lines in another order: they are read as printed."
            yield Notice("reading-order", message, _first_line(page.number, composer))


def _first_line(page: int, composer: Composer) -> tuple[Line, ...]:
    lines = (line for block in composer.blocks for line in block.lines if line.page == page)
    first = next(lines, None)
    return () if first is None else (first,)
