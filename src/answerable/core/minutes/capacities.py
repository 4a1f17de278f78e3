"""What stands beside a name: a capacity, an abbreviation, a part in the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from answerable.core.minutes.names import are_initials

POST_SHORTS = frozenset(
    {
        "PCC", "DPCC", "APCC", "PFCC", "DPFCC", "CC", "DCC", "ACC", "ACO", "CEX", "CEO", "CE", "CFO", "COO",
        "CO", "DCE", "MO", "DMPC", "ACOP", "C/SUPT", "SUPT", "PO", "PA", "APO", "SO", "PFO", "HOS", "DOF",
        "COS",
    }
)  # fmt: skip
"""Abbreviations of posts that need no explaining."""

_CHIEFS = ("PCC", "DPCC", "PFCC", "DPFCC", "CC", "DCC", "ACC", "ACO")
CHIEF_RANKS = frozenset(f"{acting}{post}" for acting in ("", "T/", "A/") for post in _CHIEFS)
"""Posts that are printed before a name like a rank: "ACC Jane Doe"."""

_SHORT = re.compile(r"(?:[TA]/ ?)?[A-Z][A-Za-z&/]{0,6}[A-Za-z]$")
_LAST_BRACKET = re.compile(r"\s*\((?P<inner>[^()]*)\)\s*[.,;]?\s*$")
_SHORT_AND_WORD = re.compile(r"(?P<short>[A-Z][A-Z/]{1,6}) (?P<word>[A-Z][a-z]{2,11})$")
_PARTS = re.compile(r"\s*[,;–]\s*|\s-\s")
_FIRST_BRACKET = re.compile(r"\s*\((?P<inner>[^()]*)\)\s*")
_CHAIR = re.compile(r"\b(?:chair(?:ing|man|person|woman|ed)?)\b(?!\s+of\b)", re.IGNORECASE)
_VICE = re.compile(r"\b(?:vice|deputy|co)[\s-]*chair", re.IGNORECASE)
_MINUTES = re.compile(
    r"\b(?:minutes?|minute[\s-]tak(?:er|ing)|notes?|note[\s-]tak(?:er|ing)|scribe"
    r"|taking (?:the )?(?:minutes|notes)|minuted|secretary to the meeting|clerk to the meeting)\b",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"(?:(?:attended|joined|joining|attending|dialled in|present)\b.*|(?:via|by|on"
    r"|through)\s+(?:MS |Microsoft )?"
    r"(?:teams|zoom|skype|phone|telephone|video|link|webex|video[\s-]?link|conference call).*"
    r"|virtual(?:ly)?|remote(?:ly)?|teams|online|in person|part(?: meeting)?|in part)$",
    re.IGNORECASE,
)
_ITEM = r"\d+(?:\.\d+)*[a-z]?"
_PART = re.compile(
    rf"(?:for\s+)?(?:agenda\s+)?items?\s+(?P<one>{_ITEM})(?:\s*(?:-|–|to|and|&)\s*(?P<two>{_ITEM}))?(?:\s+only|\s+onwards)?$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?:joined\s+|present\s+)?from\s+(?:agenda\s+)?item\s+(?P<item>{_ITEM})", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:(?:present\s+|left\s+)?(?:until|to|up to|after|left\s+at|left\s+during))\s+(?:the end of\s+)?"
    rf"(?:agenda\s+)?item\s+(?P<item>{_ITEM})",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(r"(?:sent |with |gave )?(?:their )?apolog(?:y|ies)$|absent$", re.IGNORECASE)
_SMALL = frozenset(
    {
        "and", "of", "the", "for", "to", "in", "a", "an",
    }
)  # fmt: skip
MOST_LETTERS_UNEXPLAINED = 2
"""A longer abbreviation that is neither of the name nor of the capacity is the name of a body."""


@dataclass(slots=True)
class Beside:
    """What was read beside a name; ``disagrees``: the abbreviation is of neither name nor capacity."""

    capacity: str | None = None
    abbreviation: str | None = None
    chair: bool = False
    minutes: bool = False
    apologies: bool = False
    from_item: str | None = None
    to_item: str | None = None
    disagrees: bool = False


def read_beside(text: str, name: str) -> Beside:
    """What follows a name: "(Chair) (HS)", ", Head of Legal (minutes)", "– Chief Constable (CC)"."""
    found = Beside()
    rest = _loose(text)
    while rest.startswith("(") and (match := _FIRST_BRACKET.match(rest)):
        _bracket(match["inner"], name, found, alone=True)
        rest = _loose(rest[match.end() :])
    while match := _LAST_BRACKET.search(rest):
        before = rest[: match.start()]
        if not _bracket(match["inner"], name, found, alone=False, beside=before):
            break
        rest = before.rstrip(" ,;–-")
    if rest:
        _parts_played(rest, found)
        found.capacity = _capacity(rest, found) if found.capacity is None else f"{found.capacity}, {rest}"
    return found


def _loose(text: str) -> str:
    return text.strip().lstrip(",;:–—-. ").rstrip(" ,;–-.")


def _capacity(rest: str, found: Beside) -> str | None:
    """The capacity as printed; a known abbreviation by itself ("Jane Doe, PCC") abbreviates too."""
    if _MANNER.match(rest):
        return None
    first = rest.split(" ")[0].rstrip(",")
    if (
        found.abbreviation is None
        and first.upper() in POST_SHORTS
        and (first == rest or not rest[len(first) + 1].isalpha())
    ):
        found.abbreviation = first
    return rest


def _bracket(inner: str, name: str, found: Beside, *, alone: bool, beside: str = "") -> bool:
    """Take in what one pair of brackets holds; False where it is part of the capacity as printed.

    ``alone``: nothing else stands between it and the name.
    """
    words = inner.strip()
    if not words:
        return True
    parts = _PARTS.split(words)
    if len(parts) > 1 and any(_is_part(part, name) for part in parts):
        for part in parts:
            _bracket(part, name, found, alone=True)
        return True
    if _APOLOGIES.match(words):
        found.apologies = True
    elif _stay(words, found) or _MANNER.match(words):
        pass
    elif found.abbreviation is None and _abbreviates(words, name, beside, alone=alone):
        found.abbreviation = words
        found.disagrees = " " not in words and not _explained(words, name, beside)
        if (
            alone
            and words.upper() in POST_SHORTS
            and found.capacity is None
            and not are_initials(words, name)
        ):
            found.capacity = words
    elif _MINUTES.search(words) and len(words.split()) <= 3:
        found.minutes = True
        return alone
    elif not alone:
        _parts_played(words, found)
        return False
    else:
        _parts_played(words, found)
        _alone(words, found)
    return True


def _is_part(words: str, name: str) -> bool:
    """Whether one of several things in brackets is initials, a post's abbreviation or a part played."""
    short = words.upper() in POST_SHORTS or (_SHORT.match(words) is not None and are_initials(words, name))
    return short or bool(_CHAIR.fullmatch(words) or _MINUTES.fullmatch(words))


def _alone(words: str, found: Beside) -> None:
    """What stands alone in brackets is the capacity; "(Chair)" gives way to another."""
    if found.capacity is None or (_CHAIR.fullmatch(found.capacity) and not _CHAIR.search(words)):
        found.capacity = words
    elif not _CHAIR.fullmatch(words):
        found.capacity = f"{found.capacity}, {words}"


_TAKES_MINUTES = re.compile(r"minute[\s-]?tak|note[\s-]?tak|\bminutes\b|\bscribe\b", re.I)


def _parts_played(words: str, found: Beside) -> None:
    found.chair = found.chair or bool(_CHAIR.search(words) and not _VICE.search(words))
    found.minutes = found.minutes or bool(_TAKES_MINUTES.search(words))


def _stay(words: str, found: Beside) -> bool:
    """ "items 3-5", "from item 4", "until item 6": which items somebody was there for."""
    part = _PART.match(words)
    begins, ends = _FROM.search(words), _UNTIL.search(words)
    if part:
        found.from_item = part["one"]
        found.to_item = None if "onwards" in words.lower() else part["two"] or part["one"]
    if begins:
        found.from_item = begins["item"]
    if ends:
        found.to_item = ends["item"]
    return bool(part or begins or ends)


def _abbreviates(words: str, name: str, beside: str, *, alone: bool) -> bool:
    """Whether a bracket abbreviates the name, the capacity or a post, and does not name a body."""
    both = _SHORT_AND_WORD.match(words)
    if both and both["word"] in beside:  # "(ACC Crime)" after "Assistant Chief Constable, Crime"
        return _explained(both["short"], name, beside)
    if not _SHORT.match(words) or sum(char.isupper() for char in words) < 2:
        return False
    if _explained(words, name, beside):
        return True
    return not alone and len(words) <= MOST_LETTERS_UNEXPLAINED and words.isupper()


def _explained(words: str, name: str, beside: str) -> bool:
    return (
        words.upper().lstrip("TA/ ") in POST_SHORTS
        or words.upper() in POST_SHORTS
        or (are_initials(words, name) or (bool(beside) and _of_capacity(words, beside)))
    )


_WORD_BREAKS = re.compile(r"[\s/&-]+")


def _of_capacity(short: str, capacity: str) -> bool:
    """ "SO" of "Staff Officer", "CEx" of "Chief Executive for the …": its letters begin words in order."""
    starts = [word for word in _WORD_BREAKS.split(capacity) if word and word.casefold() not in _SMALL]
    letters = [char for char in short if char.isalpha()]
    at = 0
    for word in starts:
        used = 0
        while at < len(letters) and used < len(word) and letters[at].casefold() == word[used].casefold():
            at, used = at + 1, used + 1
            if at < len(letters) and letters[at].isupper():
                break
    return at == len(letters)
