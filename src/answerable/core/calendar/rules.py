"""Rules that a forum's year is held against: "at least two public meetings from April to March".

A rule is data of the forum, {"kind": "public", "at_least": 2, "year": "financial"}; ``kind`` "" counts every
meeting. What is not kept is a warning, never a refusal: the year may not be planned to its end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

YEARS = {"financial": 4, "calendar": 1}
"""The month in which each kind of year begins; the police's year is the financial one."""

MOST = 60  # meetings a year that a rule can ask for: more than one a week is a slip of the finger


@dataclass(frozen=True, slots=True)
class Rule:
    """At least so many meetings of a kind ("" for any) in each year of that sort."""

    kind: str
    at_least: int
    year: str = "financial"


@dataclass(frozen=True, slots=True)
class Short:
    """A year that does not keep a rule: ``count`` meetings from ``first`` to ``last``."""

    rule: Rule
    first: dt.date
    last: dt.date
    count: int


def as_rules(data: Iterable[Mapping[str, Any]]) -> list[Rule]:
    """The rules in a forum's data; what is no rule is left out."""
    return [
        Rule(str(one.get("kind", "")), at_least, str(one.get("year", "financial")))
        for one in data
        if isinstance(at_least := one.get("at_least"), int) and 0 < at_least <= MOST
        and one.get("year", "financial") in YEARS
    ]  # fmt: skip


def year_of(day: dt.date, sort: str) -> tuple[dt.date, dt.date]:
    """First and last day of the year of that sort that a day lies in."""
    month = YEARS[sort]
    first = dt.date(day.year if day.month >= month else day.year - 1, month, 1)
    return first, dt.date(first.year + 1, month, 1) - dt.timedelta(days=1)


def shortfalls(rules: Iterable[Rule], meetings: Sequence[tuple[dt.date, str]], today: dt.date) -> list[Short]:
    """Where the running year, or a later one that is begun to be planned, does not keep a rule.

    ``meetings`` are the day and kind of each that was held or is planned; cancelled ones are not among them.
    """
    found = []
    for rule in rules:
        ahead = [day for day, _ in meetings if day >= today]
        for first, last in sorted({year_of(day, rule.year) for day in [today, *ahead]}):
            count = sum(
                first <= day <= last and (not rule.kind or kind == rule.kind) for day, kind in meetings
            )
            if count < rule.at_least:
                found.append(Short(rule, first, last, count))
    return found
