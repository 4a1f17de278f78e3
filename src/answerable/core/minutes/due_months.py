"""Dues that name a month or a season: "in May", "by mid-June 2024", "by the end of August", "in spring"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from answerable.core.minutes.dates import (
    MONTH,
    YEAR,
    month_end,
    month_number,
    next_day_of,
    next_month_end,
    year_number,
)
from answerable.core.minutes.due_forms import (
    BEFORE,
    DATA_NOUN,
    END_OF,
    FOUR_DIGITS,
    LIMIT,
    MONTHS,
    NOT_LIMIT,
    PART,
    SHORT_YEAR,
    Form,
    Meaning,
    Said,
    any_of,
    compiled,
)

EARLY_DAY = 10
"""Early in a month is its first third."""

MIDDLE_DAY = 15

SEASON_END = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
"""The last month of each season, as the Met Office counts them."""

_SPAN = rf"(?:{MONTH}\s?(?:/|-|–|or|and|to)\s?)?"
_OF_MONTH = rf"{_SPAN}(?P<month>{MONTH})\b\.?(?:(?:,?\s(?:of\s+)?|[\s-])(?P<year>{YEAR}|{SHORT_YEAR}))?"
_ENDS = r"(?!\s?\d|[/-]\w|\s+(?:last|this past)\b)"
_CLOSED = re.compile(r"\s*(?:[.,;)]|$)")
_SEASON = "spring|summer|autumn|winter"


_HAS_BEEN = re.compile(
    r"\b(?:was|were|had|has)\s+(?!(?:to|due|planned|expected|anticipated|scheduled|likely|hoped|not yet)\b)"
    r"(?:\w+\s+){1,3}$",
    re.IGNORECASE,
)
""" "was suspended during March" tells of what is over."""


_IS_LIMIT = re.compile(LIMIT, re.IGNORECASE)


def _month(match: re.Match[str], said: Said) -> Meaning | None:
    """ "in May", "by mid-June 2024", "by the end of August", "June/July 2024" (the later of the two)."""
    month = month_number(match["month"])
    if month is None or not _is_month(match):
        return None
    if not match["year"] and _HAS_BEEN.search(match.string, 0, match.start("due")):
        return None
    year = _year_of_month(match["year"], said)
    if year is None and match["year"] and said.on is not None:
        day = next_day_of(month, int(match["year"]), said.on)  # "by June 3": a day of June
        return None if day is None else Meaning(day, "day")
    if year is None and said.on is None:
        return Meaning(None, "month")
    day = _day_in(match, month_end(year, month)) if year else _next_day_in(match, month, said)
    past = said.is_past(day) and not _IS_LIMIT.match(match["due"])
    return None if past else Meaning(day, "month")


_DATA_BEFORE = re.compile(rf"{DATA_NOUN}\s+$", re.IGNORECASE)
_PROMISED = re.compile(r"\b(?:will|would|to be|begins?)\b", re.IGNORECASE)


def _from_month(match: re.Match[str], said: Said) -> Meaning | None:
    """ "from May the review will be made": a beginning that is promised, not the span of some data."""
    promised = match["year"] or _PROMISED.search(match.string)
    data = _DATA_BEFORE.search(match.string[: match.start()])
    return _month(match, said) if promised and not data else None


def _next_day_in(match: re.Match[str], month: int, said: Said) -> date:
    """The day meant in the next such month: in the one after where this year's is over."""
    assert said.on is not None
    end = next_month_end(month, said.on)
    day = _day_in(match, end)
    return day if day >= said.on else _day_in(match, month_end(end.year + 1, month))


_OF_DATA = re.compile(rf"['’]s\b|\s+{DATA_NOUN}", re.IGNORECASE)
_NAME_BEHIND = re.compile(r"\s+[A-Z][a-z]+\b(?!:)")


def _is_month(match: re.Match[str]) -> bool:
    """Not the verb "may" or "march", not a person called June, not the month that data is of."""
    after = match.string[match.end("due") :]
    if _OF_DATA.match(after):
        return False
    if match["year"]:
        return True
    if match["month"] in ("may", "mar", "march"):
        return bool(_CLOSED.match(after))
    return not _NAME_BEHIND.match(after)


def _year_of_month(printed: str | None, said: Said) -> int | None:
    """The year after a month; "June 24" is read as a year where it is this one or one of the next few."""
    year = year_number(printed)
    if year is None or said.on is None or len(printed or "") != 2:
        return year
    return year if 0 <= year - said.on.year <= 3 or year < said.on.year else None


def _day_in(match: re.Match[str], end: date) -> date:
    """The day of the month ending on ``end`` that "early", "mid", "the start of" or "before" mean."""
    parts = match.groupdict()
    if parts.get("start"):
        return end.replace(day=1)
    if parts.get("early"):
        return end.replace(day=EARLY_DAY)
    if parts.get("middle"):
        return end.replace(day=MIDDLE_DAY)
    if not parts.get("end") and not parts.get("late") and BEFORE.match(match["due"]):
        return end.replace(day=1) - timedelta(days=1)
    return end


def _season(match: re.Match[str], said: Said) -> Meaning | None:
    """ "spring 2024" is kept until 31 May; winter ends in February of the next year."""
    season, year = match["season"].lower(), year_number(match["year"])
    month = SEASON_END[season]
    if year is None:
        if said.on is None:
            return Meaning(None, "quarter")
        day = next_month_end(month, said.on)
    else:
        day = month_end(year + (season == "winter"), month)
    return None if said.is_past(day) else Meaning(day, "quarter")


_SEASONS = frozenset(SEASON_END)

MONTH_FORMS: tuple[Form, ...] = (
    Form(
        "month after a preposition",
        compiled(rf"\b(?P<due>(?:{LIMIT}|{NOT_LIMIT})\s+{PART}?{_OF_MONTH}){_ENDS}"),
        lambda match, said: None if match["due"].lower().startswith("for ") else _month(match, said),
        MONTHS,
    ),
    Form(
        "from a month to come",
        compiled(
            rf"\b(?P<due>(?:from|starting\s+in|as\s+of)\s+{_OF_MONTH}){_ENDS}(?!\s+(?:to|until|onwards?\s+to)\b)"
        ),
        _from_month,
        MONTHS,
        any_of("from starting as"),
    ),
    Form(
        "month planned for",
        compiled(
            r"\b(?:planned|scheduled|timetabled|arranged|anticipated|expected|targeted|set|due|booked"
            rf"|review(?:ed)?|delivery)\s+(?P<due>for\s+{PART}?{_OF_MONTH}){_ENDS}"
        ),
        _month,
        MONTHS,
        any_of("for"),
    ),
    Form(
        "month with a part",
        compiled(
            rf"\b(?P<due>(?:(?P<end>{END_OF})|(?P<middle>mid[\s-])|(?P<early>early\s+)|(?P<late>late\s+))"
            rf"{_OF_MONTH}){_ENDS}"
        ),
        _month,
        MONTHS,
        any_of("end close mid early late"),
    ),
    Form(
        "month and year in brackets or after a dash",
        compiled(
            r"(?:[(\[–—:]|\s-|\b(?:due|deadline|target|timescale|expected|anticipated))\s*"
            rf"(?P<due>{_SPAN}(?P<month>{MONTH})\b\.?,?\s(?P<year>{YEAR}))(?=\s*(?:[)\].,;]|$))"
        ),
        _month,
        MONTHS,
        frozenset([FOUR_DIGITS]),
    ),
    Form(
        "season",
        compiled(
            rf"\b(?P<due>(?:(?:by|in|during|before|until|over|early|late|this|next)\s+)+(?:{END_OF})?"
            rf"(?:the\s+)?(?:(?:early|late)\s+)?(?P<season>{_SEASON})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?)\b"
            rf"(?!\s+(?:{DATA_NOUN}|presence|campaign|months|demand|nights|holidays?|conference))"
        ),
        _season,
        _SEASONS,
    ),
    Form(
        "season and year by itself",
        compiled(rf"\b(?P<due>(?P<season>{_SEASON})\s+(?P<year>{YEAR}))\b(?!\s+{DATA_NOUN})"),
        _season,
        _SEASONS,
        frozenset([FOUR_DIGITS]),
    ),
)
