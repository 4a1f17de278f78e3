"""An abbreviation is explained where it stands first: minutes are read by people who were not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.approval.checks.given import ANSWER, Finding, Given, Mend, Rewrite, at_entry
from answerable.core.approval.checks.usual import USUAL
from answerable.core.minutes.voices import voices
from answerable.core.people.posts import KNOWN
from answerable.core.subjects.acronyms import definitions

EVERYDAY = frozenset(
    """AGM AI AM AOB ASAP BBC BST CCTV CD CV DNA DVD EU FAQ FM FOI GB GDPR GMT GP GPS HGV HM HQ HR ICT ID IT
    MP NHS OK PA PC PDF PM PR Q&A QR RAF RSPCA SMS TBC TV UK UN US USA VAT VIP WC""".split()
)
"""What the public reads without help."""

MARKERS = frozenset(
    """ACTION ACTIONS AGREED CLOSED DECISION DRAFT NB NOTE NOTED OPEN QUESTION RESOLVED RESPONSE UPDATE
    RED AMBER GREEN OFFICIAL NOT""".split()
)
"""Words that minutes print in capitals."""

_SHORT = re.compile(r"(?<![\w/&@.-])[A-Z][A-Za-z]?[A-Z]{1,5}s?(?![\w@-]|\.\w|/\w)")
_IN_BRACKETS = re.compile(r"\(\s*(?P<short>[A-Z][A-Za-z&/]{1,9}?)s?\s*\)")
_ROMAN = re.compile(r"[IVXLC]+$")


def check(given: Given) -> Iterator[Finding]:
    """The first use of each abbreviation that nothing before it explains."""
    people = voices([*given.record["attendance"], *given.roll])
    explained = {short.casefold() for short in (*EVERYDAY, *MARKERS, *KNOWN, *given.shorts())}
    words_of = {**USUAL, **given.known, **dict(_explained_later(given))}
    for index, entry in given.said():
        text = entry["text"]
        here = {found["short"].casefold(): found.start() for found in _IN_BRACKETS.finditer(text)}
        for found in _SHORT.finditer(text):
            word = found[0].removesuffix("s")
            key = word.casefold()
            if key in explained or _ROMAN.match(word) or text.isupper() or people.explains(word):
                continue
            explained.add(key)
            if here.get(key, len(text)) > found.start():
                yield _finding(index, word, words_of.get(word, ""))
        explained |= here.keys()


def _explained_later(given: Given) -> Iterator[tuple[str, str]]:
    """Abbreviations that some line explains, and their words as it prints them."""
    for _, entry in given.said():
        for found in definitions(entry["text"]):
            yield found.acronym.upper(), found.words


def _finding(index: int, word: str, words: str) -> Finding:
    place = at_entry(index)
    says = f"{word} is used before anything explains it."
    if words:
        return Finding(says, place, Mend(f"Add “{words}”", Rewrite(index, word, f"{words} ({word})")))
    change = Rewrite(index, word, f"{ANSWER} ({word})")
    mend = Mend("Explain it", change, ask="words", question=f"What does {word} stand for?")
    return Finding(says, place, mend)
