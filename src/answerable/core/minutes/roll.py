"""The roll: a table of who was there that is taken at its word, as our own printer sets it.

Other lists are read by what names, posts and bodies look like. A table with these four heads says which is
which, so that a name may be any name and a capacity any words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from answerable.core.minutes.attendance import Attendee
from answerable.core.minutes.capacities import Beside
from answerable.core.minutes.front_rows import Row
from answerable.core.minutes.record import Attendance, AttendanceStatus

HEADS = ("Name", "Capacity", "Initials", "Attendance")
_STAY = re.compile(
    r"(?P<status>Present|Apologies)(?: from item (?P<first>\S+))?(?: until item (?P<last>\S+))?",
    re.IGNORECASE,
)


def is_head(row: Row) -> bool:
    return tuple(row.words(column) for column in sorted(row.cells)) == HEADS


def attendee(row: Row) -> Attendee | None:
    """Whom a row of the roll lists; None where its last cell does not say whether they were there."""
    cells: Mapping[int, str] = {column: row.words(column) for column in row.cells}
    stay = _STAY.fullmatch(cells.get(3, ""))
    if stay is None or 0 not in cells:
        return None
    beside = Beside(capacity=cells.get(1), abbreviation=cells.get(2))
    beside.from_item, beside.to_item = stay["first"], stay["last"]
    status: AttendanceStatus = "present" if stay["status"].lower() == "present" else "apologies"
    return Attendee(cells[0], beside, status, [piece.text for piece in row.pieces])


def cells_of(person: Attendance) -> tuple[str, str, str, str]:
    """The row that lists somebody."""
    stay = person["status"].capitalize()
    if person["from_item"]:
        stay += f" from item {person['from_item']}"
    if person["to_item"]:
        stay += f" until item {person['to_item']}"
    return person["name"], person["capacity"] or "", person["abbreviation"] or "", stay
