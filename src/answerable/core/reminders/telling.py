"""Who is told what, and when: each thing once, and one letter a person and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answerable.core.reminders.letter import Section

BEFORE_DAYS = dt.timedelta(days=7)
"""So long before papers are due people are told what is asked of them."""

NEW_DAYS = dt.timedelta(days=14)
"""Minutes that were approved longer ago are not new, should nobody have been told meanwhile."""

REMEMBERED = dt.timedelta(days=90)
"""How long it is remembered what was told: longer than anything above counts."""

FIRST_HOUR = 7
"""Letters are written from this hour of a working day on, so that they are there when people come in."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a letter can tell: ``keys`` are what is told in it, ``brief`` says it in a subject.

    A part is told while one of its keys is new.
    """

    kind: str
    keys: tuple[str, ...]
    brief: str
    sections: tuple[Section, ...]


def papers_are_near(papers: dt.date, today: dt.date) -> bool:
    """Whether papers are due within the week that begins today; a day missed is caught up on the next."""
    return today <= papers <= today + BEFORE_DAYS


def week(today: dt.date) -> str:
    """What is told once a week is told once in this: "2026-W47", weeks that begin on Mondays (ISO 8601)."""
    year, number, _ = today.isocalendar()
    return f"{year}-W{number:02}"


def to_tell(parts: Sequence[Part], told: Collection[str], unwanted: Collection[str]) -> list[Part]:
    """The parts of which something was not told yet, and that are not unwanted, in the order given."""
    new = (part for part in parts if not set(part.keys) <= set(told))
    return [part for part in new if part.kind not in unwanted]


def subject(parts: Sequence[Part], office: str) -> str:
    """What the letter tells, the most pressing first: "3 actions come back …; 2 are overdue"."""
    said = "; ".join(part.brief for part in parts)
    return f"{said[:1].upper()}{said[1:]} ({office})"
