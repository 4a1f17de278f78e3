"""What a form of due words is made of, and the words that several forms share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from answerable.core.minutes.dates import MONTH_NAMES, WEEKDAY_NAMES
from answerable.core.minutes.record import Due, Precision


class FoundDue(NamedTuple):
    """A due whose words are ``text[start:end]``."""

    start: int
    end: int
    due: Due


@dataclass(frozen=True, slots=True)
class Said:
    """The meeting at which the words were said, and the day of the next one where it is known."""

    on: date | None
    next_meeting: date | None = None

    def is_past(self, day: date) -> bool:
        return self.on is not None and day < self.on


class Meaning(NamedTuple):
    """``day`` is None for what hangs on an event, or cannot be dated without the meeting's date."""

    day: date | None
    precision: Precision


class Form(NamedTuple):
    """A shape of words: its pattern, whose group ``due`` is what is printed, and what it means.

    One of ``words`` stands in every text that the pattern matches, and one of ``also`` (empty: nothing more
    is known): words are looked up far faster than a pattern is searched for. Lower case; ``words_of`` says
    which figures count as words.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Said], Meaning | None]
    words: frozenset[str]
    also: frozenset[str] = frozenset()


DIGIT, FIGURES, NTH, FOUR_DIGITS = "0", "0/0", "0th", "2000"
"""What figures count as: any digit, "30/06" and "2.5", "14th", a year in full."""

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"[0-9]")
_FIGURES = (
    (FIGURES, re.compile(r"\d\s?[./–-]\s?\d")),
    (NTH, re.compile(r"\d\s?(?:st|nd|rd|th)")),
    (FOUR_DIGITS, re.compile(r"\b(?:19|20)\d\d")),
)


def words_of(text: str) -> set[str]:
    """The words of a text in lower case, and what its figures count as."""
    lower = text.lower()
    words = set(_WORD.findall(lower))
    if _DIGIT.search(lower):
        words.add(DIGIT)
        words.update(mark for mark, pattern in _FIGURES if pattern.search(lower))
    return words


def any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = frozenset(
    word for name in MONTH_NAMES for word in (name.lower(), name[:3].lower())
) | {"sept"}  # fmt: skip
WEEKDAYS = frozenset(name.lower() for name in WEEKDAY_NAMES)
UNITS = any_of("hour hours day days week weeks fortnight fortnights month months quarter quarters year years")


LIMIT = r"(?:by|before|until|till|no later than|not later than|prior to|ahead of|in time for|due(?: by| on)?)"
"""Words that make a date a limit, whether it is past or to come."""

BEFORE = re.compile(r"^(?:before|prior to|ahead of)\b", re.IGNORECASE)

NOT_LIMIT = r"(?:in|at|on|during|for|around|throughout|within|over|later in|sometime in)"
"""Words that place a thing in time: a limit only where that time is to come."""

SHORT_YEAR = r"['’]?\d\d(?![\d%:/]|\.\d|\s?(?:st|nd|rd|th)\b)"

END_OF = r"(?:the\s+)?(?:very\s+)?(?:end|close)(?:\s+of)?\s+(?:the\s+)?(?:month\s+of\s+)?"

PART = (
    rf"(?:(?P<end>{END_OF})|(?P<start>(?:the\s+)?(?:beginning|start)\s+of\s+(?:the\s+)?)"
    r"|(?P<middle>(?:the\s+)?(?:middle\s+of\s+|mid[\s-]?)(?:the\s+)?)"
    r"|(?P<early>early(?:\s+in)?\s+)|(?P<late>late(?:\s+in)?\s+))"
)
"""The part of a month or a year that is meant, in a group of its own."""

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
}  # fmt: skip

DATA_NOUN = (
    r"(?:data|figures?|reports?|performance|results?|returns?|survey|statistics|stats|accounts?|budgets?"
    r"|monitoring|dashboard|position|update|period|plan|strategy|settlement|precept|programme|minutes"
    r"|target|targets|allocation|uplift|outturn|forecast|total|average|cohort|intake|baseline|levels?)\b"
)
"""What a span of time can belong to without being a due: "the Q3 figures", "the budget for 22/23"."""


def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
