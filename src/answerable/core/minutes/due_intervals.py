"""Dues that are counted from the meeting: "in three months", "within 28 days", "next week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from answerable.core.minutes.due_forms import (
    COUNTS,
    UNITS,
    Form,
    Meaning,
    Said,
    any_of,
    compiled,
)

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
_COUNTED = rf"(?P<count>{_NUMBER})(?:\s?(?:-|–|to|or)\s?(?P<last>{_NUMBER}))?"
_UNIT = r"(?P<unit>(?:working\s+|business\s+|calendar\s+)?(?:hour|day|week|fortnight|month|quarter|year)s?)"
_AHEAD = (
    r"(?:in|within|inside|over(?=\s+the\s+(?:next|coming)\b)|after)\s+"
    r"(?:(?:the\s+)?(?:next|coming|following)\s+|approximately\s+|about\s+|around\s+|a\s+)?"
)
_HANGS_ON = (
    r"(?:\s+(?:of|from|after|following)\s+(?:(?:the|this|today['’]s)\s+meeting\b|now\b|today\b"
    r"|(?P<event>[^.;,)]{3,60})))?"
)
_FROM_NOW = r"(?:['’]?s?['’]?\s+time|\s+(?:from\s+(?:now|today)|hence))"

FRIDAY, SUNDAY = 4, 6
HOURS_OF_A_DAY = 24
"""Fewer hours ("seen within four hours") are a standard of service, not a due."""


def _interval(match: re.Match[str], said: Said) -> Meaning | None:
    """ "in 2-3 weeks" is kept until the third is over; "within 28 days of publication" hangs on an event."""
    if match.groupdict().get("event"):
        return Meaning(None, "event")
    if said.on is None:
        return Meaning(None, "day")
    count = _count(match["last"] or match["count"])
    if "hour" in match["unit"].lower() and count < HOURS_OF_A_DAY:
        return None
    return Meaning(_later(said.on, count, match["unit"].lower()), "day")


def _count(printed: str) -> int:
    word = printed.lower()
    return int(word) if word.isdigit() else COUNTS[word]


def _later(day: date, count: int, unit: str) -> date:
    if unit.startswith(("working", "business")):
        return _working_days(day, count)
    if "hour" in unit:
        return day + timedelta(days=-(-count // HOURS_OF_A_DAY))
    if "day" in unit:
        return day + timedelta(days=count)
    if "week" in unit or "fortnight" in unit:
        return day + timedelta(weeks=count * (2 if "fortnight" in unit else 1))
    months = {"month": 1, "quarter": 3, "year": 12}[unit.removesuffix("s")]
    return day + relativedelta(months=count * months)


def _working_days(day: date, count: int) -> date:
    """So many days on, Saturdays and Sundays left out; bank holidays are not known here."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < FRIDAY + 1
    return day


_SOME_AHEAD = re.compile(r"next|coming|few|several|some|number|time", re.IGNORECASE)


def _some(match: re.Match[str], said: Said) -> Meaning | None:
    """ "in a few months": no day can be told; "in months past" is no limit."""
    ahead = _SOME_AHEAD.search(match["due"])
    return Meaning(None, "event") if ahead else None


def _before_event(match: re.Match[str], said: Said) -> Meaning | None:
    """ "three months beforehand", "two weeks before the meeting"."""
    return Meaning(None, "event")


def _fortnight(match: re.Match[str], said: Said) -> Meaning | None:
    return Meaning(None if said.on is None else said.on + timedelta(weeks=2), "day")


def _near(match: re.Match[str], said: Said) -> Meaning | None:
    """ "next week" is kept until its Sunday, "the end of the week" is Friday, "next month" its last day."""
    if said.on is None:
        return Meaning(None, "day")
    words = match["due"].lower()
    ahead = 1 if "next" in words else 0
    if "month" in words:
        first = said.on.replace(day=1) + relativedelta(months=ahead + 1)
        return Meaning(first - timedelta(days=1), "month")
    last = FRIDAY if "end" in words else SUNDAY
    day = said.on + timedelta(days=last - said.on.weekday() + 7 * ahead)
    return Meaning(max(day, said.on), "day")


INTERVAL_FORMS: tuple[Form, ...] = (
    Form(
        "interval ahead",
        compiled(
            rf"\b(?P<due>{_AHEAD}{_COUNTED}(?:\s+|-){_UNIT}\b"
            rf"(?!['’]s?\s+(?:service|experience))(?:['’]s?(?=\s+time\b)|['’](?!s))?(?:\s+time\b)?{_HANGS_ON})"
            r"(?!\s+(?:ago|old|period|running|earlier|before|previously|service|experience))"
        ),
        _interval,
        UNITS,
        any_of("in within inside over after"),
    ),
    Form(
        "interval from now",
        compiled(rf"\b(?P<due>{_COUNTED}(?:\s+|-){_UNIT}{_FROM_NOW})\b"),
        _interval,
        UNITS,
        any_of("time now today hence"),
    ),
    Form(
        "limit that is an interval",
        compiled(
            rf"\b(?P<due>(?:by|no\s+later\s+than|not\s+later\s+than)\s+{_COUNTED}(?:\s+|-){_UNIT}\b{_HANGS_ON})"
        ),
        _interval,
        UNITS,
        any_of("by no not"),
    ),
    Form(
        "so long before an event",
        compiled(
            rf"\b(?P<due>(?:at\s+least\s+|not?\s+less\s+than\s+)?{_COUNTED}(?:\s+|-){_UNIT}\s+"
            r"(?:beforehand|in\s+advance(?:\s+of\s+[^.;,)]{3,40})?|(?:before|ahead\s+of|prior\s+to)\s+[^.;,)]{3,40}))"
        ),
        _before_event,
        UNITS,
        any_of("beforehand advance before ahead prior"),
    ),
    Form(
        "fortnight",
        compiled(r"\b(?P<due>(?:in|within|over)\s+(?:the\s+next|a)\s+fortnight(?:['’]s\s+time)?)\b"),
        _fortnight,
        any_of("fortnight"),
    ),
    Form(
        "some weeks or months",
        compiled(
            r"\b(?P<due>(?:in|within|over)\s+(?:(?:the\s+)?(?:next|coming)\s+)?(?:a\s+few|few|several|some|a\s+number\s+of)?\s*"
            r"(?:days|weeks|months)(?:['’]?\s+time)?)\b(?!\s+(?:of|ago))"
        ),
        _some,
        any_of("days weeks months"),
        any_of("in within over"),
    ),
    Form(
        "this or next week or month",
        compiled(
            r"\b(?P<due>(?:(?:by|before|until|within|in|during|for)\s+)?(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?"
            r"(?:next\s+(?:week|month)|later\s+(?:this|next)\s+(?:week|month))"
            r"|(?:by|before|until|within|at)\s+(?:the\s+)?(?:end\s+of\s+)(?:the\s+|this\s+)?(?:week|month)"
            r"|(?:by|within|during|later)\s+this\s+(?:week|month))\b(?!['’]s|\s+(?:meeting|of)\b)"
        ),
        _near,
        any_of("week month"),
        any_of("next this end"),
    ),
)
