"""A newer version of a plan held against the one that is kept: part by part, by their numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from answerable.core.plans.parts import Part
from answerable.core.plans.progress import DONE, DROPPED, NOT_STARTED, UNDER_WAY, WHOLE
from answerable.core.plans.values import STATE_WORDS, words_of

What = Literal["new", "changed", "dropped", "same"]

LABELS = {
    "text": "Text", "kind": "Kind", "parent": "Part of", "owner": "Owner", "due": "Due", "state": "State",
    "progress": "Per cent done", "measure": "Measure", "serves": "Serves",
    "note": "What was said of it",
}  # fmt: skip
"""The values of a part that a newer version can change, with their words."""

KEPT_WITHOUT_COLUMN = ("owner", "due", "measure", "serves")
"""What stays as it is where the newer version has no column for it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A part as it is kept: ``parent`` and ``serves`` are numbers, "" of none; ``note`` was said last."""

    number: str
    text: str
    kind: str
    parent: str = ""
    owner: str = ""
    due: dt.date | None = None
    state: str = NOT_STARTED
    progress: int | None = None
    measure: str = ""
    serves: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """``was`` is None of a new part, ``row`` None of one that the newer version does not have."""

    what: What
    was: Kept | None
    now: Kept
    row: int | None = None

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """What was and is now of each value that changes, in words."""
        if self.was is None:
            return []
        return [
            (label, said(name, getattr(self.was, name)), said(name, getattr(self.now, name)))
            for name, label in LABELS.items()
            if getattr(self.was, name) != getattr(self.now, name)
        ]

    @property
    def moved_on(self) -> bool:
        """Whether its state, its per cents or what is said of it are others: then its history gets a line."""
        if self.was is None:
            return self.now.state != NOT_STARTED or self.now.progress is not None or bool(self.now.note)
        return _how_far(self.was) != _how_far(self.now)


def _how_far(part: Kept) -> tuple[str, int | None, str]:
    return part.state, part.progress, part.note


def said(name: str, value: object) -> str:
    """A value in words: "31 March 2026", "75%", "nothing"."""
    if value in (None, ""):
        return "nothing"
    if isinstance(value, dt.date):
        return words_of(value)
    if name == "state":
        return STATE_WORDS[str(value)].lower()
    return f"{value}%" if name == "progress" else str(value)


def changes(kept: Sequence[Kept], parts: Sequence[Part], columns: Collection[str]) -> list[Change]:
    """What importing ``parts`` does to what is kept; ``columns`` are the fields that the file has.

    Parts that the file does not have are dropped, never deleted, and stand at the end.
    """
    held = {one.number.casefold(): one for one in kept}
    found = [_change(held.get(part.number.casefold()), part, columns) for part in parts]
    there = {part.number.casefold() for part in parts}
    gone = [one for one in kept if one.number.casefold() not in there and one.state != DROPPED]
    return [*found, *(Change("dropped", one, replace(one, state=DROPPED)) for one in gone)]


def _change(was: Kept | None, part: Part, columns: Collection[str]) -> Change:
    now = Kept(
        was.number if was else part.number,
        part.text,
        part.kind,
        part.parent,
        part.owner,
        part.due,
        state_after(was.state if was else None, part.state, part.progress),
        None,
        part.measure,
        part.serves,
        part.note or (was.note if was else ""),
    )
    if was:
        kept = {name: getattr(was, name) for name in KEPT_WITHOUT_COLUMN if name not in columns}
        now = replace(now, **kept)
    progress = progress_after(was.progress if was else None, now.state, part.progress)
    now = replace(now, progress=progress)
    what: What = "new" if was is None else "same" if was == now else "changed"
    return Change(what, was, now, part.row)


def state_after(was: str | None, said_state: str | None, progress: int | None) -> str:
    """The state of a part: as it is said; else as its per cents say; else as it was."""
    if said_state is not None:
        return said_state
    if progress is not None:
        return DONE if progress == WHOLE else UNDER_WAY if progress else NOT_STARTED
    return NOT_STARTED if was in (None, DROPPED) else str(was)


def progress_after(was: int | None, state: str, progress: int | None) -> int | None:
    """The per cents: as they are said; what is done without a word of them is whole."""
    if progress is not None:
        return progress
    return WHOLE if state == DONE else was


def counts(found: Sequence[Change]) -> Mapping[str, int]:
    """How many parts are new, changed, dropped and the same."""
    return {what: sum(one.what == what for one in found) for what in ("new", "changed", "dropped", "same")}


assert set(LABELS) == {one.name for one in fields(Kept)} - {"number"}
