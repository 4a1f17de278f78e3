"""The day on which something was done, from the words in which a meeting was told of it.

Minutes note in March what was sent in January: whether a promise was kept is a matter of January.
"""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from answerable.core.minutes.dates import PrintedDate, find_dates

_BEFORE = re.compile(r"(?:\b(?:on|of|since|dated|was|were)\s+(?:the\s+)?|\()$", re.IGNORECASE)
"""What stands before the day of something that happened: "sent on 26 June", "2 (17 September)"."""

_ABOUT_ANOTHER_DAY = re.compile(
    r"\b(?:will|would|is to|are to|due|expected|planned|scheduled|promised|asked for|target|deadline|instead"
    r"|next|meets|publishe[sd] again|hoped)\b(?:\W+\w+){0,6}\W*$",
    re.IGNORECASE,
)
"""Words that make the day one that was set or is to come."""

_SENTENCES = re.compile(r"(?<=[.;!?])\s+")

FURTHEST = relativedelta(months=18)
"""No update tells of something that was done longer ago: the day is about something else."""


def done_on(text: str, said_on: date) -> date | None:
    """The first day up to ``said_on`` on which an update says that something was done; None where none is."""
    for sentence in _SENTENCES.split(text):
        for printed in find_dates(sentence):
            found = _last(printed, said_on) if _happened(sentence[: printed.start]) else None
            if found is not None:
                return found
    return None


def _happened(before: str) -> bool:
    """Do the words before a date make it the day of something that happened?"""
    found = _BEFORE.search(before)
    return found is not None and not _ABOUT_ANOTHER_DAY.search(before[: found.start()])


def _last(printed: PrintedDate, said_on: date) -> date | None:
    """The day that is meant: with no year printed, the last such day that had come by then."""
    if printed.day is None:
        return None
    years = (printed.year,) if printed.year else (said_on.year, said_on.year - 1)
    days = (printed.on(year) for year in years)
    return next((day for day in days if day is not None and said_on - FURTHEST <= day <= said_on), None)
