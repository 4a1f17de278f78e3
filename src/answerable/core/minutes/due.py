"""Words of time in an action or a promise: what they are, and the last day on which it would still be kept.

``find_dues`` is the one entrance. The forms it knows stand in tables, a file each: ``due_days``,
``due_months``, ``due_years``, ``due_intervals``, and ``due_events`` (meetings and events).
``tests/spec/test_due_words.py`` prints them with their dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from answerable.core.minutes.due_days import DAY_FORMS
from answerable.core.minutes.due_events import EVENT_FORMS, MEETING_FORMS
from answerable.core.minutes.due_forms import Form, FoundDue, Said, words_of
from answerable.core.minutes.due_intervals import INTERVAL_FORMS
from answerable.core.minutes.due_months import MONTH_FORMS
from answerable.core.minutes.due_years import YEAR_FORMS
from answerable.core.minutes.record import Due

_DATED = (*MEETING_FORMS, *DAY_FORMS, *MONTH_FORMS, *YEAR_FORMS, *INTERVAL_FORMS)
_FORMS = (*_DATED, *EVENT_FORMS)
_BY_WORD: dict[str, list[int]] = {}
for _at, _form in enumerate(_FORMS):
    for _word in _form.words:
        _BY_WORD.setdefault(_word, []).append(_at)
_KNOWN = frozenset(_BY_WORD)
"""Words that a form has; most sentences have none, or the words of two or three forms."""

_SPACED_PREPOSITIONS = ("by ", "in ", "at ")


def find_dues(text: str, said_on: date | None, *, next_meeting: date | None = None) -> list[FoundDue]:
    """The words of time in ``text`` that say when something is due, in the order printed.

    ``said_on`` is the day of the meeting: without it only what names its year has a date. ``next_meeting``
    dates "by the next meeting" and a meeting that is named by its month; without it these have the date
    None, or the month's end. Words about the past, spans of data ("the March report") and rates ("once a
    month") are no dues. No two overlap; a text without any gives an empty list.
    """
    forms = _forms(words_of(text))
    if not forms:
        return []
    said = Said(said_on, next_meeting)
    found = _without_overlap(_read([_FORMS[at] for at in forms if at < len(_DATED)], text, said))
    events = [_FORMS[at] for at in forms if at >= len(_DATED)]
    return sorted(found + _beside(found, _read(events, text, said))) if events else found


def _forms(words: set[str]) -> list[int]:
    """The forms that can stand in a text of these words, in their order."""
    known = words & _KNOWN
    if not known:
        return []
    able = {at for word in known for at in _BY_WORD[word]}
    return sorted(at for at in able if not _FORMS[at].also or not words.isdisjoint(_FORMS[at].also))


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
            start, end = match.span("due")
            while end > start and (text[end - 1] in ".," or text[end - 1].isspace()):
                end -= 1
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
