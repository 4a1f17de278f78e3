"""Numbers that stand for one person or one case: registrations, births, references, collars, NHS, NI."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.publication.checks.finding import Check, Known, spans

_VEHICLE = re.compile(
    r"\b[A-HJ-PR-Y][A-HJ-PR-Y]\d{2} ?[A-HJ-PR-Z]{3}\b"  # since 2001
    r"|(?:[Rr]egistration|[Rr]eg\.?|VRM|[Ii]ndex|[Vv]ehicle|[Cc]ar|[Vv]an)"
    r"(?: (?:number|mark|no\.?|with|was|the|is))?"
    r"[:,]? [A-Z](?:\d{1,3} ?[A-Z]{3}|[A-Z]{2} ?\d{1,3}[A-Z])\b"  # 1963 to 2001, where something says so
)
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)?"
    r" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,? (?:19|20)\d{2})"
)
_BIRTH = re.compile(
    rf"\b(?:[Bb]orn(?: on)?(?: the)?|[Dd]ate of [Bb]irth|D\.?O\.?B\.?|d\.?o\.?b\.?)(?:[:,]| is| was)? ?{_DAY}"
)
_REFERENCE = re.compile(
    r"\b(?i:crime|incident|occurrence|log|CAD|URN|custody|case|CRIS|STORM|niche)"
    r"(?: (?i:number|no\.?|ref\.?|reference|record|log)){0,2}[:.]?(?: (?i:of|was|is))?"
    r" (?:[A-Z]{1,4}[/-]?)?\d{2,8}(?:[/-]\d{2,8}){1,3}\b"
    r"|\b(?i:crime|incident|occurrence|log|CAD|URN|custody|case)"
    r"(?: (?i:record|file))? (?i:number|no\.?|ref\.?|reference)[:.]? [A-Z]{0,4}\d{4,12}\b"
    r"|\b\d{2}[A-Z]?[/*]\d{5,7}/\d{2}\b"
)
_COLLAR = re.compile(
    r"\b(?:PC|PS|PCSO|DC|SC|Sgt|Sergeant|Constable|Officer) (?!20[0-4]\d\b|19\d\d\b)\d{2,5}[A-Z]?\b"
    r"(?! (?:officers|posts|PCs|hours))"
    r"|\b(?:[Cc]ollar|[Ss]houlder|[Ww]arrant|[Ee]paulette) (?:number|no\.?|card)(?: number)?(?: is| was)?"
    r"[:.]? ?[A-Z]{0,2}\d{2,6}\b"
)
_INSURANCE = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)
_NHS = re.compile(r"(?<![\d-])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?![\d-])")
NHS_MODULUS = 11


def is_nhs(digits: str) -> bool:
    """Does the last of ten digits agree with the others? NHS Data Dictionary, modulus 11."""
    total = sum(int(one) * weight for one, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (NHS_MODULUS - total % NHS_MODULUS) % NHS_MODULUS
    return check == int(digits[-1])


def _identities(text: str, known: Known) -> Iterator[tuple[int, int]]:
    del known
    for match in _INSURANCE.finditer(text):
        yield match.span()
    for match in _NHS.finditer(text):
        digits = match[1] + match[2] + match[3]
        if is_nhs(digits) and not digits.startswith("0"):
            yield match.span()


_MEND = "Leave it out, or say why it points to nobody."
VEHICLE = Check(
    "vehicle", "Vehicle registration", "This looks like a vehicle’s registration.", _MEND, spans(_VEHICLE)
)
BIRTH = Check("birth", "Date of birth", "This looks like somebody’s date of birth.", _MEND, spans(_BIRTH))
REFERENCE = Check(
    "reference", "Crime or incident reference", "This looks like the reference of a crime or an incident.",
    _MEND, spans(_REFERENCE),
)  # fmt: skip
COLLAR = Check("collar", "Collar number", "This looks like the number of an officer.", _MEND, spans(_COLLAR))
IDENTITY = Check(
    "identity", "NHS or National Insurance number", "This looks like an NHS or National Insurance number.",
    "Leave it out: such a number is never for the public.", _identities, blocks=True,
)  # fmt: skip
