"""Dues that name a quarter or a year: "Q3", "next quarter", "for 20/21", "by 2025", "by year end"."""

from __future__ import annotations

import re
from datetime import date

from answerable.core.minutes.dates import YEAR, financial_year, quarter_end, quarter_of, year_number
from answerable.core.minutes.due_forms import (
    BEFORE,
    DATA_NOUN,
    END_OF,
    FIGURES,
    FOUR_DIGITS,
    LIMIT,
    PART,
    Form,
    Meaning,
    Said,
    any_of,
    compiled,
)

ORDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
MARCH, JUNE, DECEMBER = 3, 6, 12

_FINANCIAL = r"(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d"
_COUNTED = r"(?:hours?|days?|weeks?|months?|years?|minutes?|seconds?|people|posts|officers|cases|victims)\b"
_PLANNED = re.compile(
    r"(?:planned|scheduled|anticipated|expected|due|set|timetabled|target(?:ed)?)\s+(?:for\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BEFORE_NEXT = re.compile(
    r"(?:by|before|ahead of|prior to|in time for)\s+(?:the\s+)?(?:start\s+of\s+)?(?:the\s+)?next"
)


_IS_LIMIT = re.compile(LIMIT, re.IGNORECASE)


def _quarter(match: re.Match[str], said: Said) -> Meaning | None:
    """ "Q3", "Quarter 3", "the third quarter of 2023/24": quarters of the financial year."""
    if not _is_quarter_due(match):
        return None
    printed = (match["number"] or match["word"] or match["before"]).lower()
    quarter = int(printed) if printed.isdigit() else ORDINALS[printed]
    year = _first_year(match["year"])
    if year is not None:
        day = quarter_end(year, quarter)
        past = said.is_past(day) and not _IS_LIMIT.match(match["due"])
        return None if past else Meaning(day, "quarter")
    if said.on is None:
        return Meaning(None, "quarter")
    this = financial_year(said.on)
    ends = (quarter_end(this + later, quarter) for later in (0, 1))
    return Meaning(next(end for end in ends if end >= said.on), "quarter")


def _relative_quarter(match: re.Match[str], said: Said) -> Meaning | None:
    """ "next quarter", "by the end of this quarter", "by quarter end"."""
    if said.on is None:
        return Meaning(None, "quarter")
    year, quarter = quarter_of(said.on)
    if "next" in match["due"].lower():
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)
    return Meaning(quarter_end(year, quarter), "quarter")


def _first_year(printed: str | None) -> int | None:
    """2023 of "2023/24", "23-24" and "2023"."""
    return None if not printed else year_number(re.split(r"[/–-]", printed)[0])


def _financial_year(match: re.Match[str], said: Said) -> Meaning | None:
    """ "for 20/21", "by the end of 2023/24"; "early in 2023/24" names no day."""
    first, last = match["first"], match["last"]
    if _is_budget_of(match):
        return None
    if int(last[-2:]) != (int(first[-2:]) + 1) % 100:
        return None
    if (
        len(first) == 2
        and match["preposition"].lower() in ("by", "before", "on", "due")
        and int(last) <= DECEMBER
    ):
        return None  # "by 11/12" is a day in December
    year = year_number(first)
    assert year is not None
    end = date(year + 1, MARCH, 31)
    return None if said.is_past(end) else Meaning(None if match["early"] else end, "year")


def _year(match: re.Match[str], said: Said) -> Meaning | None:
    """ "by 2025", "in 2026", "by the end of 2024"; "in 2018" said in 2018 tells of what has been."""
    year = int(match["year"])
    limit = match["end"] or match["middle"] or match["late"] or _IS_LIMIT.match(match["due"])
    if said.on is not None and (year < said.on.year or (year == said.on.year and not limit)):
        return None
    if match["early"] or match["start"]:
        return Meaning(None, "year")
    if match["middle"]:
        return Meaning(date(year, JUNE, 30), "year")
    if BEFORE.match(match["due"]) and not match["end"]:
        return Meaning(date(year - 1, DECEMBER, 31), "year")
    return Meaning(date(year, DECEMBER, 31), "year")


_NO_CALENDAR_YEAR = re.compile(r"financial|fiscal|performance|year[\s-]end")


def _year_end(match: re.Match[str], said: Said) -> Meaning | None:
    """ "by year end", "by the end of the financial year": 31 March; "by the end of the year": 31 December."""
    if said.on is None:
        return Meaning(None, "year")
    words = match["due"].lower()
    next_one = "next" in words
    calendar = "calendar" in words or not _NO_CALENDAR_YEAR.search(words)
    if calendar:
        return Meaning(date(said.on.year + next_one, DECEMBER, 31), "year")
    if next_one and _BEFORE_NEXT.match(words):
        next_one = False  # by its beginning
    return Meaning(date(financial_year(said.on) + 1 + next_one, MARCH, 31), "year")


_OF_DATA = re.compile(rf"\s*(?:['’]s\b|/|\(?\s*{DATA_NOUN})", re.IGNORECASE)
_SAYS_WHEN = re.compile(rf"(?:{LIMIT}|in|during|at|to|end|the\s+end)\b", re.IGNORECASE)


def _is_quarter_due(match: re.Match[str]) -> bool:
    """A quarter by itself is a due only where something is planned for it or a preposition says so."""
    after = match.string[match.end() :]
    if _OF_DATA.match(after):
        return False
    if _SAYS_WHEN.match(match["due"]):
        return True
    return bool(_PLANNED.search(match.string, 0, match.start()))


_DATA_BEFORE = re.compile(rf"{DATA_NOUN}\s+$", re.IGNORECASE)


def _is_budget_of(match: re.Match[str]) -> bool:
    """ "the budget for 2022/23" says which budget, not when."""
    return bool(_DATA_BEFORE.search(match.string[: match.start()]))


YEAR_FORMS: tuple[Form, ...] = (
    Form(
        "quarter",
        compiled(
            rf"\b(?P<due>(?:(?:{LIMIT}|in|during|at|to)\s+)?(?:{END_OF})?(?:the\s+)?"
            r"(?:Q\s?(?P<number>[1-4])|quarter\s+(?P<word>[1-4]|one|two|three|four)"
            r"|(?P<before>first|second|third|fourth)\s+quarter)"
            rf"(?:\s*,?\s*(?:of\s+)?(?:the\s+)?(?P<year>{_FINANCIAL}|{YEAR}))?)\b"
        ),
        _quarter,
        any_of("q quarter"),
    ),
    Form(
        "this or next quarter",
        compiled(
            rf"\b(?P<due>(?:(?:{LIMIT}|in|during|at|for)\s+)?(?:{END_OF})?(?:the\s+)?"
            rf"(?:next|this|coming|current)\s+quarter"
            rf"|(?:{LIMIT}|at)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?quarter|quarter[\s-]end))\b"
            rf"(?!['’]s|\s+{DATA_NOUN})"
        ),
        _relative_quarter,
        any_of("quarter"),
        any_of("next this coming current end quarter"),
    ),
    Form(
        "financial year",
        compiled(
            r"\b(?P<due>(?:(?P<early>early)\s+|late\s+|later\s+)?"
            rf"(?P<preposition>{LIMIT}|in|for|during|throughout|within)\s+(?:{END_OF})?"
            r"(?:(?:the\s+)?(?:financial\s+year|FY)\s+)?"
            r"(?P<first>(?:20)?\d\d)\s?[/–-]\s?(?P<last>(?:20)?\d\d))"
            rf"(?![\d%/])(?!\s+(?:\w+\s+)?{DATA_NOUN})(?!\s+{_COUNTED})"
        ),
        _financial_year,
        frozenset([FIGURES]),
    ),
    Form(
        "year",
        compiled(
            rf"\b(?P<due>(?:{LIMIT}|in|during|later\s+in)\s+{PART}?(?P<year>{YEAR}))"
            rf"(?![\d/–-])(?!\s+{DATA_NOUN})\b"
        ),
        _year,
        frozenset([FOUR_DIGITS]),
    ),
    Form(
        "year's end",
        compiled(
            rf"\b(?P<due>(?:(?:{LIMIT}|at|in|during|within)\s+)?"
            rf"(?:{END_OF}(?:this\s+|next\s+|current\s+)?(?:financial\s+|fiscal\s+|calendar\s+|performance\s+)?year"
            r"|(?:the\s+)?(?:financial\s+)?year[\s-]end)"
            rf"|(?:{LIMIT}|in|during|within)\s+(?:the\s+)?(?:this|next|current|new)\s+(?:financial|fiscal)\s+year"
            rf"|later\s+(?:this|in\s+the)\s+year|(?:(?:{LIMIT}|during)\s+)?next\s+year)\b"
            rf"(?!['’]s|[\s-]+(?:financial|{DATA_NOUN}))"
        ),
        _year_end,
        any_of("year"),
    ),
)
