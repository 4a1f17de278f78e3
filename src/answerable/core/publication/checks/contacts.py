"""Telephone numbers, e-mail addresses, postcodes and streets: where somebody can be reached or found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.publication.checks.finding import Check, Known, spans

_TELEPHONE = re.compile(
    r"(?<![\d/.,£-])(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(0|0(?=[1-9]))"
    r"\d{1,5}\)?(?:[ -]?\d{2,6}){1,4}(?![\d%/])"
)
TELEPHONE_DIGITS = range(10, 13)
"""Digits of a British number: 10 or 11 with its nought, 12 with 44."""

_EMAIL = re.compile(r"(?<![\w.+%-])([\w.+%-]{1,64})@((?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24})\b")
SHARED_BOXES = frozenset(
    {
        "admin", "commissioner", "communications", "contact", "data.protection", "dpo", "enquiries",
        "feedback", "foi", "hello", "help", "info", "information", "mail", "media", "office", "opcc", "opfcc",
        "pcc", "pfcc", "police", "press", "pressoffice", "publications", "recruitment", "scrutiny",
    }
)  # fmt: skip
"""Names of boxes that an office gives to everybody."""

_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|(?:[A-PR-UWYZ]\d[\dA-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y]\d[\dABEHMNPRVWXY]?)"
    r" ?\d[ABD-HJLNP-UW-Z]{2})\b"
)
_WAYS = (
    "Road|Rd|Street|Lane|Avenue|Ave|Close|Drive|Crescent|Grove|Terrace|Gardens|Court|Mews|Walk|Rise|Hill|Row"
    "|Parade|Square|Croft|View|Way|Green"
)
_STREET = re.compile(
    rf"\b(?:(?:Flat|Apartment|Unit) \d{{1,4}}[A-Za-z]?,? )?"
    rf"\d{{1,4}}[A-Za-z]?,? (?:[A-Z][a-z’'.]{{1,20}} ){{1,3}}(?:{_WAYS})\b"
)


def _telephones(text: str, known: Known) -> Iterator[tuple[int, int]]:
    del known
    for match in _TELEPHONE.finditer(text):
        digits = sum(one.isdigit() for one in match[0].replace("(0)", ""))
        if digits in TELEPHONE_DIGITS:
            yield match.span()


def _emails(text: str, known: Known) -> Iterator[tuple[int, int]]:
    del known
    for match in _EMAIL.finditer(text):
        if match[1].casefold() not in SHARED_BOXES:
            yield match.span()


_MEND = "Leave it out, or say why everybody may have it."
TELEPHONE = Check("telephone", "Telephone number", "This looks like a telephone number.", _MEND, _telephones)
EMAIL = Check("email", "E-mail address", "This looks like somebody’s e-mail address.", _MEND, _emails)
POSTCODE = Check("postcode", "Postcode", "This looks like a postcode.", _MEND, spans(_POSTCODE))
STREET = Check("street", "Street address", "This looks like the address of a house.", _MEND, spans(_STREET))
