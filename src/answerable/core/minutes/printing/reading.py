"""A paper read: laid out, read as any minutes are, laid out more plainly where that was not understood."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.printing.document import as_document
from answerable.core.minutes.printing.layout import lay_out
from answerable.core.minutes.printing.paper import Paper
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.record import MeetingRecord
from answerable.core.minutes.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Reading:
    """The sheet of a paper, what is read from it, and, by index of the paper's ``said``, its entries.

    ``unmet``: indexes of what did not come back as it was demanded.
    """

    record: MeetingRecord
    sheet: Sheet
    entries: tuple[tuple[int, ...], ...]
    unmet: tuple[int, ...] = ()


def read(paper: Paper, style: Style) -> Reading:
    sheet = lay_out(paper, style)
    record = read_minutes(as_document(sheet))
    return Reading(record, sheet, tuple(() for _ in paper.said))


def read_paper(paper: Paper, style: Style) -> MeetingRecord:
    """The record of a paper in this style. Never fails: what is not understood is a note."""
    return read(paper, style).record
