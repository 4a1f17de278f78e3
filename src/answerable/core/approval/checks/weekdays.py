"""A weekday that does not fit its date sends somebody to the wrong meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from answerable.core.approval.checks.given import Finding, Given, Mend, Rewrite, at_entry

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(DAYS)}),? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? "
    rf"(?P<month>{'|'.join(MONTHS)})\b(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)


def check(given: Given) -> Iterator[Finding]:
    """Dates with another weekday than theirs; one without a year may be of the year before or after."""
    for index, entry in given.said():
        for found in _DATED.finditer(entry["text"]):
            days = list(_meant(found, given.day))
            if not days or any(DAYS[day.weekday()] == found["weekday"] for day in days):
                continue
            day = min(days, key=lambda one: abs(one - given.day))
            right = DAYS[day.weekday()]
            change = Rewrite(index, found[0], found[0].replace(found["weekday"], right, 1))
            yield Finding(
                f"{day.day} {day:%B %Y} is a {right}, and “{found[0]}” says {found['weekday']}.",
                at_entry(index),
                Mend(f"Write {right}", change),
            )


def _meant(found: re.Match[str], meeting: date) -> Iterator[date]:
    """The days that are meant: in the year that is written, else the ones nearest to the meeting."""
    years = [int(found["year"])] if found["year"] else range(meeting.year - 1, meeting.year + 2)
    for year in years:
        try:
            day = date(year, MONTHS.index(found["month"]) + 1, int(found["day"]))
        except ValueError:
            continue
        if found["year"] or abs((day - meeting).days) <= _A_YEAR:
            yield day


_A_YEAR = 366  # days: a date without a year is within one of the meeting
