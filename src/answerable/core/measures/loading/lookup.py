"""The lookup of small areas (LSOAs) to policing areas, out of a table with a row to each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from answerable.core.measures.loading.faults import Fault, quoted
from answerable.core.measures.loading.shape import folded, heads_of
from answerable.core.plans.cells import Cell, Sheet

_CODE = re.compile(
    r"lsoa\s?(?:20)?(?:\d\d)?\s?(?:cd|code)|lsoa|(?:small )?area code|code|geography code", re.I
)
_AREA = re.compile(
    r"(?:local )?(?:policing )?(?:area|district|division)(?: name)?|lpa(?: ?name|nm)?|lpu|bcu"
    r"|neighbou?rhood.*",
    re.I,
)
LSOA = re.compile(r"[EW]01\d{6}")
"""The Office for National Statistics' codes of small areas in England and Wales (LSOA 2011 and 2021)."""
HEAD_WITHIN = 20  # rows in which the heads stand


@dataclass(slots=True)
class Lookup:
    """``codes``: each small area with the name of its area, as the file writes it."""

    codes: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_lookup(sheet: Sheet, places: Mapping[str, str]) -> Lookup:
    """Every row below the heads; ``places`` leads from the folded names of areas to their keys."""
    found = Lookup()
    for head in list(sheet.rows)[:HEAD_WITHIN]:
        columns = _columns(heads_of(sheet, head))
        if columns:
            _read(sheet, head, columns, places, found)
            return found
    found.faults.append(
        Fault(
            0, 0, "There is no row with the heads “LSOA code” and “Area”. Write them above the two columns."
        )
    )
    return found


def _columns(heads: Mapping[int, Cell]) -> tuple[int, int] | None:
    code = next((at for at, cell in heads.items() if _CODE.fullmatch(folded(cell.text))), None)
    area = next((at for at, cell in heads.items() if at != code and _AREA.fullmatch(folded(cell.text))), None)
    return (code, area) if code and area else None


def _read(
    sheet: Sheet, head: int, columns: tuple[int, int], places: Mapping[str, str], found: Lookup
) -> None:
    at_code, at_area = columns
    for row in [one for one in sheet.rows if one > head]:
        code, area = sheet.rows[row].get(at_code), sheet.rows[row].get(at_area)
        if code is None and area is None:
            continue
        name = code.text.strip().upper() if code else ""
        if not LSOA.fullmatch(name):
            said = f"{quoted(name)} is no" if name else "There is no"
            found.faults.append(
                Fault(row, at_code, f"{said} code of a small area. Write one such as E01012345.")
            )
        elif area is None or folded(area.text) not in places:
            said = f"{quoted(area.text)} is no area that is known" if area else "There is no area"
            found.faults.append(Fault(row, at_area, f"{said}. Write one of the force’s areas."))
        elif found.codes.setdefault(name, places[folded(area.text)]) != places[folded(area.text)]:
            found.faults.append(Fault(row, at_code, f"{name} stands in two areas. Leave one of them."))
