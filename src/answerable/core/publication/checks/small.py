"""Small numbers of people: who knows the place may know the person.

Under five of them always, as of measures (``small_numbers.THRESHOLD``); under ten where they are broken down
by what people are, which is a caution of our own: two things that are known of somebody tell more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.core.publication.checks.finding import Check, Known
from answerable.core.publication.small_numbers import THRESHOLD

FEW_BROKEN_DOWN = 10
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "single": 1,
}  # fmt: skip
_PEOPLE = (
    "victims?|suspects?|offenders?|complainants?|detainees?|prisoners?|child(?:ren)?|girls?|boys?|wom[ae]n|m[ae]n"
    "|females?|males?|patients?|witness(?:es)?|homicides?|murders?|suicides?|deaths?"
    r"|fatalit(?:y|ies)|casualt(?:y|ies)"
    "|juveniles?|teenagers?|pupils?|defendants?|individuals?|perpetrators?|survivors?"
    r"|young people|young persons?"
    "|people|persons?"
)
_COUNT = re.compile(
    rf"(?<![\w.,/£%-])(?P<count>\d|{'|'.join(WORDS)})(?: (?!of\b|or\b|and\b|per\b|in\b)[a-z-]{{2,20}}){{0,2}}"
    rf" (?:{_PEOPLE})\b(?!['’-])",
    re.IGNORECASE,
)
_BROKEN_DOWN = re.compile(
    r"\b(?:of whom|of which|broken down"
    r"|by (?:age|gender|sex|ethnicity|religion|disability|nationality|area|ward"
    r"|beat|school|station)"
    r"|aged|under \d\d|(?:black|asian|white|muslim|jewish|traveller|trans|disabled|lgbt\w*))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;!?\n]+")
_NO_COUNT = re.compile(
    r"\b(?:item|items|point|page|paragraph|phase|stage|level|tier|band|grade|category|question|action"
    r"|section|priority|pillar|step|strand|week|month|quarter|year|day|room|no\.|number|part|version|at least"
    r"|every|each|than|no) $",
    re.IGNORECASE,
)
JUST_BEFORE = 12
"""Letters before a count in which the longest of these words stands with its blank."""


def _follows_no_count(sentence: str, at: int) -> bool:
    return _NO_COUNT.search(sentence, max(0, at - JUST_BEFORE), at) is not None


def _few(text: str, known: Known) -> Iterator[tuple[int, int]]:
    del known
    for sentence in _SENTENCE.finditer(text):
        broken = _BROKEN_DOWN.search(sentence[0]) is not None
        most = FEW_BROKEN_DOWN if broken else THRESHOLD
        for match in _COUNT.finditer(sentence[0]):
            said = match["count"].casefold()
            count = WORDS.get(said) or (int(said) if said.isdigit() else 0)
            if 0 < count < most and not _follows_no_count(sentence[0], match.start()):
                yield sentence.start() + match.start(), sentence.start() + match.end()


SMALL = Check(
    "small", "Small number", "This is a small number of people, and somebody may know who they are.",
    "Write “fewer than five” in the record or leave it out, or say why nobody can be told from it.", _few,
)  # fmt: skip
