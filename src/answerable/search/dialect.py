"""What each database's full-text search is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from answerable.core.full_text.terms import Group


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: the words, SQL conditions on the row ``r`` with their values, and which page.

    ``best``: the best first, equals newest first, then as they were indexed; else the newest first.
    """

    groups: Sequence[Group]
    conditions: Sequence[str]
    values: Sequence[Any]
    best: bool
    start: int
    size: int

    @property
    def where(self) -> str:
        """The conditions, to stand behind the one that the words make."""
        return "".join(f" AND {one}" for one in self.conditions)


COLUMNS = "r.kind, r.object_id, r.meeting_id, r.forum_id, r.date, r.marking, r.anchor"
"""The columns of a found row; its title and the best stretch of its text follow, marked."""


class Answer(NamedTuple):
    """The page's rows, and how many there are of each kind, counted to one more than MOST_COUNTED in all."""

    rows: Sequence[tuple[Any, ...]]
    kinds: Mapping[str, int]


class Dialect(Protocol):
    """One database."""

    def find(self, question: Question) -> Answer:
        """A page of what matches."""
