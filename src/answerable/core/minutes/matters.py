"""Matters arising: what earlier meetings asked for, and what is said of it now.

Two layouts: a reference ("Actions arising from the February meeting", "Agenda item 2.1c: Response"), the
old action, "Update:" and the words; or one line a matter that ends with its state ("… – Complete").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from answerable.core.minutes.passage import Passage
from answerable.core.minutes.sentences import sentence_spans
from answerable.core.minutes.states import status_of
from answerable.core.minutes.units import FoundUpdate

__all__ = ["MONTHS", "Matters", "month_of", "status_of"]

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = re.compile(
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
    r"[ ,]*(?P<year>(?:19|20)\d\d|['’]?\d\d(?!\d))?",
    re.I,
)
_NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{2,4})\b")
_AGREED = re.compile(
    r"(?:it was )?agreed that|\baction\b|\bto be\b|\bwill\b|\bwould be\b|\bto provide\b", re.I
)
LONG_ACTION_SENTENCES = 2


def month_of(words: str, said_on: date | None) -> str | None:
    """``YYYY-MM`` of the meeting that words such as "February 2018" or "08/06/2011" name; the latest before
    ``said_on`` where no year is printed."""
    numeric = _NUMERIC.search(words)
    if numeric and 1 <= int(numeric["month"]) <= 12:
        return f"{_full_year(numeric['year'])}-{int(numeric['month']):02d}"
    found = _MONTH.search(words)
    if found is None:
        return None
    month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(found["month"].lower()[:3]))
    if found["year"]:
        return f"{_full_year(found['year'].lstrip(chr(39) + '’'))}-{month:02d}"
    if said_on is None:
        return None
    year = said_on.year if month < said_on.month or (month == said_on.month) else said_on.year - 1
    return f"{year}-{month:02d}"


def _full_year(printed: str) -> int:
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


@dataclass
class Matters:
    """Gathers the old actions and the updates of one reference, and pairs them when it closes."""

    month: str | None = None
    item: str | None = None
    old: list[tuple[int | None, Passage]] = field(default_factory=list)
    new: list[tuple[int | None, Passage]] = field(default_factory=list)
    found: list[FoundUpdate] = field(default_factory=list)

    def refer(self, month: str | None, item: str | None) -> None:
        """What follows is about this item of that month's meeting."""
        self.close()
        self.month, self.item = month, item

    def close(self) -> None:
        """Pair what was gathered: by number where both are numbered, else all of it is one matter."""
        if self.old and self.new:
            numbered = [pair for pair in self.old if pair[0] is not None]
            answers = {number: words for number, words in self.new if number is not None}
            if numbered and answers:
                for number, words in numbered:
                    self._add(words, answers.get(number or 0))
            else:
                self._add(_matter(self.old), self.new[0][1])
        self.old, self.new = [], []

    def _add(self, action: Passage, update: Passage | None) -> None:
        self.found.append(FoundUpdate(self.month, self.item, action, update, update.text if update else ""))


def _matter(old: list[tuple[int | None, Passage]]) -> Passage:
    """The words that set the task: of a long account the sentence that says what was agreed."""
    if len(old) == 1:
        return _task_sentence(old[0][1])
    for _, words in reversed(old):
        if _AGREED.search(words.text):
            return _task_sentence(words)
    return old[0][1]


def _task_sentence(words: Passage) -> Passage:
    spans = sentence_spans(words.text)
    if len(spans) <= LONG_ACTION_SENTENCES:
        return words
    for start, end in spans:
        if re.search(r"agreed that|action", words.text[start:end], re.I):
            return words.cut(start, end)
    return words.cut(*spans[0])
