"""What is to come back to a later meeting: "bring back in six months", "to be reviewed again in the autumn".

The rule: the subject itself returns. Somebody's reporting back on it is an action and nothing more, so an
action counts only where it says that its subject comes back, or is looked at again; in what is said in a
meeting "a further update to the March meeting" counts too. It says when, by a day or by a meeting: what
comes back "as needed" does not return by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from answerable.core.minutes.dates import next_month_end
from answerable.core.minutes.due import find_dues
from answerable.core.minutes.due_months import SEASON_END
from answerable.core.minutes.record import Due
from answerable.core.minutes.sentences import sentence_spans

HINTS = ("back", "again", "revisit", "return", "further update", "update to ", "update at ", "next review")
"""One of these is in every sentence that brings something back."""

_GATHERING = r"(?:meeting|board|panel|committee|forum|session)"
_RETURNS = re.compile(
    r"\b(?:bring|brings|bringing|brought|com(?:e|es|ing)|put|taken|presented|returned) (?:\w+ ){0,4}?back\b"
    r"|\brevisit(?:ed|ing|s)?\b"
    r"|\breturn(?:s|ing|ed)? to (?:this|it|the (?:subject|matter|item|issue|topic|theme|question)"
    rf"|(?:the )?(?:\w+ ){{0,3}}{_GATHERING})\b"
    r"|\b(?:review|reviewed|look|looked|looking|consider|considered|discuss|discussed|examine|examined|test"
    r"|tested|assess|assessed|ask|raise|raised|take|taken) (?:\w+ ){0,6}?again\b",
    re.IGNORECASE,
)
"""The subject comes back, whoever says so."""

_UPDATE = re.compile(
    r"\b(?:further|progress|next|another|final) (?:update|report|review)s? (?:\w+ ){0,3}?"
    r"(?:to|at|in|for|by)\b"
    rf"|\bupdate (?:to|at) the (?:next|\w+) (?:\w+ ){{0,2}}?{_GATHERING}\b"
    r"|\bnext review(?:ed)?\b",
    re.IGNORECASE,
)
"""A subject that is told of again, in speech and decisions; in an action it is the action."""

_NOT = re.compile(
    r"\b(?:report(?:s|ed|ing)?|feed(?:ing)?|get(?:s|ting)?|call(?:s|ed|ing)?|written?|write|hold(?:ing)?|held"
    r"|pull(?:ed)?|push(?:ed)?|dat(?:es|ing)|go(?:es|ing)?|went|look(?:ed|ing)?) back\b"
    r"|\b(?:officers?|victims?|callers?|staff|people|they|who) (?:\w+ )?"
    r"(?:came|come|comes|coming|had come|went|are|were) (?:\w+ )?(?:back|again)\b"
    r"|\bback (?:pay|log|office|up)\b|\b(?:will|would|is to|are to|to) return (?:for|in|on)\b"
    r"|\b(?:came|was|were|had|has been|have been) (?:\w+ ){0,3}?(?:back|again)\b"
    r"(?!.{0,40}\b(?:will|would|to be)\b)",
    re.IGNORECASE,
)
"""People who come back, what came back already, and reporting back."""

_NEXT_MEETING = re.compile(
    r"\b(?:to|at|for|by) (?:the|our|its) (?:next|following|future|subsequent)\b(?: \w+){0,3}? "
    rf"{_GATHERING}\b",
    re.IGNORECASE,
)


_IN_SEASON = re.compile(
    r"\b(?:to|at|for|by|in) (?:the |our |its )?(?P<season>spring|summer|autumn|winter) "
    rf"{_GATHERING}\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\bbring(?:ing)? back (?:\w+ ){0,3}?"
    r"(?:reports?|papers?|plans?|proposals?|figures|data|numbers|options?|updates?)\b",
    re.IGNORECASE,
)
"""What an action brings: a document that somebody is to write."""

NEARLY_OVER = relativedelta(months=1)
"""A season with less than this left is not meant: "the autumn meeting" of late November is next year's."""

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
"""How long a due of a precision is: what comes back "in Q3" can come back from its first day on."""


class Return(NamedTuple):
    """A subject that comes back: the sentence, and from which day on.

    ``due`` None: at the next meeting, whenever that is.
    """

    text: str
    due: date | None
    due_text: str


def returns(
    text: str, said_on: date | None, *, is_action: bool = False, next_meeting: date | None = None
) -> Iterator[Return]:
    """What an entry says is to come back, in the order printed.

    ``said_on`` is the day of its meeting. Of several dues of one sentence each is a return of its own.
    """
    lower = text.lower()
    if not any(hint in lower for hint in HINTS):
        return
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        at = _where(sentence, is_action=is_action)
        if at is not None:
            yield from _dated(sentence, at, said_on, next_meeting)


def _where(sentence: str, *, is_action: bool) -> int | None:
    """Where the sentence says that something returns; None where it does not."""
    if _NOT.search(sentence) or (is_action and _DOCUMENT.search(sentence)):
        return None
    found = _RETURNS.search(sentence) or (None if is_action else _UPDATE.search(sentence))
    return found.start() if found else None


def _dated(sentence: str, at: int, said_on: date | None, next_meeting: date | None) -> Iterator[Return]:
    """The returns of a sentence: those whose day stands behind the word, else the first before it."""
    found = [
        (one.start, day, one.due["text"])
        for one in find_dues(sentence, said_on, next_meeting=next_meeting)
        if (day := _first_day(one.due, said_on)) is not None
    ]
    behind = [one for one in found if one[0] >= at]
    for _, day, words in behind or found[:1]:
        yield Return(sentence, day, words)
    if found:
        return
    if (season := _IN_SEASON.search(sentence)) and said_on is not None:
        end = next_month_end(SEASON_END[season["season"].lower()], said_on + NEARLY_OVER)
        yield Return(sentence, max(end.replace(day=1) - relativedelta(months=2), said_on), season[0])
    elif named := _NEXT_MEETING.search(sentence):
        yield Return(sentence, None, named[0])


def _first_day(due: Due, said_on: date | None) -> date | None:
    """The first day of a due that is still to come; None where it has none, or is over."""
    if due["date"] is None:
        return None
    last = date.fromisoformat(due["date"])
    if said_on is not None and last <= said_on:
        return None
    months = MONTHS_OF.get(due["precision"], 0)
    first = last.replace(day=1) - relativedelta(months=months - 1) if months else last
    return max(first, said_on) if said_on is not None else first
