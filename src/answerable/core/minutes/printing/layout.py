"""A paper laid out in a forum's house style."""

from __future__ import annotations

from answerable.core.minutes.printing.paper import Paper
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.sheet import Heading, Piece, Sheet, Table, Text


def lay_out(paper: Paper, style: Style) -> Sheet:
    blocks: list[Piece | Table] = []
    for index in (None, *range(len(paper.items))):
        if index is not None:
            item = paper.items[index]
            blocks.append(Heading(item.title, item.level, f"{item.label}." if item.label else ""))
        blocks += [Text(one.text) for one in paper.said if one.item == index]
    return Sheet(paper.head["title"] or "Minutes", blocks, marking=style.marking)
