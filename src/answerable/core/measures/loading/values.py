"""A cell to a number, to a mark in place of one, or to a sentence about what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from answerable.core.measures.loading.faults import Wrong, quoted
from answerable.core.measures.loading.marks import without_marks
from answerable.core.plans.cells import Cell

WHOLE = 100  # per cent
LARGEST = 1e12  # no figure of policing is beyond it: a larger number was not meant
SHARE_DIGITS = 10  # decimals to which a share of 1 becomes per cent: 0.07 is 7 and not 7.000000000000001


class Percents(StrEnum):
    """How a column writes per cents without the sign. Never guessed where every value is 1 or less."""

    UNSAID = ""
    OF_HUNDRED = "85"  # 85 is 85%, and 0.85 is 0.85%
    OF_ONE = "0.85"  # 0.85 is 85%


@dataclass(frozen=True, slots=True)
class Value:
    """A number, or None with the mark that stands in its place ("[x]"; "" of an empty cell).

    Beside a number only the marks that say what it cannot bear are kept: "[u]", "[b]".
    ``percent``: it was written with the sign.
    """

    number: float | None
    mark: str = ""
    provisional: bool = False
    percent: bool = False


NOTHING = Value(None)
_NONE = {
    "[x]": "[x]", "[c]": "[c]", "[z]": "[z]", "[u]": "[u]", "[low]": "[low]",
    "x": "[x]", "c": "[c]", "z": "[z]",
    "..": "..", "...": "..", "…": "..", ".": ".", ":": ":", "-": "–", "–": "–", "—": "–", "*": "*",
    "n/a": "n/a", "na": "n/a", "n.a.": "n/a", "n.a": "n/a", "#n/a": "n/a", "n/k": "n/a", "none": "none",
    "null": "none", "not available": "[x]", "not applicable": "[z]", "suppressed": "[c]", "no data": "[x]",
    "not collected": "[x]", "not recorded": "[x]", "no survey": "[x]", "tbc": "[x]", "awaited": "[x]",
}  # fmt: skip
"""What stands in place of a value. [x] not available, [c] kept back, [z] not applicable, [u] too unreliable:
the Government Analysis Function's symbols for tables; the others are what offices write."""
_NUMBER = re.compile(
    r"(?P<sign>[-−+])?\s?(?P<pound>£)?\s?(?P<figures>\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+|\d+)"
    r"(?P<decimals>\.\d+)?\s?(?P<percent>%|per cent|percent|pc)?",
    re.IGNORECASE,
)
_POINT = re.compile(r"(?P<sign>[-−+])?(?P<decimals>\.\d+)\s?(?P<percent>%)?")  # .85
_ABOUT = re.compile(
    r"(?:about|around|approx(?:imately)?\.?|circa|c\.?|ca\.?|some|nearly|almost|over|~|≈)\s*", re.I
)
_BOUND = re.compile(r"[<>≤≥]\s*|(?:less|fewer|more) than\s+|(?:under|up to)\s+", re.I)
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?")
_SCALE = re.compile(r"£?\s?[\d.,]+\s?(?:k|m|bn|million|thousand|billion)", re.I)
_COMMA = re.compile(r"\d+,\d{1,2}")


def read_value(cell: Cell) -> Value:
    """What a cell of a column of numbers says. Raises Wrong."""
    if cell.kind == "number":
        return Value(_possible(float(cell.text), cell.text))
    text = cell.text.strip()
    if cell.kind == "text" and text.casefold() in _NONE:
        return Value(None, _NONE[text.casefold()])
    if cell.kind != "text":
        raise Wrong(_of_another_kind(cell))
    marked = without_marks(text)
    if marked.noted and marked.text.casefold() in _NONE:
        return Value(None, _NONE[marked.text.casefold()], marked.provisional)
    found = _NUMBER.fullmatch(marked.text) or _POINT.fullmatch(marked.text)
    if not found:
        raise Wrong(_no_number(text, marked.text))
    mark = "[u]" if "u" in marked.letters else "[b]" if "b" in marked.letters else ""
    return Value(_possible(_number(found), text), mark, marked.provisional, bool(found["percent"]))


def _number(found: re.Match[str]) -> float:
    figures = re.sub(r"\D", "", found.groupdict().get("figures") or "0")
    number = float(figures + (found["decimals"] or ""))
    return -number if found["sign"] in ("-", "−") else number


def _possible(number: float, text: str) -> float:
    """The number; Wrong where it is none, or larger than anything that is counted."""
    if not abs(number) <= LARGEST:
        raise Wrong(f"{quoted(text)} is no figure that can be. Correct it or leave it empty.")
    return number


def _of_another_kind(cell: Cell) -> str:
    if cell.kind == "date":
        return f"{quoted(cell.text)} is a day and not a number. Write the number, and format the cell as one."
    if cell.kind == "yes-no":
        return f"{quoted(cell.text)} is yes or no and not a number. Write the number or leave it empty."
    if not cell.text:
        return "There is a formula without a value. Open the file in Excel, save it and send it again."
    if cell.text.casefold() == "#n/a":
        return (
            "“#N/A” is the error of a formula. Write the number, [x] where there is none, or leave it empty."
        )
    return f"{quoted(cell.text)} is an error or a formula and not a number. Write the number itself."


def _no_number(text: str, plain: str) -> str:
    """Why a text is no number, with what to write."""
    said = f"{quoted(text)} is not a number."
    if bare := _digits(_ABOUT.sub("", plain, count=1)) if _ABOUT.match(plain) else "":
        return f"{said} Write {bare} or leave it empty."
    if _BOUND.match(plain) or plain.endswith("+"):
        return f"{said} Write the number itself, or [c] where it is kept back."
    if _CLOCK.fullmatch(plain):
        return f"{said} Write the time in the measure’s unit, such as 155 for 2 minutes 35 seconds."
    if plain.startswith("(") and (bare := _digits(plain.strip("()"))):
        return f"{said} Write -{bare} if it is below zero."
    if _SCALE.fullmatch(plain):
        return f"{said} Write all of its figures, such as 1,200,000."
    if _COMMA.fullmatch(plain):
        return f"{said} Write {plain.replace(',', '.')} if the comma stands for a decimal point."
    return f"{said} Write the number, or [x] where there is none."


def _digits(text: str) -> str:
    found = re.fullmatch(r"£?(\d[\d,]*(?:\.\d+)?%?)", text.strip())
    return found[1] if found else ""


def asks_percents(values: Iterable[Value]) -> bool:
    """Whether a column of per cents has to be asked about: every number is 1 or less and has no sign."""
    bare = [one.number for one in values if one.number is not None and not one.percent]
    return any(bare) and all(-1 <= one <= 1 for one in bare)


def as_percent(value: Value, percents: Percents) -> Value:
    """A value of a column of per cents as 0 to 100."""
    if value.number is None or value.percent or percents != Percents.OF_ONE:
        return value
    return Value(round(value.number * WHOLE, SHARE_DIGITS), value.mark, value.provisional, percent=True)
