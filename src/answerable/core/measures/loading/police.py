"""The monthly files of data.police.uk as they are published: counted by month, force, area and type.

Their columns are those of https://data.police.uk/about/ as of 2026. A month's file is published whole, and
published again when counts change; so what a file says of a month stands in place of what was kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from answerable.core.measures.loading.faults import Fault, quoted


class PoliceFile(StrEnum):
    """Which of the files it is."""

    STREET = "street"
    OUTCOMES = "outcomes"
    STOPS = "stop-and-search"


_CRIME = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code",
    "LSOA name",
)  # fmt: skip
HEADERS: dict[PoliceFile, tuple[str, ...]] = {
    PoliceFile.STREET: (*_CRIME, "Crime type", "Last outcome category", "Context"),
    PoliceFile.OUTCOMES: (*_CRIME, "Outcome type"),
    PoliceFile.STOPS: (
        "Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude",
        "Gender", "Age range", "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation",
        "Object of search", "Outcome", "Outcome linked to object of search",
        "Removal of more than just outer clothing",
    ),
}  # fmt: skip
MONTH, FORCE, LSOA, TYPE = 1, 3, 7, 9  # columns of the files of crimes
DATE, OUTCOME = 1, 12  # columns of stop and search
MOST_FAULTS = 100  # rows that are told: a file with more is another file
MONTH_LETTERS = 7  # of 2024-05
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_NAME = re.compile(r"(?:\d{4}-\d\d-)?(?P<force>.+)-(?:street|outcomes|stop-and-search)(?:\W.*)?$")
ELSEWHERE, NOWHERE = "?", ""
"""In place of an area: a small area that the lookup does not have; no small area at all."""

ASB = "Anti-social behaviour"
"""The one type of the street files that is no crime: those rows have no crime ID."""

Key = tuple[str, str, str, str]
"""Month (2024-05), force, type, area."""


@dataclass(slots=True)
class Tally:
    """``counted``: rows by month, force, type and area. Stop and search has its force from the name."""

    kind: PoliceFile
    counted: dict[Key, int] = field(default_factory=dict)
    rows: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def months(self) -> list[str]:
        return sorted({month for month, _, _, _ in self.counted})

    @property
    def forces(self) -> list[str]:
        return sorted({force for _, force, _, _ in self.counted})

    def rows_of(self, force: str, area: str) -> int:
        return sum(count for (_, of, _, at), count in self.counted.items() if of == force and at == area)


def as_json(tally: Tally) -> dict[str, Any]:
    """For the way out of the process that counted."""
    return {
        "kind": tally.kind.value,
        "counted": [[*key, number] for key, number in tally.counted.items()],
        "rows": tally.rows,
        "faults": [[one.row, one.column, one.why] for one in tally.faults],
    }


def from_json(found: Mapping[str, Any]) -> Tally:
    """A tally out of what ``as_json`` made."""
    counted = {(month, force, kind, area): number for month, force, kind, area, number in found["counted"]}
    return Tally(PoliceFile(found["kind"]), counted, found["rows"], [Fault(*one) for one in found["faults"]])


def kind_of(header: Sequence[str]) -> PoliceFile | None:
    """Which file has such a first row; None of any other."""
    names = tuple(one.strip() for one in header)
    return next((kind for kind, columns in HEADERS.items() if names == columns), None)


def force_of_name(name: str) -> str:
    """Wyvern valley of "2024-05-wyvern-valley-stop-and-search.csv"; "" where the name does not tell."""
    found = _NAME.match(name.casefold().rsplit("/", 1)[-1])
    return found["force"].replace("-", " ").capitalize() if found else ""


def count(
    kind: PoliceFile, rows: Iterable[Sequence[str]], codes: Mapping[str, str], force: str = ""
) -> Tally:
    """Count the rows below the header, one by one; ``codes`` leads from a small area to an area.

    ``force`` is whose stop and search it is. Nothing but the counts is kept, however long the file is.
    """
    tally = Tally(kind)
    width = len(HEADERS[kind])
    keys = (
        _stops(rows, force, width, tally) if kind == PoliceFile.STOPS else _crimes(rows, codes, width, tally)
    )
    counted = tally.counted
    for key in keys:
        counted[key] = counted.get(key, 0) + 1
    _check_months(tally)
    return tally


def _crimes(
    rows: Iterable[Sequence[str]], codes: Mapping[str, str], width: int, tally: Tally
) -> Iterator[Key]:
    number = 0
    for number, row in enumerate(rows, 1):
        if len(row) != width:
            _odd(tally, number, row, width)
            continue
        code = row[LSOA]
        yield row[MONTH], row[FORCE], row[TYPE], codes.get(code, ELSEWHERE if code else NOWHERE)
    tally.rows = number


def _stops(rows: Iterable[Sequence[str]], force: str, width: int, tally: Tally) -> Iterator[Key]:
    number = 0
    for number, row in enumerate(rows, 1):
        if len(row) != width:
            _odd(tally, number, row, width)
            continue
        yield row[DATE][:MONTH_LETTERS], force, row[OUTCOME], NOWHERE
    tally.rows = number


def _odd(tally: Tally, number: int, row: Sequence[str], width: int) -> None:
    """A row of another length, which the file was cut off in, or which somebody edited."""
    if row and len(tally.faults) < MOST_FAULTS:
        why = f"There are {len(row)} cells in place of {width}. Fetch the file again from data.police.uk."
        tally.faults.append(Fault(number + 1, 0, why))


def _check_months(tally: Tally) -> None:
    """Months that are none, each told once."""
    for month in tally.months:
        if not _MONTH.fullmatch(month) and len(tally.faults) < MOST_FAULTS:
            said = quoted(month) if month else "An empty cell"
            why = f"{said} is no month. Fetch the file again from data.police.uk."
            tally.faults.append(Fault(0, 0, why))
