"""Numbers of items: where each has to stand so that it is read as the number it is."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.minutes.labels import cell_label, marker
from answerable.core.minutes.outline import Outline
from answerable.core.minutes.passage import EMPTY, Passage
from answerable.core.minutes.printing.paper import PaperItem
from answerable.core.minutes.titles import title_like


def printed_label(item: PaperItem) -> str:
    """ "2.1." of an item 2.1; "" where it has no number."""
    return f"{item.label}." if item.label else ""


def flows(items: Sequence[PaperItem]) -> bool:
    """Whether headings outside any table say the numbers; a table says all that headings say, and more."""
    return nested(items, in_table=False) is not None and all(map(_is_heading, items))


def _is_heading(item: PaperItem) -> bool:
    if item.label is None:
        return title_like(item.title.rstrip(":"), strong=True)
    found = marker(f"{printed_label(item)} {item.title}")
    return found is not None and found.label == item.label and title_like(item.title, strong=True)


def nested(items: Sequence[PaperItem], in_table: bool) -> tuple[bool, ...] | None:
    """For each item whether its number stands in its text, not in a column; None where neither says it."""
    outline = Outline()
    found: list[bool] = []
    for item in items:
        inside = _inside(outline, item, in_table)
        if inside is None:
            return None
        found.append(inside)
        outline.add(item.label, Passage(item.title, ()), EMPTY, nested=inside)
    return tuple(found)


def _inside(outline: Outline, item: PaperItem, in_table: bool) -> bool | None:
    if item.label is None:
        return False
    if in_table and cell_label(printed_label(item)) != item.label:
        return None
    for inside in (False, True) if in_table else (False,):
        if outline.would_be(item.label, inside) == (item.number or "").lower():
            return inside
    return None
