"""What a finished reading is asked once more: owners, abbreviations, numbers of actions, an agenda.

The reader reports and a person decides: nothing here changes the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answerable.core.minutes.document import Line
from answerable.core.minutes.record import Action, Attendance
from answerable.core.minutes.units import FoundAction
from answerable.core.minutes.voices import Voices

Notice = tuple[str, str, Sequence[Line]]
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][a-z]?")


def check_actions(
    actions: Sequence[Action],
    found: Sequence[FoundAction],
    voices: Voices,
    attendance: Sequence[Attendance],
    explained: frozenset[str],
) -> Iterator[Notice]:
    """Owners that are missing or unknown. ``explained``: abbreviations that the text itself explains."""
    told: set[str] = set()
    for action, at in zip(actions, found, strict=True):
        lines = at.text.lines()
        if not action["owners"]:
            yield "owner-missing", f"No owner is named for “{_short(action['text'])}”.", lines
        for owner in action["owners"]:
            if owner in told or owner in explained or voices.explains(owner):
                continue
            told.add(owner)
            where = [line for mark in at.marks for line in mark.place.lines()] or lines
            if _INITIALS.fullmatch(owner):
                yield "abbreviation-unknown", _unexplained(owner, attendance), where
            else:
                yield "owner-unknown", f"“{owner}” is not on the attendance list and is no known post.", where


def _unexplained(owner: str, attendance: Sequence[Attendance]) -> str:
    same = [person["name"] for person in attendance if _initials(person["name"]) == owner.upper()]
    hint = f" It may be {same[0]}." if len(same) == 1 else ""
    return f"“{owner}” is never explained.{hint}"


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z][\w'’-]+", name))


def check_numbers(found: Sequence[FoundAction]) -> Iterator[Notice]:
    """Actions' own numbers ("Action 7:") that leave one out or go back."""
    numbered = [(int(action.label), action) for action in found if action.label and action.label.isdigit()]
    for (before, _), (number, action) in pairwise(numbered):
        if number not in (before + 1, 1):
            message = f"Action {number} is printed where action {before + 1} would be next."
            yield "number-out-of-order", message, action.text.lines()


_EXPLAINED = re.compile(r"\(([A-Z][A-Za-z&/]{1,9})\)")


def explained_in(text: str) -> frozenset[str]:
    """Abbreviations that a text explains in brackets ("Local Criminal Justice Board (LCJB)")."""
    return frozenset(_EXPLAINED.findall(text))


def _short(text: str, words: int = 9) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
