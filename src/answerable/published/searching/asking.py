"""What a database's full-text search is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from answerable.core.full_text.terms import Group


@dataclass(frozen=True, slots=True)
class Question:
    """``kind`` and ``forum`` "" and ``year`` 0 mean: any."""

    groups: Sequence[Group]
    office: str
    kind: str
    forum: str
    year: int
    start: int
    size: int

    @property
    def conditions(self) -> list[str | int]:
        """The values of CONDITIONS, in their order."""
        year = f"{self.year:04}"
        return [
            self.office, self.kind, self.kind, self.forum, self.forum,
            self.year, f"{year}-01-01" if self.year else "2000-01-01",
            f"{year}-12-31" if self.year else "2000-01-01",
        ]  # fmt: skip


CONDITIONS = """
    AND l.office = %s AND NOT l.gone AND (%s = '' OR l.kind = %s) AND (%s = '' OR l.forum = %s)
    AND (%s = 0 OR l.date BETWEEN %s AND %s)
"""


class Row(NamedTuple):
    """A found line: its key, and its title and the best stretch of its text with found words marked."""

    key: int
    title: str
    extract: str


class Answer(NamedTuple):
    """The page's rows, and how many there are of each kind, counted to one more than MOST_COUNTED in all."""

    rows: Sequence[Row]
    kinds: Mapping[str, int]
