"""Which row names the columns of a table of figures, and which column says what: guessed, never settled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.core.measures.loading.faults import Wrong
from answerable.core.measures.loading.periods import is_period
from answerable.core.measures.loading.shape import (
    FIELDS,
    FORCE,
    Across,
    Known,
    Shape,
    digest,
    folded,
    head_ref,
    heads_of,
)
from answerable.core.measures.loading.values import read_value
from answerable.core.plans.cells import Cell, Sheet

HEAD_WITHIN = 40
"""Rows in which the head of a table stands: above it are titles, notes and keys."""
WIDE = 2  # heads of one kind that make a table wide
PLACES = 40  # cells of a column that are looked at to see whether they are numbers
MOSTLY = 0.6
_UNIT = r"(?: ?\(?(?:%|n|no\.?|#)\)?)?"
HEADS: Sequence[tuple[str, str]] = (
    ("provisional", r"provisional.*|(?:data )?(?:status|quality)|final.*|revised.*"),
    ("reported", r"(?:areas |lpas |forces )?report(?:ed|ing)"),
    ("expected", r"(?:areas |lpas |forces )?expected"),
    (
        "sample",
        r"(?:survey )?(?:sample|base)(?: size)?|n|respondents|responses|(?:no|number) of "
        r"(?:people |victims )?(?:respon\w+|surveys?|interviews|asked|answers)|surveyed|answers"
        r"|completed (?:surveys|interviews)",
    ),
    (
        "numerator",
        rf"num(?:erator)?{_UNIT}|(?:number |no )?(?:met|satisfied|answered (?:in|within)\b.*|within target"
        r"|within time|positive|successes|in time|on time|with errors?|errors)",
    ),
    (
        "denominator",
        rf"den(?:om(?:inator)?)?{_UNIT}|out of|of|population|offered|total (?:calls|offences|cases|crimes"
        r"|incidents|checked|offered|asked|population)|(?:cases )?(?:checked|audited|sampled)",
    ),
    (
        "period",
        r"(?:reporting |time )?(?:period|month|week|quarter|year|date)s?|(?:financial|fiscal) year|fy"
        r"|(?:week|month|quarter|year|period)[ -](?:ending|ended|end|commencing|beginning|starting|name)"
        r"|w/?e|w/?c|w/?b|month year|date of.*",
    ),
    (
        "place",
        r"(?:local policing |policing |police )?(?:area|district|division|force|bcu|lpa|lpu|geography|region"
        r"|place|command|borough)(?: name)?|who|whose|reported by",
    ),
    ("measure", r"(?:performance )?(?:measure|indicator|kpi|metric)s?(?: name| title)?|pi|title|description"),
    (
        "value",
        r"(?:value|figure|result|performance|actual|rate|score|count|volume|total|number|no)s?" + _UNIT,
    ),
    ("value", r"%.*|per ?cent.*|percentage.*|.*%|.*\(%\)|number of.*|.* rate|median.*|mean.*|average.*"),
)
"""Heads as they are written, the narrower ones first."""
_KNOWN = [(name, re.compile(pattern)) for name, pattern in HEADS]
TOTALS = frozenset({
    "total", "force", "force total", "whole force", "force wide", "force-wide", "forcewide", "all areas",
    "overall", "constabulary", "police force", "county", "all",
})  # fmt: skip
"""Names of the whole force among those of its areas."""


def field_of(head: str) -> str:
    """The field that a head names; "" where it names none."""
    plain = folded(head).replace("_", " ").strip(" .:")
    return next((name for name, pattern in _KNOWN if plain and pattern.fullmatch(plain)), "")


def place_of(name: str, known: Known) -> str | None:
    """The place that a name stands for without being explained; None where it stands for none."""
    plain = folded(name)
    if plain in known.places:
        return known.places[plain]
    bare = re.sub(r"\s*\b(?:lpa|lpu|bcu|area|district|division|local policing area)\b\s*", " ", plain).strip()
    if bare in known.places:
        return known.places[bare]
    return FORCE if plain in TOTALS else None


def head_row(sheet: Sheet, known: Known) -> int:
    """The row that names the columns: of the first rows the one with the most names that are known."""
    rows = list(sheet.rows)[:HEAD_WITHIN]
    return max(rows, key=lambda row: (_names(sheet.rows[row], known), -row), default=1)


def _names(cells: Mapping[int, Cell], known: Known) -> int:
    """How much a row looks like one of heads: fields count double, and so do names of places and measures."""
    own = [cell for cell in cells.values() if not cell.spread]
    if len(own) < WIDE:
        return 0
    fields = {field_of(cell.text) for cell in own if cell.kind == "text"} - {""}
    periods = sum(is_period(cell) for cell in own)
    named = sum(place_of(cell.text, known) is not None or folded(cell.text) in known.measures for cell in own)
    return 2 * (len(fields) + named) + (periods if periods >= WIDE else 0)


def recognised(sheet: Sheet, digests: Mapping[str, int]) -> tuple[int, int] | None:
    """The mapping whose heads a row of the sheet has, and that row; ``digests`` leads to the mappings."""
    for row in list(sheet.rows)[:HEAD_WITHIN]:
        key = digests.get(digest(heads_of(sheet, row).values()))
        if key is not None:
            return key, row
    return None


def guess(sheet: Sheet, head: int, known: Known) -> Shape:
    """How a table is likely to be read."""
    heads = heads_of(sheet, head)
    across = _across(heads, known)
    found: dict[str, int] = {}
    for at, cell in heads.items():
        name = field_of(cell.text)
        taken = (across == Across.PERIOD and is_period(cell)) or (
            across == Across.PLACE and place_of(cell.text, known) is not None
        )
        if name and name not in found and not taken and (name != "value" or across == Across.NONE):
            found[name] = at
    if across == Across.NONE and "value" not in found and not {"numerator", "denominator"} <= set(found):
        found |= _only_numbers(sheet, head, heads, set(found.values()))
    found.pop(across.value, None)
    shape = Shape({name: head_ref(heads, at) for name, at in found.items()}, across)
    if "measure" not in found and across != Across.MEASURE:
        shape = replace(shape, measure=_named_above(sheet, head, known))
    return shape


def _named_above(sheet: Sheet, head: int, known: Known) -> int | None:
    """The measure whose name the sheet or a title above the table has, or the only one; None of several."""
    cells = [cell for row in sheet.rows if row < head for cell in sheet.rows[row].values()]
    titles = [sheet.name, *(cell.text for cell in cells)]
    above = folded(" ".join(titles))
    every = {one.key for one in known.measures.values()}
    named = {one.key for name, one in known.measures.items() if re.search(rf"\b{re.escape(name)}\b", above)}
    return next(iter(named)) if len(named) == 1 else next(iter(every)) if len(every) == 1 else None


def _across(heads: Mapping[int, Cell], known: Known) -> Across:
    """What stands across the top, if anything."""
    free = [cell for cell in heads.values() if not field_of(cell.text) or is_period(cell)]
    if sum(is_period(cell) for cell in free) >= WIDE:
        return Across.PERIOD
    named = [cell for cell in heads.values() if place_of(cell.text, known) is not None]
    if sum(field_of(cell.text) in ("", "value") for cell in named) >= WIDE:
        return Across.PLACE
    if sum(folded(cell.text) in known.measures for cell in heads.values()) >= WIDE:
        return Across.MEASURE
    return Across.NONE


def _only_numbers(sheet: Sheet, head: int, heads: Mapping[int, Cell], taken: set[int]) -> dict[str, int]:
    """The one free column that holds numbers; nothing where there are several."""
    free = [at for at in heads if at not in taken and _holds_numbers(sheet, head, at)]
    return {"value": free[0]} if len(free) == 1 else {}


def _holds_numbers(sheet: Sheet, head: int, column: int) -> bool:
    below = [cells[column] for row, cells in sheet.rows.items() if row > head and column in cells][:PLACES]
    return bool(below) and sum(map(_is_number, below)) >= MOSTLY * len(below)


def _is_number(cell: Cell) -> bool:
    try:
        return read_value(cell).number is not None
    except Wrong:
        return False


assert {name for name, _ in HEADS} == set(FIELDS)
