"""A paper: all that minutes are to say, before anybody has said how they look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answerable.core.minutes.record import Attendance, EntryKind, Meeting, NextMeeting, UpdateStatus


@dataclass(frozen=True, slots=True)
class PaperItem:
    """An agenda item as the record has it. ``number`` is its path ("2.1.b"), ``label`` what is printed of it
    ("b"), both None for an item without one; ``kind`` is told from the title and only there to be kept.
    """

    title: str
    number: str | None = None
    label: str | None = None
    level: int = 1
    kind: str = "other"
    assurance: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """The earlier action that something is said of: given at ``meeting`` ("2026-03"), under ``item`` ("2.1").

    ``status`` is a person's; None leaves it to the words.
    """

    action: str
    meeting: str | None = None
    item: str | None = None
    status: UpdateStatus | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph of the minutes as typed, or one entry of a record.

    ``item`` is an index into the paper's items, None before the first. ``kind``, ``speakers`` and
    ``owners`` are a person's; "" and None leave them to the grammar, an empty tuple says nobody.
    ``due`` are words that say when, where the text itself does not ("30 June 2026").
    ``group``: entries of one paragraph share it; None stands alone. ``place`` and ``cells`` are a record's:
    its number in a list of matters, the cells (head, words) that a row of a table of actions was read from;
    ``told``: it can only have been printed with its word.
    """

    item: int | None
    text: str
    kind: EntryKind | Literal[""] = ""
    speakers: tuple[str, ...] | None = None
    owners: tuple[str, ...] | None = None
    about: About | None = None
    due: str | None = None
    group: int | None = None
    place: int | None = None
    cells: tuple[tuple[str, str], ...] = ()
    told: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """``head`` and ``attendance`` are shaped as in the record; their sources are not looked at.

    ``next_meeting`` is printed under the item about it where nothing else is said there.
    """

    head: Meeting
    attendance: Sequence[Attendance] = ()
    items: Sequence[PaperItem] = ()
    said: Sequence[Said] = ()
    next_meeting: NextMeeting | None = None
