"""What a database's full-text search has to say for itself: five pieces of SQL and how to write a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from answerable.search.terms import Group

START, STOP = "\x02", "\x03"
"""What stands round a found word; ``terms.clean`` takes both out of every text that is indexed."""
GAP = " … "
EXTRACT_WORDS = 32
TITLE_WEIGHT = 4.0  # a word in a title counts as four in the text


class Marked(NamedTuple):
    """A title and the best stretch of a text, found words between START and STOP."""

    title: str
    extract: str


class Dialect(Protocol):
    """One database. ``source`` names the row ``r``; ``matches`` and ``best_first`` take the expression."""

    source: str
    matches: str
    best_first: str

    def expression(self, groups: Sequence[Group]) -> str:
        """The groups as the database writes them."""

    def marked(self, ids: Sequence[int], expression: str) -> dict[int, Marked]:
        """The rows that are shown, with their found words marked."""
