"""What the reading of a front has taken in so far, and the words that end it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from answerable.core.minutes.attendance import Attendee
from answerable.core.minutes.attendance_table import ListState
from answerable.core.minutes.document import Document
from answerable.core.minutes.front_rows import Piece
from answerable.core.minutes.header import FieldName, Particulars

MOST_TITLE_LINES = 8
"""So many lines may stand before the first particular; more are the minutes themselves."""

MOST_TITLE_WORDS = 30
FEW_WORDS = 14
"""A paragraph of more words with a full stop is prose."""

NUMBERED = re.compile(
    r"(?:(?:agenda\s+)?item\s+)?\d{1,2}(?:\.\d{1,2})*[.):]?(?:\s+|$)(?!\s*(?:st|nd|rd|th)\b)", re.IGNORECASE
)
BODY = re.compile(
    r"(?:no\.?|#|ref\.?|items?|agenda(?:\s+items?)?|item\s+no\.?|minutes?\s+(?:no|ref)\.?|actions?|action\s+by|owner|lead|by\s+whom|description"
    r"|discussion|subject|decisions?|summary|introductions?|welcome.*|opening.*|declarations?.*|minutes\s+of\s+(?:the\s+)?(?:last|previous).*"
    r"|matters\s+arising.*|outstanding.*|meeting\s+date\b.*|purpose.*|background.*|review\s+of.*|chair['’]s\s+welcome.*|topics?\s+discussed)\s*:?",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[a-z)]\.(?:\s|$)")


@dataclass(slots=True)
class Reading:
    """``used``: pieces taken, the first ``sure`` for certain; ``titles`` and ``heads`` are among them.

    ``awaits``: the field whose value the next line is; ``body``: the body that a list is of;
    ``roll``: the table that lists people and is taken at its word.
    """

    document: Document
    particulars: Particulars = field(default_factory=Particulars)
    people: list[Attendee] = field(default_factory=list)
    state: ListState = field(default_factory=ListState)
    titles: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    used: list[Piece] = field(default_factory=list)
    sure: int = 0
    awaits: FieldName | None = None
    columns: dict[int, FieldName] = field(default_factory=dict)
    body: str | None = None
    roll: int | None = None
