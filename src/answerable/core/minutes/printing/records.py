"""A meeting record printed, so that reading it gives the record again."""

from __future__ import annotations

from typing import Any

from answerable.core.minutes.printing.comparing import (
    Parts,
    differing,
    first_difference,
    parts_by_group,
    same,
    telling,
)
from answerable.core.minutes.printing.forms import groups
from answerable.core.minutes.printing.furnishing import furnished
from answerable.core.minutes.printing.layout import Choices, Frame
from answerable.core.minutes.printing.paper import Paper
from answerable.core.minutes.printing.settling import ROUNDS, Attempt, Faults, settle
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.printing.taking import paper_of
from answerable.core.minutes.record import MeetingRecord
from answerable.core.minutes.sheet import Sheet
from answerable.core.refusal import Refusal

FEW_ROUNDS = 4
"""Enough for what can be mended where the record cannot come back whole in any case."""


class Unprintable(Refusal):
    """A record that no sheet says: its message names the line."""


def print_minutes(record: MeetingRecord, style: Style, *, exact: bool = True) -> Sheet:
    """The sheet whose reading is ``record``; raises Unprintable where there is none.

    Equal means as MEETING-RECORD.md has it: source, paragraph, furniture and warnings left out.
    ``exact=False`` gives the nearest sheet instead, as for a record that parts were taken out of.
    """
    made, faults = printed(record, style, ROUNDS if exact else FEW_ROUNDS)
    if faults and exact:
        raise Unprintable(_why(record, made, faults))
    return made.laid.sheet


def printed(record: MeetingRecord, style: Style, rounds: int = ROUNDS) -> tuple[Attempt, Faults]:
    """The nearest print of a record in so many rounds, and what of it would be read otherwise."""
    paper = paper_of(record)
    judge = _Judge(record, paper)
    made, faults = settle(paper, style, judge, judge.start, rounds)
    return (made if faults else furnished(paper, style, made)), faults


class _Judge:
    """Holds what is read against the record."""

    def __init__(self, record: MeetingRecord, paper: Paper) -> None:
        self.record = record
        self.groups = groups(paper)
        self.of_entry: list[int | None] = [at for at, group in enumerate(self.groups) for _ in group]
        self.wanted = parts_by_group(record, self.of_entry)

    def start(self, frame: Frame) -> Choices:
        """The owners of every action stand in the column, where there is one."""
        columns: dict[int, list[str]] = {}
        for action in self.record["actions"] if frame == "column" else ():
            at = self.of_entry[action["entry"]]
            if action["owners"] and at is not None:
                columns.setdefault(at, []).append("/".join(action["owners"]))
        return Choices(frame, columns=columns)

    def __call__(self, made: Attempt) -> Faults:
        got = made.record
        if same(got, self.record):
            return Faults()
        if made.blame.stray:
            return Faults(owners=set(made.blame.stray))
        parts = parts_by_group(got, made.blame.entries)
        faults = Faults()
        for at in differing(self.wanted, parts):
            (faults.owners if self._owners_only(at, parts, made) else faults.groups).add(at)
            if _own(self.wanted.get(at, [])) != _own(parts.get(at, [])):
                faults.misread.add(at)
        self._items(made, faults)
        self._lists(made, faults)
        meeting, wanted = got["meeting"], self.record["meeting"]
        faults.kind = meeting["kind"] != wanted["kind"]
        faults.title = (meeting["title"], meeting["forum"]) != (wanted["title"], wanted["forum"])
        if not faults:
            faults.rest = self._unlike(got)
        return faults

    def _owners_only(self, at: int, parts: Parts, made: Attempt) -> bool:
        if at in made.choices.pointed:
            return False
        return _less_owners(self.wanted.get(at, [])) == _less_owners(parts.get(at, []))

    def _items(self, made: Attempt, faults: Faults) -> None:
        """A paragraph that was taken for an item is to blame, else the frame."""
        got = [{**one, "source": []} for one in made.record["items"]]
        if got == [{**one, "source": []} for one in self.record["items"]]:
            return
        taken = {made.blame.group(one["source"]) for one in made.record["items"]} - {None}
        faults.groups |= {one for one in taken if one is not None}
        faults.frame = not taken

    def _lists(self, made: Attempt, faults: Faults) -> None:
        """Updates, figures and the next meeting hang on no entry: their words say where they stand."""
        for name in ("updates", "figures"):
            mine = [{**one, "source": []} for one in self.record[name]]
            others = [{**one, "source": []} for one in made.record[name]]
            odd = first_difference(mine, others)
            words = [one.get(part) for one in odd for part in ("action", "update", "text")]
            faults.groups |= telling(self.record, words, self.of_entry, name == "updates")

    def _unlike(self, got: MeetingRecord) -> str:
        for name in ("meeting", "attendance", "next_meeting", "updates", "figures", "items"):
            if got[name] != self.record[name]:
                return name
        return "entries"


def _own(parts: list[Any]) -> list[Any]:
    entries = [one for one in parts if isinstance(one, dict)]
    return [(one["kind"], one["text"], one["speakers"]) for one in entries]


def _less_owners(parts: list[Any]) -> list[Any]:
    return [
        (one[0], {**one[1], "owners": [], "due": []})
        if isinstance(one, tuple) and one[0] == "action"
        else one
        for one in parts
    ]


def _why(record: MeetingRecord, made: Attempt, faults: Faults) -> str:
    at = min(faults.groups | faults.owners, default=None)
    if at is None:
        return (
            f"These minutes cannot be printed so that they read the same: see their {faults.rest or 'items'}."
        )
    group = groups(paper_of(record))[at]
    words = " ".join(record["entries"][group[0]]["text"].split()[:12])
    return f"This line cannot be printed so that it reads the same: “{words}”. Change it, or its kind."
