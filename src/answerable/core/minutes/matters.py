"""Matters arising: what earlier meetings asked for, and what is said of it now.

Two layouts: a reference ("Actions arising from the February meeting", "Agenda item 2.1c: Response"), the
old action, "Update:" and the words; or one line a matter that ends with its state ("… – Complete").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import UpdateStatus
from answerable.core.minutes.sentences import sentence_spans
from answerable.core.minutes.units import FoundUpdate

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
_COMPLETE = re.compile(
    r"\b(?:complete[d]?|closed?|discharged|done|actioned|resolved|concluded|fulfilled|delivered"
    r"|achieved|finished|no further action|can (?:now )?be closed|action closed|has been (?:shared"
    r"|circulated|sent|provided))\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:complete[d]?|closed?|done|actioned|resolved)|in(?:complete)"
    r"|to be (?:completed?|closed)|(?:nearly|partially|partly|almost) complete)\b",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:ongoing|on-going|outstanding|open|in progress|carried forward|carry forward|c/f"
    r"|remains?|on track|plan in place|awaiting|delayed|deferred|pending|not (?:yet )?(?:complete"
    r"|done|started)|in hand|under way|underway|still|new timescale|will be|to follow|to be)\b",
    re.I,
)
_REPORTED = re.compile(
    r"\b(?:was|were|has been|have been|had been|is now|are now|report|submitted|provided|shared"
    r"|circulated|presented|attached|briefed|met|sent|defined|took place)\b",
    re.I,
)
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


_COLOUR = re.compile(r"(?:red|amber|yellow)\b", re.I)


def as_state(words: str) -> str:
    """The words of a state column: one that is lit red or amber is open, whatever else is said."""
    return f"Open. {words}" if _COLOUR.match(words) else words


def status_of(words: str) -> UpdateStatus:
    """What the words say: complete only where they say so, reported where something was given."""
    if _NEGATED.search(words):
        return "open"
    head = words[:200]
    if _COMPLETE.search(head) and not re.match(r"\W*(?:ongoing|outstanding|open)\b", head, re.I):
        return "complete"
    if _OPEN.search(head) and not _REPORTED.search(head):
        return "open"
    return "reported" if _REPORTED.search(head) or len(head.split()) > 3 else "open"


_STATE = re.compile(
    r"(?:[–—-] )?(?:(?:now |action )?(?:complete[d]?|closed?|discharged|done|actioned|resolved)|on-?going"
    r"|outstanding|(?:remains? )?open|carried forward|carry forward|c/f|in progress|in hand|under ?way"
    r"|not (?:yet )?(?:complete|done|started)|deferred|on (?:the |today[’']s )?agenda|no update|to be closed"
    r"|no further action|pending|awaiting|overdue)\b",
    re.I,
)
_DASH = re.compile(r" (?=[–—-] )")
_STATE_BEHIND_DASH = re.compile(rf" (?=[–—-] {_STATE.pattern})", re.I)


def state_behind(text: str, start: int, sure: bool) -> tuple[int, int] | None:
    """Where behind a task the words begin that say how it stands ("… by May. Ongoing.", "… – Complete").

    Two offsets: the task's end, and the first of these words. ``sure``: the line is marked as an action, so
    that all behind its first sentence is said of it.
    """
    if _STATE.match(text, start):
        return max(start - 1, 0), start
    spans = [span for span in sentence_spans(text) if span[0] > start]
    for begins, _ in spans:
        if _STATE.match(text, begins):
            return (spans[0][0], spans[0][0]) if sure else (begins, begins)
    dashed = _STATE_BEHIND_DASH.search(text, start)
    if dashed is None and (dashed := _DASH.search(text, start)) and not _COMPLETE.search(text, dashed.end()):
        return None
    return (dashed.start(), dashed.end() + 2) if dashed else None


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
