"""What the finder of recurring subjects is given, and what it offers."""

from __future__ import annotations

from typing import Literal, NamedTuple

Signal = Literal["title", "heading", "acronym", "name", "label", "action", "wording"]
"""Why a subject was noticed: it is an item's title or an unnumbered heading, a defined acronym, a name with
capitals, a word with its number ("Outcome 16"), the wording of an action, or only the like wording."""


class SubjectEntry(NamedTuple):
    """One entry's text; ``key`` is what a link gives back. ``action``: the entry is an action."""

    key: int
    text: str
    heading: str | None = None
    action: bool = False


class SubjectItem(NamedTuple):
    """An agenda item with the entries under it; ``kind`` as in the meeting record."""

    key: int
    title: str
    kind: str = "other"
    entries: tuple[SubjectEntry, ...] = ()


class SubjectMeeting(NamedTuple):
    """A meeting with its items.

    ``names`` are words that are nobody's subject: those present, their posts and abbreviations, the forum's
    name, the force's.
    """

    key: int
    items: tuple[SubjectItem, ...]
    names: tuple[str, ...] = ()


class Link(NamedTuple):
    """Where a subject stands: an item of a meeting, the entries under it, and how much it is about it.

    ``score`` is over 0 and under 1.
    """

    meeting: int
    item: int
    entries: tuple[int, ...]
    score: float


class Offer(NamedTuple):
    """A subject that stands in at least two meetings, with what spoke for it, the strongest first."""

    name: str
    links: tuple[Link, ...]
    score: float
    why: tuple[Signal, ...]
