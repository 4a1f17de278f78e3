"""Repairs of what converters did to a page, each made once, here, with a warning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from answerable.core.minutes.document import Line, Notice
from answerable.core.minutes.duplicates import without_duplicates
from answerable.core.minutes.labels import BULLETS, Marker, cell_label
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import join

_PAGE = re.compile(r"[PF]age ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?|\d{1,3} ?\| ?[PF]age|- ?\d{1,3} ?-", re.I)
LONGEST_PAGE_NUMBER = len("Page 123 of 123")
_BULLET_CELL = re.compile(rf"[{BULLETS}\-*ol]")
MAX_FRAGMENT_WORDS = 8
MIN_FRAGMENTS = 3  # rows with torn starts that make a false column boundary


@dataclass
class Repaired:
    """What is left to read, page numbers that stood among it, and the warnings."""

    paragraphs: list[Paragraph]
    furniture: list[Paragraph] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def repaired(paragraphs: Sequence[Paragraph]) -> Repaired:
    found = Repaired([])
    kept = _without_page_numbers(paragraphs, found)
    kept = _with_bullets(kept)
    kept = _without_torn_starts(kept, found)
    plain = without_duplicates(kept)
    if plain.dropped:
        message = f"{len(plain.dropped)} pieces of text are printed again; the fullest copy of each was read."
        found.notices.append(notice("duplicate-text", message, plain.dropped))
    found.paragraphs = plain.kept
    return found


def notice(code: str, message: str, about: Sequence[Paragraph]) -> Notice:
    lines: list[Line] = [line for one in about for line in one.lines]
    return Notice(code, message, tuple(lines))


def _without_page_numbers(paragraphs: Sequence[Paragraph], found: Repaired) -> list[Paragraph]:
    kept: list[Paragraph] = []
    for one in paragraphs:
        text = one.whole.text
        is_number = len(text) <= LONGEST_PAGE_NUMBER and _PAGE.fullmatch(text)
        (found.furniture if is_number else kept).append(one)
    return kept


def _with_bullets(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """A bullet in a cell of its own goes back to its text."""
    kept: list[Paragraph] = []
    waiting: Paragraph | None = None
    for one in paragraphs:
        if waiting is not None:
            bullet = Marker(waiting.whole.text, "bullet", len(waiting.whole.text) + 1)
            whole = join([waiting.whole, one.whole])
            kept.append(
                one._replace(whole=whole, lines=waiting.lines + one.lines, marker=one.marker or bullet)
            )
            waiting = None
        elif one.cell is not None and one.cell.columns > 1 and _BULLET_CELL.fullmatch(one.whole.text):
            waiting = one
        else:
            kept.append(one)
    return [*kept, waiting] if waiting is not None else kept


def _without_torn_starts(paragraphs: Sequence[Paragraph], found: Repaired) -> list[Paragraph]:
    """A false column boundary cuts off the starts of lines: warned about, never guessed."""
    torn: dict[int, list[tuple[Paragraph, Paragraph]]] = defaultdict(list)
    for one, other in pairwise(paragraphs):
        if _torn(one, other):
            assert one.cell is not None
            torn[one.cell.table].append((one, other))
    gone: list[Paragraph] = []
    joined: dict[int, Paragraph] = {}
    for pairs in torn.values():
        if len(pairs) < MIN_FRAGMENTS:
            continue
        for one, other in pairs:
            if len(one.words.split()) == 1 and len(other.words.split()) <= 2:
                joined[other.index] = one._replace(
                    whole=join([one.whole, other.whole], ""),
                    text=join([one.text, other.text], ""),
                    lines=one.lines + other.lines,
                    cell=other.cell,
                )
            else:
                found.notices.append(
                    notice(
                        "damaged-text", f"The starts of these lines are cut off: “{one.words}”.", [one, other]
                    )
                )
            gone.append(one)
    removed = {one.index for one in gone}
    return [joined.get(one.index, one) for one in paragraphs if one.index not in removed]


def _torn(one: Paragraph, other: Paragraph) -> bool:
    """A short fragment, no label and no title, beside text that begins in mid-word or mid-sentence."""
    if (
        one.cell is None
        or other.cell is None
        or one.cell.table != other.cell.table
        or one.cell.row != other.cell.row
    ):
        return False
    if one.cell.column != 0 or other.cell.column != 1 or cell_label(one.whole.text) is not None:
        return False
    fragment, text = one.whole.text, other.whole.text
    short = len(fragment.split()) <= MAX_FRAGMENT_WORDS
    return (
        short
        and (fragment[-1:].islower() or fragment[0].islower())
        and (fragment[0].islower() or text[0].islower())
    )
