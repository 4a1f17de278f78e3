"""A text as stretches of words that no punctuation cuts, each word with its stem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from answerable.core.subjects.plain import GENERAL
from answerable.core.subjects.stems import stem

_STRETCH = re.compile(r"[^.,;:!?()\[\]•\n–—/]+(?:[.](?=\d)[^.,;:!?()\[\]•\n–—/]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+%?|\d*[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?$")

LEAST_LETTERS = 3
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Token(NamedTuple):
    """A word as printed, its stem, and its place in the stretch.

    ``content``: it may be part of a subject. ``capital``: capitals that the sentence's start does not
    explain. ``number``: a whole number that can be a label ("Outcome 16"), not a year or a share.
    """

    shown: str
    stem: str
    at: int
    content: bool
    capital: bool
    number: bool


def stretches(text: str, ignored: frozenset[str] = frozenset()) -> Iterator[list[Token]]:
    """The words of a text between marks of punctuation; ``ignored`` are stems that are no content."""
    for match in _STRETCH.finditer(text):
        words = _WORD.findall(match[0])
        if len(words) > 1 and match[0].isupper():  # a title in capitals, not a row of acronyms
            words = [word.lower() for word in words]
        if words:
            yield [_token(word, at, ignored) for at, word in enumerate(words)]


def _token(word: str, at: int, ignored: frozenset[str]) -> Token:
    form = _form(word)
    content = form.content and form.root not in ignored
    return Token(form.bare, form.root, at, content, form.capital and (at > 0 or form.acronym), form.number)


class _Form(NamedTuple):
    """What a word is wherever it stands."""

    bare: str
    root: str
    content: bool
    capital: bool
    acronym: bool
    number: bool


@lru_cache(maxsize=65_536)
def _form(word: str) -> _Form:
    bare = _POSSESSIVE.sub("", word)
    number = bare.isdecimal() and not FIRST_YEAR <= int(bare) <= LAST_YEAR
    acronym = bare.isupper() and len(bare) > 1 and bare.isalpha()
    acronyms = bare[:-1].isupper() and len(bare) > LEAST_LETTERS and bare.endswith("s")
    root = bare[:-1].lower() if acronyms else bare.lower() if acronym else stem(bare.lower())
    content = (acronym or len(root) >= LEAST_LETTERS) and not bare[0].isdigit() and root not in GENERAL
    return _Form(bare, root, content, bare[0].isupper(), acronym, number)


def stems_of(text: str) -> list[str]:
    """The stems of all words of a text, in order."""
    return [token.stem for tokens in stretches(text) for token in tokens]
