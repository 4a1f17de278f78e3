"""How a set of minutes is laid out as a whole: what numbers and emphasis mean in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.rows import Row
from answerable.core.minutes.titles import title_like


@dataclass(frozen=True, slots=True)
class Shape:
    """``in_table``: the body stands in a table, so numbers inside its cells are lists or sub-items.
    ``numbered``: agenda items have numbers; where they have none, headings are items.
    ``lettered``: they go by capital letters.
    ``uses_strong``: emphasis is known; text files have none, and then short lines must do.
    """

    in_table: bool
    lettered: bool
    numbered: bool
    uses_strong: bool


def shape_of(rows: Sequence[Row]) -> Shape:
    body = [one for row in rows for one in row.body]
    tabled = sum(len(one.words) for one in body if one.cell is not None and one.cell.columns > 1)
    lettered = _lettered(body)
    return Shape(
        lettered=lettered,
        in_table=tabled * 2 > sum(len(one.words) for one in body),
        numbered=any(row.number for row in rows) or any(_numbered_title(one, lettered) for one in body),
        uses_strong=any(
            one.kind == "heading" or (one.all_strong and title_like(one.words, True)) for one in body
        ),
    )


def _lettered(body: Sequence[Paragraph]) -> bool:
    """Whether the agenda goes by capital letters: short titles under A and B, in this order."""
    labels = [
        one.marker.label
        for one in body
        if one.marker is not None and one.marker.kind == "letter" and title_like(one.words, one.all_strong)
    ]
    return [label for label in labels if label.isupper()][:2] == ["A", "B"]


def _numbered_title(one: Paragraph, lettered: bool) -> bool:
    if one.marker is None or one.marker.kind == "bullet":
        return False
    if one.marker.kind == "letter" and not (one.words.isupper() or lettered):
        return False
    return title_like(one.words, one.all_strong or one.kind == "heading")
