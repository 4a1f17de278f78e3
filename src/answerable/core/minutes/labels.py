"""Printed labels: list markers, item numbers and their paths.

``2.1`` then ``b`` then ``4.`` is the path ``2.1.b.4``: a label that carries dots of its own ("2.1") names
its place from the top, a plain one ("a", "4.") goes under what is open.
"""

from __future__ import annotations

import re
from typing import NamedTuple

BULLETS = "•●○◦▪■□‣⁃∙·–—−➢➤►▶❖✓✔❑\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
_OF_YEAR = r"(?:[A-Z]{1,5}[ /-]?)?\d{1,4}/\d{1,4}(?:/\d{1,4})?"
MARKER = re.compile(
    # "Item 4 –", "Agenda item 4:", "ITEM 4."
    rf"(?:[Aa]genda |AGENDA )?(?:[Ii]tem|ITEM) (?:[Nn]o\.? )?(?P<item>{_NUMBER}) ?(?:[.:)–—-]+(?: +|$)|$)"
    # a minute's number with its year: "24/31 ROAD SAFETY", "PB/24/7 Custody"
    rf"|(?P<minute>{_OF_YEAR})[.:)]?(?: +[–—-])? +(?=[A-Z])"
    rf"|(?P<bullet>[{BULLETS}]|[-*o§l](?= ))(?: +|(?=[A-Z]))"
    rf"|\(?(?P<number>{_NUMBER})(?P<close>[.):]|\.\)|(?= ))(?: +|(?=[A-Z(])|$)"
    r"|\(?(?P<letter>[a-z]{1,2}|[ivx]{1,5}|[IVX]{1,5}|[A-H])(?P<shut>[.)])(?: +|$)"
)
"""A marker at the start of a paragraph. A lone "o" or "l" is how bullets of symbol fonts come out."""

CELL_LABEL = re.compile(
    rf"(?:(?:agenda )?item )?(?:no\.? )?\(?(?P<label>{_NUMBER}(?: ?[.)]?(?:[a-z]|[ivx]{{1,4}}))?"
    rf"|{_OF_YEAR}|[a-z]|[ivx]{{1,5}}|[A-H])[.):]*",
    re.IGNORECASE,
)
"""All of a cell of a number column."""


class Marker(NamedTuple):
    """A list marker: what is printed, its kind, and how many characters of the paragraph it takes."""

    label: str
    kind: str  # "bullet", "number" or "letter"
    length: int


def marker(text: str) -> Marker | None:
    """The marker that a paragraph begins with, or None ("24 officers were moved" begins with none)."""
    found = MARKER.match(text)
    if found is None:
        return None
    if found["bullet"]:
        return Marker(found["bullet"], "bullet", found.end())
    if found["item"] or found["minute"]:
        return Marker(found["item"] or found["minute"], "number", found.end())
    if found["number"]:
        if not found["close"] and not _bare_number(text, found):
            return None
        return Marker(found["number"], "number", found.end())
    if found["letter"] and found["letter"].lower() in ("am", "pm"):
        return None
    return Marker(found["letter"], "letter", found.end())


def _bare_number(text: str, found: re.Match[str]) -> bool:
    """A number with nothing behind it is a label where it has dots ("2.1 Custody") or leads to a capital."""
    rest = text[found.end() :]
    if "." in found["number"]:
        return bool(rest) and not rest[0].islower() and not rest.startswith("%")
    return len(found["number"]) <= 2 and rest[:1].isupper() and not _COUNTED.match(rest)


_COUNTED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def cell_label(text: str) -> str | None:
    """The label that is all of a cell ("2.1", "a)", "Item 4"), without its closing mark, else None."""
    found = CELL_LABEL.fullmatch(text)
    return found["label"].replace(" ", "") if found else None


def parts(label: str) -> tuple[str, ...]:
    """``2.1c`` as ("2", "1", "c"); a number with its year ("24/31") is one."""
    if "/" in label:
        return (label,)
    return tuple(re.findall(r"\d+|[A-Za-z]+", label.lower()))


def is_letter(label: str) -> bool:
    return label.isalpha() and len(label) == 1


def ordinal(label: str) -> int | None:
    """How far into its list a plain label stands: "3" is 3, "c" is 3; None for what has more parts."""
    if label.isdigit():
        return int(label)
    if is_letter(label):
        return ord(label.lower()) - ord("a") + 1
    return None


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def follows_letter(before: str, label: str) -> bool:
    """Whether a letter or small Roman numeral is the next after another: "c" after "b", "iv" after "iii"."""
    if is_letter(before) and is_letter(label) and ord(label.lower()) == ord(before.lower()) + 1:
        return True
    return label in _ROMAN and before in _ROMAN and _ROMAN.index(label) == _ROMAN.index(before) + 1
