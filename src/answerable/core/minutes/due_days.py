"""Dues that name a day: "by 30 June", "by Friday 14th", "30/06/2025", "w/c 4 March", "the same day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter

from answerable.core.minutes.dates import (
    MONTH,
    ORDINAL,
    WEEKDAY,
    YEAR,
    day_of,
    month_number,
    next_day_of,
    next_weekday,
    weekday_number,
    year_number,
)
from answerable.core.minutes.due_forms import (
    BEFORE,
    DIGIT,
    FIGURES,
    LIMIT,
    MONTHS,
    NTH,
    SHORT_YEAR,
    WEEKDAYS,
    Form,
    Meaning,
    Said,
    any_of,
    compiled,
)

_CLOCK = (
    r"(?:(?:noon|midday|12 noon|close of (?:play|business)|cop|cob|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m|hrs)?)"
    r"(?:\s+on)?\s+)?"
)
_FULL_DAY = (
    rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?(?:\d{{1,2}}{ORDINAL}?\s?(?:and|to|or|&|-|–)\s?)?"
    rf"(?P<day>\d{{1,2}}){ORDINAL}?\s?(?:of\s+)?(?P<month>{MONTH})\b\.?"
)
_OF_YEAR = rf"(?:,?\s(?P<year>{YEAR}|{SHORT_YEAR}))?"
_NOT_SINCE = r"(?<!since\s)(?<!from\s)(?<!dated\s)(?<!of\s)(?<!on the\s)(?<!published\s)"
_AFTERWARDS = r"(?=\s*(?:[.,;)\]]|$|(?:at|and|to|for|so)\b))"
DECEMBER = 12
ALWAYS = (24, 7)
"""24/7 is no day in July."""


def _day(match: re.Match[str], said: Said) -> Meaning | None:
    """ "by 30 June", "by Friday 14th March 2025", "30/06/2025", "on 3 and 4 June"."""
    parts = match.groupdict()
    month = month_number(parts["month"])
    if month is None:
        return None
    day, year = int(parts["day"]), year_number(parts.get("year"))
    if year is None and (day, month) == ALWAYS and "/" in match["due"]:
        return None
    if year is None:
        if said.on is None:
            return Meaning(None, "day")
        found = next_day_of(month, day, said.on)
        return _limit(match, said, found) if found else None
    named = day_of(year, month, day)
    return None if named is None else _limit(match, said, named)


_PROMISED = re.compile(r"\b(?:will|would|to be|begins?)\b", re.IGNORECASE)


def _from_day(match: re.Match[str], said: Said) -> Meaning | None:
    """ "from 7 July every breach will be reviewed": a beginning that is promised."""
    promised = _PROMISED.search(match.string)
    return _day(match, said) if promised else None


_IS_LIMIT = re.compile(LIMIT, re.IGNORECASE)


def _limit(match: re.Match[str], said: Said, day: date) -> Meaning | None:
    """The day, or the one before it for "before"; None where it is past and no word makes it a limit."""
    words = match["due"]
    if said.is_past(day) and not _IS_LIMIT.match(words):
        return None
    return Meaning(day - timedelta(days=1) if BEFORE.match(words) else day, "day")


def _week(match: re.Match[str], said: Said) -> Meaning | None:
    """ "w/c 4 March" is kept until the Sunday."""
    meaning = _day(match, said)
    if meaning is None or meaning.day is None or match["ending"]:
        return meaning
    return meaning._replace(day=meaning.day + timedelta(days=6))


def _day_of_month(match: re.Match[str], said: Said) -> Meaning | None:
    """ "by the 14th", "by Friday 14th": the next such day, on that weekday where one is printed."""
    if said.on is None:
        return Meaning(None, "day")
    day, weekday = int(match["day"]), weekday_number(match["weekday"] or "")
    days = [one for at in range(366) if (one := said.on + timedelta(days=at)).day == day]
    fitting = [one for one in days if weekday is None or one.weekday() == weekday]
    found = next(iter(fitting or days), None)
    return None if found is None else _limit(match, said, found)


def _weekday(match: re.Match[str], said: Said) -> Meaning | None:
    """ "by Friday"; "Friday next week"."""
    if said.on is None:
        return Meaning(None, "day")
    weekday = weekday_number(match["weekday"])
    if weekday is None:
        return None
    day = next_weekday(weekday, said.on)
    if match["next"]:
        monday = said.on + timedelta(days=7 - said.on.weekday())
        day = monday + timedelta(days=weekday)
    return _limit(match, said, day)


def _near_day(match: re.Match[str], said: Said) -> Meaning | None:
    """ "tomorrow", "by close of play today", "the same day"."""
    if said.on is None:
        return Meaning(None, "day")
    days = 1 if "tomorrow" in match["due"].lower() else 0
    return Meaning(said.on + timedelta(days=days), "day")


def _feast(match: re.Match[str], said: Said) -> Meaning | None:
    """ "by Christmas", "before Easter": the day before the feast; a day that people are at work."""
    if said.on is None:
        return Meaning(None, "event")
    year = year_number(match["year"])
    for one in (year,) if year else (said.on.year, said.on.year + 1):
        good_friday = easter(one) - timedelta(days=2)
        feast = date(one, DECEMBER, 25) if match["feast"].lower() == "christmas" else good_friday
        if feast > said.on:
            return Meaning(feast - timedelta(days=1), "day")
    return None


_DIGITS, _FIGURES = frozenset([DIGIT]), frozenset([FIGURES])

DAY_FORMS: tuple[Form, ...] = (
    Form(
        "day and month after a preposition",
        compiled(
            rf"\b(?P<due>(?:{LIMIT}|on|for|at|in)\s+(?:the\s+)?{_CLOCK}(?:the\s+)?{_FULL_DAY}{_OF_YEAR})(?!\w)"
        ),
        _day,
        MONTHS,
        _DIGITS,
    ),
    Form(
        "from a day to come",
        compiled(
            rf"\b(?P<due>(?:from|starting on|as of)\s+(?:the\s+)?{_FULL_DAY}{_OF_YEAR})"
            r"(?!\w|\s+(?:to|until)\b|\s?[–-])"
        ),
        _from_day,
        MONTHS,
        any_of("from starting as"),
    ),
    Form(
        "full date by itself",
        compiled(rf"{_NOT_SINCE}\b(?P<due>{_FULL_DAY},?\s(?P<year>{YEAR}))\b"),
        _day,
        MONTHS,
        _DIGITS,
    ),
    Form(
        "month before day",
        compiled(
            rf"\b(?P<due>(?:{LIMIT}|on|for)\s+(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})"
            rf"(?:(?:{ORDINAL}|,)\s?(?P<year>{YEAR})|{ORDINAL}))\b"
        ),
        _day,
        MONTHS,
        _DIGITS,
    ),
    Form(
        "numeric date",
        compiled(
            rf"(?<![\d/.-])(?P<due>(?:\b(?:{LIMIT}|on|for)\s+(?:the\s+)?{_CLOCK}(?:{WEEKDAY},?\s+)?)?"
            rf"(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>{YEAR}|\d\d))"
            r"(?![\d/]|[.-]\d)"
        ),
        _day,
        _FIGURES,
    ),
    Form(
        "numeric date without year",
        compiled(
            rf"\b(?P<due>(?:{LIMIT}|on)\s+(?:the\s+)?{_CLOCK}(?:{WEEKDAY},?\s+)?"
            r"(?P<day>\d{1,2})/(?P<month>\d{1,2}))(?=\s*(?:[.,;)\]]|$|at\b))"
        ),
        _day,
        _FIGURES,
    ),
    Form(
        "ISO date",
        compiled(
            rf"(?<![\d-])(?P<due>(?:\b(?:{LIMIT}|on|for)\s+)?"
            rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d-])"
        ),
        _day,
        _FIGURES,
    ),
    Form(
        "week commencing or ending",
        compiled(
            rf"\b(?P<due>(?:(?:{LIMIT}|in|on|during|for)\s+(?:the\s+)?)?"
            r"(?:w/?c\.?|week\s+(?:commencing|beginning|starting|of)|(?P<ending>w/?e\.?|week\s+ending))"
            rf"\s*:?\s*(?:the\s+)?{_FULL_DAY}{_OF_YEAR})(?!\w)"
        ),
        _week,
        MONTHS,
        any_of("w wc we week"),
    ),
    Form(
        "day of the month",
        compiled(
            rf"\b(?P<due>(?:{LIMIT}|on)\s+{_CLOCK}(?:the\s+)?(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"
            rf"(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)){_AFTERWARDS}"
        ),
        _day_of_month,
        frozenset([NTH]),
    ),
    Form(
        "weekday",
        compiled(
            rf"\b(?P<due>(?:{LIMIT}|on|this|for)\s+{_CLOCK}(?:the\s+)?(?:(?:this|coming|following)\s+)?"
            r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?P<next>\s+(?:of\s+)?next\s+week)?)\b"
            r"(?!,?\s+(?:the\s+)?\d|\s+(?:nights?|evenings?|mornings|afternoons|shifts?)\b)"
        ),
        _weekday,
        WEEKDAYS,
    ),
    Form(
        "today and tomorrow",
        compiled(
            r"\b(?P<due>(?:(?:by|before)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?|close\s+of\s+\w+\s+)?|later\s+)"
            r"(?:today|tomorrow|the\s+same\s+day)"
            r"|by\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?day|close\s+of\s+(?:play|business)|cop|cob)"
            r"(?!\s+(?:on\s+)?\w+day)|(?:on\s+)?the\s+same\s+day|tomorrow)\b"
        ),
        _near_day,
        any_of("today tomorrow same day play business cop cob"),
    ),
    Form(
        "feast",
        compiled(
            r"\b(?P<due>(?:by|before|ahead\s+of|prior\s+to|in\s+time\s+for)\s+(?:the\s+)?"
            rf"(?P<feast>Christmas|Easter)(?:\s+(?P<year>{YEAR}))?)\b"
        ),
        _feast,
        any_of("christmas easter"),
    ),
)
