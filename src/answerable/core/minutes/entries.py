"""The record made from what the walk found: entries, exchanges, actions, updates and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, pairwise

from answerable.core.minutes import action_owners
from answerable.core.minutes.dates import find_dates
from answerable.core.minutes.document import Document, Line
from answerable.core.minutes.due import find_dues, read_due_cell
from answerable.core.minutes.figures import find_figures
from answerable.core.minutes.matters import status_of
from answerable.core.minutes.next_meeting import read_next_meeting
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.passage import Passage, lines_of, places
from answerable.core.minutes.promises import arranged, may_be_arranged, names_a_time, promise
from answerable.core.minutes.record import (
    Action,
    Commitment,
    Due,
    Entry,
    Exchange,
    Figure,
    Item,
    NextMeeting,
    Place,
    Update,
)
from answerable.core.minutes.sentences import sentence_spans
from answerable.core.minutes.speech import Turn, answered_by, asked_by, stance
from answerable.core.minutes.units import FoundAction, FoundUpdate, Unit

LAST_UNITS = 12  # sentences at the end among which one may speak of the next meeting
_ABOUT_NEXT = re.compile(
    r"\bnext (?:[\w&]+ ){0,4}?(?:meeting|board|panel|committee|session|forum)\b(?! (?:of|in) )", re.I
)
Notices = Sequence[tuple[str, str, Sequence[Line]]]


class Made:
    """One reading's parts, each made once."""

    def __init__(self, document: Document, book: Notebook, turns: list[Turn], said_on: date | None) -> None:
        self.document = document
        self.book = book
        self.turns = turns
        self.said_on = said_on
        self.problems: list[tuple[str, str, Passage]] = []
        self.next_date: date | None = None
        self.loose = action_owners.settle(book, self.problems)
        self.groups = _group(book.units)

    def items(self) -> list[Item]:
        return [
            {
                "number": ".".join(item.path) if item.path else None,
                "label": item.label,
                "title": item.title,
                "level": item.level,
                "kind": item.kind,
                "assurance": item.assurance,
                "source": self._places(item.place),
            }
            for item in self.book.outline.items
        ]

    def entries(self) -> list[Entry]:
        return [self._entry(group) for group in self.groups]

    def _entry(self, group: list[Unit]) -> Entry:
        first = group[0]
        alone = len(group) == 1
        return {
            "item": first.item,
            "heading": first.heading,
            "paragraph": first.paragraph,
            "kind": first.kind,
            "text": first.text if alone else " ".join(unit.text for unit in group),
            "speakers": list(dict.fromkeys(chain.from_iterable(unit.speakers for unit in group))),
            "source": places(self.document.text, lines_of(unit.place for unit in group)),
        }

    def exchanges(self) -> list[Exchange]:
        return [
            {
                "item": turn.question[0].item,
                "heading": turn.question[0].heading,
                "asked_by": asked_by(turn),
                "question": " ".join(unit.text for unit in turn.question),
                "answered_by": answered_by(turn),
                "response": " ".join(unit.text for unit in turn.response),
                "stance": stance(turn),
                "entries": sorted({unit.entry for unit in (*turn.question, *turn.response)}),
            }
            for turn in self.turns
        ]

    def actions(self) -> list[Action]:
        return [
            {
                "item": action.unit.item if action.item is None else action.item,
                "heading": action.unit.heading if action.item is None else None,
                "label": action.label,
                "text": action.text.text,
                "owners": action_owners.owners(action, self.book.voices),
                "owners_source": [place for mark in action.marks for place in self._places(mark.place)],
                "due": self._action_dues(action),
                "entry": action.unit.entry,
                "source": self._places(action.text),
            }
            for action in self.book.actions
        ]

    def _action_dues(self, action: FoundAction) -> list[Due]:
        """A table's due cell says when, else the action's own words."""
        if action.due is not None:
            return read_due_cell(action.due.text, self.said_on, next_meeting=self.next_date)
        return self._dues(action.text.text)

    def _dues(self, text: str) -> list[Due]:
        return [found.due for found in find_dues(text, self.said_on, next_meeting=self.next_date)]

    def updates(self) -> list[Update]:
        return [self._update(found) for found in self.book.updates]

    def _update(self, found: FoundUpdate) -> Update:
        pieces = [found.action] + ([found.update] if found.update else [])
        return {
            "meeting": found.meeting or None,
            "item": found.item,
            "action": found.action.text,
            "update": found.update.text if found.update else "",
            "status": status_of(found.status_text),
            "source": [place for piece in pieces for place in self._places(piece)],
        }

    def commitments(self) -> list[Commitment]:
        found: list[Commitment] = []
        speaker: tuple[str, ...] = ()
        for unit in self.book.units:
            speaker = unit.speakers or (speaker if unit.kind == "response" else ())
            if unit.kind == "update":
                found += self._promised_in_update(unit)
            elif unit.kind == "commitment" or (unit.speech and unit.kind in ("response", "note")):
                dues = self._promised(unit.text, sure=unit.kind == "commitment")
                if dues is not None:
                    found.append(
                        self._commitment(unit, unit.place, unit.text, unit.speakers or speaker, dues)
                    )
        return found

    def _promised_in_update(self, unit: Unit) -> Iterator[Commitment]:
        """What is said of an earlier action can promise again; here only what has a day is taken for that."""
        before = len(unit.place.text) - len(unit.text)
        for start, end in sentence_spans(unit.text) if names_a_time(unit.text) else ():
            text = unit.text[start:end]
            dues = self._promised(text) if self._is_answer(text) else None
            if dues and any(self._is_ahead(one) for one in dues):
                place = unit.place.cut(before + start, before + end)
                yield self._commitment(unit, place, text, (), dues)

    def _is_answer(self, text: str) -> bool:
        """Whether it stands in what is said of an earlier action, not in that action's own words."""
        return any(one.update is not None and text in one.update.text for one in self.book.updates)

    def _promised(self, text: str, *, sure: bool = False) -> list[Due] | None:
        """The dues of what a sentence promises; None where it promises nothing."""
        told = promise(text)
        if sure or told == "certain":
            return self._dues(text)
        if told is None and not may_be_arranged(text):
            return None
        found = find_dues(text, self.said_on, next_meeting=self.next_date)
        ahead = [one for one in found if self._is_ahead(one.due)]
        promises = told == "dated" or any(arranged(text, one.start) for one in ahead)
        return [one.due for one in found] if ahead and promises else None

    def _is_ahead(self, due: Due) -> bool:
        return due["date"] is not None and (self.said_on is None or due["date"] >= self.said_on.isoformat())

    def _commitment(
        self, unit: Unit, place: Passage, text: str, by: Sequence[str], due: list[Due]
    ) -> Commitment:
        return {
            "item": unit.item,
            "by": list(by),
            "text": text,
            "due": due,
            "entry": unit.entry,
            "source": self._places(place),
        }

    def figures(self) -> list[Figure]:
        return [
            figure for unit in self.book.units if unit.speech or unit.told for figure in self._figures(unit)
        ]

    def _figures(self, unit: Unit) -> list[Figure]:
        return [
            {
                "item": unit.item,
                "measure": one.measure,
                "area": None,
                "value": one.value,
                "to": one.to,
                "approximate": one.approximate,
                "unit": one.unit,
                "kind": one.kind,
                "text": unit.text,
                "source": self._places(unit.place),
            }
            for one in find_figures(unit.text)
        ]

    @cached_property
    def _next_units(self) -> list[Unit]:
        wanted = [i for i, item in enumerate(self.book.outline.items) if item.kind == "next_meeting"]
        return [unit for unit in self.book.units if unit.item is not None and unit.item in wanted[-1:]]

    def next_meeting(self) -> NextMeeting | None:
        """The next meeting; its date then dates "by the next meeting" in what is read after it."""
        units = self._next_units or self._closing_units()
        pieces = [_words_of(unit) for unit in units] or self._next_title()
        found = read_next_meeting(pieces, self.said_on)
        if found is not None:
            self.next_date = date.fromisoformat(found["date"]) if found["date"] else None
            found["source"] = [place for piece in pieces for place in self._places(piece)]
        return found

    def _next_title(self) -> list[Passage]:
        """An item "Date of next meeting: 13 January 2026" with nothing under it."""
        for item in reversed(self.book.outline.items):
            if item.kind == "next_meeting" and find_dates(item.title):
                return [item.place.cut(max(item.place.text.find(item.title), 0))]
        return []

    def _closing_units(self) -> list[Unit]:
        """Where no item is about the next meeting, a sentence that speaks of it."""
        last = self.book.units[-LAST_UNITS:]
        return [unit for unit in last if _ABOUT_NEXT.search(unit.text) and find_dates(unit.text)][-1:]

    def furniture(self) -> list[tuple[str, Sequence[Line]]]:
        return [(place.text, place.lines()) for place in (*self.book.furniture, *self.loose)]

    def notices(self) -> Notices:
        found = (*self.book.outline.problems, *self.book.problems, *self.problems)
        return [(code, message, place.lines()) for code, message, place in found]

    def _places(self, place: Passage) -> list[Place]:
        return places(self.document.text, place.lines())


def _words_of(unit: Unit) -> Passage:
    """What a unit says, the writer's word before it left out."""
    return unit.place.cut(len(unit.place.text) - len(unit.text)) if unit.told else unit.place


def _group(units: Sequence[Unit]) -> list[list[Unit]]:
    """Neighbours of one paragraph, kind and speaker make one entry."""
    groups: list[list[Unit]] = []
    if units:
        groups.append([units[0]])
    for before, unit in pairwise(units):
        if _one_entry(before, unit):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    for index, group in enumerate(groups):
        for unit in group:
            unit.entry = index
    return groups


def _one_entry(before: Unit, unit: Unit) -> bool:
    if before.alone or unit.alone or before.paragraph != unit.paragraph or before.kind != unit.kind:
        return False
    return before.item == unit.item and (not unit.speakers or unit.speakers == before.speakers)
