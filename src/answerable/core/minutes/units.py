"""Units: the pieces that paragraphs are cut into while minutes are read, before they become entries."""

from __future__ import annotations

from dataclasses import dataclass, field

from answerable.core.minutes.cues import NO_CUE, Cue
from answerable.core.minutes.owners import OwnerMark
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import EntryKind


@dataclass(slots=True, eq=False)
class Unit:
    """A sentence, or a whole line where it is one thing.

    ``place`` is all that is printed (marker too), ``text`` what the record shows; ``speech`` says that the
    sentence may be part of an exchange, ``silent`` that it is a speaker's name alone; ``bullet`` that its
    paragraph is a list item; ``told`` that the writer's own word gives the kind.
    """

    place: Passage
    text: str
    item: int | None
    heading: str | None
    paragraph: int
    kind: EntryKind
    cue: Cue = NO_CUE
    speakers: tuple[str, ...] = ()
    speech: bool = False
    bullet: bool = False
    opens: bool = False
    alone: bool = False
    silent: bool = False
    told: bool = False
    entry: int = -1
    beside: tuple[float, float] = (0.0, 0.0)
    scope: int = 0


@dataclass(slots=True, eq=False)
class FoundAction:
    """An action as read: ``text`` without its marker, with the unit that it stands in.

    ``due``: the cell of a table that says when; ``from_table``: the action is a row of such a table.
    ``item``: the agenda item that the table says it is of, where it stands elsewhere.
    """

    unit: Unit
    text: Passage
    label: str | None
    number: int | None
    beside: tuple[float, float] | None
    named: tuple[str, ...] = ()
    marks: list[OwnerMark] = field(default_factory=list)
    scope: int = 0
    due: Passage | None = None
    from_table: bool = False
    item: int | None = None


@dataclass(slots=True, eq=False)
class FoundUpdate:
    """An update as read: what was to be done, what is said of it now."""

    meeting: str | None
    item: str | None
    action: Passage
    update: Passage | None
    status_text: str
    owners: tuple[str, ...] = ()
