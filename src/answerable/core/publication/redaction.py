"""Words that the public is not to read: replaced before anything is made of a text.

The marker says the category and nothing else: it is one for each category, however long or many the words
were, and nothing that is made of a text afterwards can depend on them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from answerable.core.publication.spans import found, plain, squeezed

MOST_WORDS = 2000  # characters of words to leave out: a longer passage is a line or several


class Category(StrEnum):
    """Why something is left out, as the public is told."""

    EXEMPTION = "exemption"
    PERSONAL = "personal"
    OPERATIONAL = "operational"


CATEGORY_NAMES = {
    Category.EXEMPTION: "exempt from publication",
    Category.PERSONAL: "personal data",
    Category.OPERATIONAL: "operational detail",
}


def marker(category: Category) -> str:
    """What stands in place of the words."""
    return f"[left out: {CATEGORY_NAMES[category]}]"


@dataclass(frozen=True, slots=True)
class Redaction:
    """``words`` wherever they stand in a text, however they are written there; "" is all of it."""

    words: str
    category: Category

    @property
    def whole(self) -> bool:
        return not self.words.strip()


@dataclass(frozen=True, slots=True)
class Hidden:
    """A stretch of a text that goes."""

    start: int
    end: int
    category: Category


BETWEEN = re.compile(r"(?:[\s,;:&/.+\-]|\band\b|\bof\b|\bor\b)*", re.IGNORECASE)
"""With nothing but this between them two markers would tell how many words there were."""


def stands_in(words: str, text: str) -> bool:
    """Do the words stand in a text, as whole words?"""
    return bool(found(words, text))


def hidden_in(text: str, redactions: Sequence[Redaction]) -> list[Hidden]:
    """The stretches of a text that go, from the left; none touches another.

    All are found in the text as it was: a marker is never searched for words. Where two of different
    categories overlap, one marker stands for both: that of the category that comes first.
    """
    whole = [one.category for one in redactions if one.whole]
    if whole:
        return [Hidden(0, len(text), _first(whole))]
    every = [Hidden(start, end, one.category) for one in redactions for start, end in found(one.words, text)]
    merged: list[Hidden] = []
    for one in sorted(every, key=lambda one: (one.start, one.end)):
        last = merged[-1] if merged else None
        if last is not None and (one.start <= last.end or _beside(text, last, one)):
            merged[-1] = Hidden(last.start, max(last.end, one.end), _first([last.category, one.category]))
        else:
            merged.append(one)
    return merged


def _beside(text: str, one: Hidden, other: Hidden) -> bool:
    return one.category == other.category and bool(BETWEEN.fullmatch(text[one.end : other.start]))


def _first(categories: Sequence[Category]) -> Category:
    return min(categories, key=list(Category).index)


def redacted(text: str, redactions: Sequence[Redaction]) -> str:
    """The text with a marker in place of what is redacted; markers beside each other become one."""
    return laid(text, hidden_in(text, redactions)) if redactions else text


def laid(text: str, hidden: Sequence[Hidden]) -> str:
    """The text with a marker over each stretch."""
    pieces, done = [], 0
    for one in hidden:
        pieces += [text[done : one.start], marker(one.category)]
        done = one.end
    return "".join([*pieces, text[done:]])


def derived(text: str, source: str, redactions: Sequence[Redaction]) -> str:
    """What the public reads of a text that was made of a line: of a part of it, or of its words.

    Where the text stands in the line, or the line in the text, the stretches that go in the line go in it,
    also those that it cuts; where it stands in the line several times, and one of them is cut, that one
    counts. Otherwise, where words of what is left out stand in it, all of it goes.
    """
    if not text or not redactions:
        return text
    places = found(text, source)
    in_line = hidden_in(source, redactions)
    for start, end in places:
        if cut := _cut(in_line, start, end):
            return laid(source[start:end], cut)
    if places:
        return redacted(text, redactions)
    if found(source, text):
        return redacted(text, [replace(one, words=source) if one.whole else one for one in redactions])
    told = redacted(text, redactions)
    touched = [one.category for one in redactions if _shares(told, one.words)]
    return marker(_first(touched)) if touched else told


def _cut(hidden: Sequence[Hidden], start: int, end: int) -> list[Hidden]:
    """The stretches that go in a piece of a text, in places of the piece."""
    return [
        Hidden(max(one.start - start, 0), min(one.end, end) - start, one.category)
        for one in hidden
        if one.start < end and one.end > start
    ]


def _shares(text: str, words: str) -> bool:
    """Does any word of some length, or any number, of the words stand in the text?"""
    here = set(re.findall(r"\w+", plain(text).text))
    return any(
        one in here for one in re.findall(r"\w+", plain(words).text) if len(one) >= TELLING or one.isdigit()
    )


TELLING = 4  # letters of a word that says something by itself: shorter ones stand everywhere
CALENDAR = frozenset(
    """january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Parts of a name that stand in too many lines: they are looked for as a whole name only."""
MARKERS = tuple(marker(one) for one in Category)


def needles_of(redaction: Redaction) -> list[str]:
    """What to look for of some words, as ``holds`` takes it."""
    whole = squeezed(redaction.words)
    parts = re.findall(r"\w+", redaction.words) if redaction.category is Category.PERSONAL else []
    telling = [squeezed(one) for one in parts if one[:1].isupper() and len(one) >= TELLING]
    return [one for one in dict.fromkeys([whole, *(part for part in telling if part not in CALENDAR)]) if one]


def holds(text: str, needles: Sequence[str]) -> bool:
    """Does a text hold one of them, markers left aside? Short ones count as whole words alone."""
    if not needles:
        return False
    for one in MARKERS:
        text = text.replace(one, " ")
    letters = squeezed(text)
    return any(one in letters if len(one) >= TELLING else bool(found(one, text)) for one in needles)
