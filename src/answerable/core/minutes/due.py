"""Words of time in an action or a promise: what they are, and the last day on which it would still be kept.

``find_dues`` is the one entrance. The forms it knows stand in tables, a file each: ``due_days``,
``due_months``, ``due_years``, ``due_intervals``, and ``due_events`` (meetings and events).
``tests/spec/test_due_words.py`` prints them with their dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from answerable.core.minutes.due_days import DAY_FORMS
from answerable.core.minutes.due_events import EVENT_FORMS, MEETING_FORMS
from answerable.core.minutes.due_forms import Form, FoundDue, Said
from answerable.core.minutes.due_intervals import INTERVAL_FORMS
from answerable.core.minutes.due_months import MONTH_FORMS
from answerable.core.minutes.due_years import YEAR_FORMS
from answerable.core.minutes.record import Due

_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_TABLES: tuple[tuple[frozenset[str], str | None, tuple[Form, ...]], ...] = (
    (_MONTHS | frozenset(["nex", "fol"]), None, MEETING_FORMS),
    (
        _MONTHS | frozenset("mon tue wed thu fri sat sun day tod tom sam eas chr cop cob clo w".split()),
        r"\d[./-]\d|\d\s?(?:st|nd|rd|th)\b",
        DAY_FORMS,
    ),
    (_MONTHS | frozenset(["spr", "sum", "aut", "win"]), None, MONTH_FORMS),
    (frozenset(["qua", "yea", "fin"]), r"\bq\s?[1-4]|\b20\d\d|\d\d\s?[/–-]\s?\d\d", YEAR_FORMS),
    (frozenset(["hou", "day", "wee", "for", "mon", "qua", "yea"]), None, INTERVAL_FORMS),
)
"""The forms, behind what each of their table has in it: the first three letters of a word, or figures.

Most sentences meet one table or none, and three letters of each word are looked up faster than searched for.
"""
_EVENTS = frozenset(
    "onc whe unt aft fol bef pri ahe upo com rec soo asa urg due cou ear imm tim pen sub".split()
)
_FIGURES = tuple(re.compile(figures) if figures else None for _, figures, _ in _TABLES)
_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"[0-9]")
_SPACED_PREPOSITIONS = ("by ", "in ", "at ")


def find_dues(text: str, said_on: date | None, *, next_meeting: date | None = None) -> list[FoundDue]:
    """The words of time in ``text`` that say when something is due, in the order printed.

    ``said_on`` is the day of the meeting: without it only what names its year has a date. ``next_meeting``
    dates "by the next meeting" and a meeting that is named by its month; without it these have the date
    None, or the month's end. Words about the past, spans of data ("the March report") and rates ("once a
    month") are no dues. No two overlap; a text without any gives an empty list.
    """
    lower = text.lower()
    starts = {word[:3] for word in _WORD.findall(lower)}
    forms = _forms(lower, starts)
    events = EVENT_FORMS if starts & _EVENTS or "a.s.a.p" in lower else ()
    if not forms and not events:
        return []
    said = Said(said_on, next_meeting)
    found = _without_overlap(_read(forms, text, said))
    found += _beside(found, _read(events, text, said))
    return sorted(found)


def _forms(lower: str, starts: set[str]) -> list[Form]:
    """The forms that can stand in a text, by the starts of its words and its figures."""
    digits = _DIGIT.search(lower) is not None
    found: list[Form] = []
    for (words, _, forms), figures in zip(_TABLES, _FIGURES, strict=True):
        if starts & words or (digits and figures is not None and figures.search(lower)):
            found.extend(forms)
    return found


def read_due_cell(text: str, said_on: date | None, *, next_meeting: date | None = None) -> list[Due]:
    """The dues of a cell or field that holds nothing else: "September", "30/06", "Q2", "2-3 weeks", "ASAP".

    Words that stand for no time ("Ongoing", "TBC") give an empty list.
    """
    found = find_dues(text, said_on, next_meeting=next_meeting)
    for word in _SPACED_PREPOSITIONS:
        if found:
            break
        for due in find_dues(word + text, said_on, next_meeting=next_meeting):
            printed = due.due["text"].removeprefix(word)
            found.append(due._replace(due={**due.due, "text": printed}))
    return [due.due for due in found]


def _read(forms: Sequence[Form], text: str, said: Said) -> Iterator[FoundDue]:
    for form in forms:
        for match in form.pattern.finditer(text):
            meaning = form.read(match, said)
            if meaning is None:
                continue
            start, end = match.start("due"), match.start("due") + len(match["due"].rstrip(" .,"))
            due: Due = {"text": text[start:end], "date": None, "precision": meaning.precision}
            if meaning.day is not None:
                due["date"] = meaning.day.isoformat()
            yield FoundDue(start, end, due)


def _without_overlap(found: Iterator[FoundDue]) -> list[FoundDue]:
    """Of what overlaps the one that starts first, of those the longest."""
    kept: list[FoundDue] = []
    for one in sorted(found, key=lambda due: (due.start, -due.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _beside(dated: list[FoundDue], events: Iterator[FoundDue]) -> list[FoundDue]:
    """The events that no date stands in: "once agreed in June" is due in June."""
    free = (one for one in events if all(one.end <= due.start or one.start >= due.end for due in dated))
    return _without_overlap(free)
