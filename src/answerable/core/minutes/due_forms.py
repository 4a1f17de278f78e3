"""What a form of due words is made of, and the words that several forms share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

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
    """A shape of words: its pattern, whose group ``due`` is what is printed, and what it means."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Said], Meaning | None]


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
