"""The page of the manual about working days and deadlines, printed from the rules themselves."""

from __future__ import annotations

import datetime as dt

from answerable.core.calendar.deadlines import KINDS, MOST_DAYS, Due, due_for
from answerable.core.calendar.holidays import FIRST_YEAR, LAST_YEAR, MOVED, ONCE, bank_holidays
from answerable.core.calendar.rhythm import LAST_WEEK, Rhythm, days_of

NAMES = {
    "terms": "Terms of reference out", "papers": "Papers in", "agenda": "Agenda out",
    "minutes": "Minutes due",
}  # fmt: skip
EXAMPLES = (
    (dt.date(2026, 5, 14), "an ordinary Thursday: 4 and 25 May do not count"),
    (dt.date(2026, 4, 9), "after Easter: Good Friday and Easter Monday do not count"),
    (dt.date(2027, 1, 5), "after Christmas: 28 December is a substitute day"),
    (dt.date(2026, 5, 16), "a public meeting on a Saturday"),
)
"""Meetings whose deadlines the page works out, and what each shows."""

SHOWN_YEARS = (2025, 2026, 2027, 2028)

HEAD = """# Working days and deadlines

This page is printed from `core/calendar`, the rules that the plan uses; a test holds it to them.

A working day is a day from Monday to Friday that is no bank holiday of England and Wales. What is due
before a meeting is counted back from it, what is due after it is counted on; the day of the meeting
itself is never counted. A deadline is always a working day. Where an hour is said, it is late from that
hour on; without one, at the end of the day.

## What is due

Each forum has its own days. These are the ones that it begins with; {most} is the most.

| What | Working days |
|---|---|
"""
MIDDLE = """
## Examples

| Meeting | {names} |
|---|{lines}
"""
MOVES = """
A meeting that moves takes with it what is not done yet: by the forum's days, or where somebody set a
deadline by hand, at the same distance in working days. What was done stays done. Before a meeting is
moved so that something is done already, late already or would be late on the new day, the page asks.

## Days of a rhythm

A forum meets on a weekday of a week of the month, the last one of its kind where that is said. Where the
day is a bank holiday, the meeting is planned a week later; where that is another month or a bank holiday
as well, a week earlier; else on the next working day.

| Rhythm | Falls on | Planned for |
|---|---|---|
"""
HOLIDAYS = """
## Bank holidays

They follow from the Banking and Financial Dealings Act 1971 (section 1 and schedule 1: Easter Monday, the
last Mondays of May and August, 26 and 27 December), common law (Good Friday, Christmas Day) and royal
proclamation (New Year's Day since 1974, the first Monday of May since 1978, other substitute days). Years
from {first} to {last} are worked out. A day that a later proclamation adds or moves is not known before
it stands in `core/calendar/holidays.py`, in one line; check <https://www.gov.uk/bank-holidays> once a
year.

| Year | Bank holidays |
|---|---|
"""
PROCLAIMED = """
Proclaimed for one year only:

| Day | What |
|---|---|
"""


def printed(days: dict[str, int], papers_time: str) -> str:
    """The page; ``days`` are the working days that a forum begins with, by kind."""
    parts = [HEAD.format(most=MOST_DAYS)]
    parts += [f"| {NAMES[kind]} | {_usual(kind, days[kind], papers_time)} |\n" for kind in KINDS]
    parts.append(MIDDLE.format(names=" | ".join(NAMES.values()), lines="---|" * len(NAMES)))
    for meeting, what in EXAMPLES:
        due = due_for(meeting, days, papers_time)
        cells = " | ".join(_due(due[kind]) for kind in KINDS)
        parts.append(f"| {_day(meeting)}, {what} | {cells} |\n")
    parts.append(MOVES)
    parts += _rhythms()
    parts.append(HOLIDAYS.format(first=FIRST_YEAR, last=LAST_YEAR))
    for year in SHOWN_YEARS:
        named = "; ".join(f"{day.day} {day:%B} {name}" for day, name in bank_holidays(year).items())
        parts.append(f"| {year} | {named} |\n")
    parts.append(PROCLAIMED)
    once = {**ONCE, **{day: f"{name}, for {what}" for (_, name), (day, what) in MOVED.items()}}
    parts += [f"| {_day(day)} | {what} |\n" for day, what in sorted(once.items())]
    return "".join(parts)


def _usual(kind: str, days: int, papers_time: str) -> str:
    hour = f", by {papers_time}" if kind == "papers" and papers_time else ""
    return f"{days} {'after' if kind == 'minutes' else 'before'}{hour}"


def _rhythms() -> list[str]:
    shown = [
        ("The first Monday of May", Rhythm("yearly", 1, 0, 5)),
        ("The last Monday of May", Rhythm("yearly", LAST_WEEK, 0, 5)),
        ("The second Tuesday of May", Rhythm("yearly", 2, 1, 5)),
    ]
    lines = []
    for name, rhythm in shown:
        (found,) = days_of(rhythm, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
        falls = f"{_day(found.instead_of)}, {found.holiday}" if found.instead_of else _day(found.date)
        lines.append(f"| {name} | {falls} | {_day(found.date)} |\n")
    return lines


def _day(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _due(due: Due) -> str:
    return f"{due.date:%a} {due.date.day} {due.date:%b %Y}{', ' + due.time if due.time else ''}"
