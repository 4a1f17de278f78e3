"""What single cells of a plan's spreadsheet say: a day, a state, per cents. Each refuses in a sentence."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from answerable.core.minutes.due import read_due_cell
from answerable.core.plans.cells import Cell

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Years that a plan's dates can be in; others are slips of a finger."""
EXCEL_BEGINS = dt.date(1899, 12, 30)
"""Day 0 of Excel's count, with its leap day of 1900 that there never was (ECMA-376, 18.17.4.1)."""
FIRST_SERIAL, LAST_SERIAL = 32874, 73050
"""1 January 1990 and 31 December 2099 in that count: five digits that are no year."""
WHOLE = 100  # per cent

NO_DAY = frozenset(
    "ongoing on-going continuous tbc tba tbd n/a na none - – — various not applicable to be confirmed"
    " to be agreed no date open as required throughout annual annually business as usual bau".split()
) | {"not applicable", "to be confirmed", "to be agreed", "no date", "as required", "business as usual"}
"""Words in a column of dates that say there is none."""

_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_PERCENT = re.compile(
    r"(?:c\.?|ca\.?|circa|approx(?:imately)?\.?|around|about|~|≈)?\s*(\d{1,4}(?:\.\d+)?)\s*(%|per ?cent)?"
)

STATES: dict[str, str] = {
    "not started": "not-started", "not yet started": "not-started", "not begun": "not-started",
    "to do": "not-started", "to start": "not-started", "planned": "not-started", "pending": "not-started",
    "open": "not-started", "new": "not-started", "grey": "not-started", "gray": "not-started",
    "white": "not-started", "no": "not-started", "not commenced": "not-started", "future": "not-started",
    "under way": "under-way", "underway": "under-way", "in progress": "under-way", "ongoing": "under-way",
    "on-going": "under-way", "started": "under-way", "on track": "under-way", "active": "under-way",
    "at risk": "under-way", "off track": "under-way", "delayed": "under-way", "overdue": "under-way",
    "behind": "under-way", "partially complete": "under-way", "partly complete": "under-way",
    "partially delivered": "under-way", "partly delivered": "under-way", "green": "under-way",
    "amber": "under-way", "red": "under-way", "yellow": "under-way", "wip": "under-way",
    "done": "done", "complete": "done", "completed": "done", "closed": "done", "delivered": "done",
    "finished": "done", "achieved": "done", "discharged": "done", "blue": "done", "yes": "done",
    "implemented": "done",
    "dropped": "dropped", "cancelled": "dropped", "canceled": "dropped", "withdrawn": "dropped",
    "removed": "dropped", "superseded": "dropped", "no longer required": "dropped", "stopped": "dropped",
    "abandoned": "dropped", "paused": "under-way", "on hold": "under-way",
}  # fmt: skip
"""Words for a state, with colours of a RAG rating: blue is done, grey not begun, the rest is under way."""

STATE_WORDS = {
    "not-started": "Not started", "under-way": "Under way", "done": "Done", "dropped": "Dropped",
}  # fmt: skip


class Wrong(Exception):
    """A value that cannot be used: the rest of a sentence that begins with its cell."""


def read_day(cell: Cell) -> tuple[dt.date | None, str]:
    """The day of a due cell, and what is to be said of how it was read ("" of nothing). Raises Wrong."""
    text = cell.text.strip()
    if cell.kind == "date":
        return _in_range(dt.date.fromisoformat(text), text), ""
    if text.isascii() and text.isdigit() and FIRST_SERIAL <= int(text[:9]) <= LAST_SERIAL:
        day = EXCEL_BEGINS + dt.timedelta(days=int(text))
        return day, f"{text} is a day as Excel counts them: it was read as {words_of(day)}"
    if text.casefold().strip(" .") in NO_DAY:
        return None, f"“{text}” is no day: the part has no due date"
    exact = _exact(text)
    return (exact or _worded(text)), ""


def _exact(text: str) -> dt.date | None:
    """31/03/2026 or 2026-03-31; None where it is written otherwise. Raises Wrong."""
    found, iso = _NUMERIC.fullmatch(text), _ISO.fullmatch(text)
    if found:
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        year += 2000 if len(found[3]) == 2 else 0
    elif iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    else:
        return None
    if not 1 <= month <= 12:
        raise Wrong(f"“{text}” is no day: write the day first, then the month, such as 31/03/2026")
    last = calendar.monthrange(min(max(year, 1), 9999), month)[1]
    if not 1 <= day <= last:
        raise Wrong(f"“{text}” is no day: write it as {last:02}/{month:02}/{year}")
    return _in_range(dt.date(min(max(year, 1), 9999), month, day), text)


def _worded(text: str) -> dt.date:
    """ "March 2027", "Q2 2026/27": the last day of it. Raises Wrong."""
    found = [due["date"] for due in read_due_cell(text, None) if due["date"]]
    if not found:
        raise Wrong(
            f"“{text}” is no day: write it as 31/03/2026 or as a month (March 2026), or leave it empty"
        )
    return _in_range(dt.date.fromisoformat(str(found[0])), text)


def _in_range(day: dt.date, text: str) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Wrong(f"“{text}” is in the year {day.year}: check the year")
    return day


def words_of(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def state_of(text: str) -> str | None:
    """The state that a word stands for; None of one that is not known. Behind a dash it says more."""
    folded = " ".join(text.casefold().split()).strip(" .")
    first = re.split(r"\s[–—-]\s|[:;(,/]", folded)[0].strip()
    return STATES.get(folded) or STATES.get(first)


def read_state(cell: Cell) -> str:
    """Raises Wrong."""
    found = state_of(cell.text)
    if found is None:
        raise Wrong(
            f"“{cell.text[:60]}” is no state that is known: write not started, under way, done or dropped"
        )
    return found


def is_percent(cell: Cell) -> bool:
    """Whether a cell holds per cents: a number up to 100, or one with the sign."""
    found = _PERCENT.fullmatch(cell.text.casefold().strip())
    if not found or cell.kind == "date":
        return False
    return bool(found[2]) or (cell.kind in ("number", "text") and float(found[1]) <= WHOLE)


def are_fractions(cells: Sequence[Cell]) -> bool:
    """Whether a column keeps per cents as Excel does: 0.75. One that holds nothing but 0 and 1 does too."""
    numbers = [float(one.text) for one in cells if one.kind == "number"]
    return any(0 < one < 1 for one in numbers) or (bool(numbers) and all(one in (0, 1) for one in numbers))


def read_percent(cell: Cell, fractions: bool) -> int:
    """Whole per cents. ``fractions``: the column's numbers are such of 1. Raises Wrong."""
    found = _PERCENT.fullmatch(cell.text.casefold().strip())
    if not found:
        raise Wrong(f"“{cell.text[:60]}” is no per cent: write a number from 0 to 100")
    value = float(found[1])
    if fractions and cell.kind == "number":
        value *= WHOLE
    if value > WHOLE:
        raise Wrong(f"{cell.text} is over 100 per cent: write a number from 0 to 100")
    return int(value + 0.5)
